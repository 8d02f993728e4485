/** What stands on the bank's page: no name, no number, no amount of ours. U+00A0 before « : », U+202F before « ; ! ? ». */
export const frameWords = {
  title: 'Tabellion : proposition de rapprochement',
  instead:
    'Cette page n’accepte pas notre fenêtre. Cliquez sur l’icône Tabellion de la barre d’outils : la proposition y est.',
} as const

export const learnWords = {
  date: 'Cliquez sur la date d’une opération.',
  label: 'Cliquez maintenant sur le libellé de cette opération.',
  amount: 'Cliquez enfin sur son montant.',
  noDate: 'Ce n’est pas une date. Cliquez sur une date, par exemple 12/03/2026.',
  noLabel: 'Il n’y a pas de texte à cet endroit. Cliquez sur le libellé de l’opération.',
  noAmount: 'Ce n’est pas un montant. Cliquez sur un montant avec ses centimes.',
  noRow: 'Ces trois endroits ne sont pas d’une même opération. Recommencez : date, libellé, montant.',
  found: (rows: number): string =>
    rows === 1 ? 'Une opération est lue ainsi :' : `${rows} opérations sont lues ainsi. La première :`,
  keep: 'Garder',
  again: 'Recommencer',
  cancel: 'Annuler',
  notKept: 'Cela n’a pu être gardé. Rechargez la page, puis recommencez.',
} as const
