import { typeset } from '@tabellion/shared/kernel'

/** Why something was not done, and what to do. */
export const refusals = {
  notConnected: typeset('Cette extension n’est reliée à aucune feuille. Ouvrez les options pour la connecter.'),
  unknownLine: typeset('Cette ligne n’est plus connue ici : cliquez sur l’icône de l’extension pour relire la page.'),
  unknownDecision: typeset('Ce rapprochement n’est plus à annuler : il l’est déjà, ou il l’a été dans la feuille.'),
  changed: typeset('Cela a changé entre-temps : regardez de nouveau la proposition, puis décidez.'),
  quota: typeset(
    'Le navigateur n’a plus de place pour l’extension : rien n’a été enregistré. Libérez de l’espace disque, puis recommencez.',
  ),
  token: typeset('Cette fenêtre a expiré. Cliquez de nouveau sur la marque, à côté de la ligne.'),
  chosenByHand: typeset('Choisie à la main.'),
} as const
