/** French texts of the extension. U+00A0 stands before « : » and inside guillemets, U+202F before « ; ! ? ». */
export const messages = {
  appName: 'Tabellion',
  notConnected: 'Non connectée',
  notConnectedWhy: 'Cette extension n’est reliée à aucune feuille. Elle ne lit rien et n’envoie rien.',
  notConnectedNext: 'Vos factures à encaisser apparaîtront ici quand elle sera reliée à votre feuille.',
  notConnectedYet: 'Cette version ne propose pas encore la liaison.',
  starting: 'Un instant…',
  noAnswer: 'L’extension n’a pas répondu. Fermez cette fenêtre, puis cliquez de nouveau sur son icône.',
} as const
