import { OFF, setting } from './setting.ts'

/** What quotes say beside their lines, and what follows by itself. */
export const quoteSettings = [
  setting('Devis', 'Validité des devis', 'En jours.', { default: '30' }),
  setting('Devis', 'Acompte proposé à partir de', 'Total du devis, en euros, à partir duquel il propose un acompte.', {
    default: '1500',
  }),
  setting('Devis', 'Acompte proposé', 'La part du total. Dans l’onglet Devis, Acompte % la change.', {
    default: '30 %',
  }),
  setting('Devis', 'Prix du devis', 'Vide : le devis est gratuit, et le dit. Sinon ce qu’il coûte, en une phrase.'),
  setting('Devis', 'Frais de déplacement', 'Imprimés sur chaque devis, par exemple : inclus, ou 0,60 € par km.'),
  setting(
    'Devis',
    'Déchets de chantier',
    'Travaux de bâtiment ou de jardin : quantité, enlèvement, point de collecte et coût. Obligatoire sur ces devis.',
  ),
  setting(
    'Devis',
    'Devis signés hors établissement',
    'VRAI si vos clients particuliers signent chez eux ou à distance : le devis dit leur droit de rétractation.',
    OFF,
  ),
  setting('Devis', 'Facturer à l’acceptation', 'VRAI : un devis accepté est facturé aussitôt.', OFF),
  setting(
    'Devis',
    'Commandes : créer le devis',
    'VRAI : chaque commande reçue devient un devis sans vous attendre.',
    OFF,
  ),
  setting('Devis', 'Commandes : envoyer le devis', 'VRAI : ce devis part aussitôt par e-mail.', OFF),
] as const
