import { typeset } from '@tabellion/shared/kernel'

export const welcomeWords = {
  title: 'Bienvenue',
  lead: 'Trois pas jusqu’au premier paiement rapproché. Rien n’est lu avant que vous ne cliquiez sur l’icône de l’extension.',
  connect: 'Relier votre feuille',
  open: 'Ouvrir la page des opérations de votre banque',
  openHow: typeset('Connectez-vous à votre banque comme d’habitude et affichez la liste des opérations.'),
  openDemo: 'Ouvrir la banque de démonstration',
  click: typeset('Sur cette page, cliquer sur l’icône Tabellion, puis sur « Rapprocher »'),
  clickHow: typeset(
    'L’icône est en haut à droite du navigateur ; si elle est cachée, cliquez d’abord sur la pièce de puzzle. Chaque paiement reçu est proposé avec sa facture et les raisons.',
  ),
  byHand: typeset(
    'Cette connexion passe par des blocs de texte, portés à la main : un premier échange, et vos factures sont ici.',
  ),
  done: 'C’est fait',
  matched: typeset(
    'Premier paiement rapproché : il est dans l’onglet Paiements et dans le livre des recettes de votre feuille. Cette page peut être fermée.',
  ),
} as const
