/** What the popup offers about the page in front. U+00A0 before « : » and inside guillemets. */
export const pageToolWords = {
  always: 'Toujours sur cette banque',
  alwaysWhy: (hosts: readonly string[]): string =>
    hosts.length === 1
      ? `Le navigateur vous demandera d’autoriser la lecture de ${hosts[0]}. Cette page sera alors rapprochée dès son ouverture.`
      : `Le navigateur vous demandera d’autoriser la lecture de ${hosts.slice(0, -1).join(', ')} et de ${hosts.at(-1)}, qui montre la liste.`,
  isAlways: 'Cette banque est lue dès son ouverture.',
  stop: 'Ne plus la lire',
  refused: 'L’autorisation n’a pas été donnée\u00a0: la page est lue à chaque clic sur l’icône.',
  more: 'La liste n’est pas bien lue\u00a0?',
  learn: 'Apprendre cette page',
  selection: 'Lire la sélection',
  copy: 'Copier la structure sans vos données',
  copyShown: 'Voici tout ce qui sera enregistré\u00a0: chaque lettre est un x, chaque chiffre un 0.',
  save: 'Enregistrer ce fichier',
  nothingSelected: 'Rien n’est sélectionné dans la page. Sélectionnez les opérations à la souris, puis recommencez.',
  notHere: 'Cette page ne peut être lue. Rechargez-la, puis cliquez de nouveau sur l’icône.',
} as const
