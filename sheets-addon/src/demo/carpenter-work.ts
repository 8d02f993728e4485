import type { Day } from '@tabellion/shared/calendar'
import { type Entry, item, job, monthly, note, type SaleRow, underWay, work } from './declaration.ts'

const normal: SaleRow = { vatRate: 0.2 }
/** Improvement of a home completed more than two years ago (CGI art. 279-0 bis). */
const home: SaleRow = { vatRate: 0.1 }
/** Its energy renovation (CGI art. 278-0 bis A). */
const energy: SaleRow = { vatRate: 0.055 }
const goods: SaleRow = { nature: 'Vente de marchandises', vatRate: 0.2 }
/** Leaves France or crosses to the overseas départements: without VAT, whatever the rate. */
const away: SaleRow = { nature: 'Vente de marchandises' }
const subcontracting: SaleRow = {
  exemption: 'Autoliquidation – sous-traitance du bâtiment (CGI 283, 2 nonies)',
}

const EXTRA_HOURS = [1.5, 0.25, 3, 2, 0.75, 4.5, 1, 2.25, 0.5, 3.5, 1.25, 2]

export const carpenterEntries = (today: Day): readonly Entry[] => [
  ...monthly(today, 'Hôtel du Cœur-Volant SAS', (month, index) => [
    { label: `Entretien des menuiseries, ${month}`, quantity: 1, unit: 'mois', unitPrice: 165, ...normal },
    { item: 'MO', label: `Heures au-delà du contrat, ${month}`, quantity: EXTRA_HOURS[index] ?? 1, ...normal },
  ]),

  ...job('Mme Clothilde Vermouillet-Dague', 'Séjour', [
    note(356, 'Logement achevé depuis plus de deux ans, attesté par le client au devis.'),
    work(355, 'Dépose des anciennes fenêtres', 3, 'pièce', 85, {
      ...energy,
      detail: 'Évacuation et tri en déchèterie compris.\nBordereau de dépôt joint.',
    }),
    item(352, 'FEN', 3),
    item(351, 'POSE', 3),
    work(348, 'Parquet de chêne, pose clouée', 18.75, 'm²', 64.9, home),
    work(347, 'Plinthes moulurées', 22.4, 'm', 11.35, home),
    item(344, 'TABLE', 1, { discount: 0.1 }),
  ]),
  ...job(
    'Bâtisseurs du Val Cornu SAS',
    'Les Terrasses, lot 6',
    [
      work(322, 'Pose de blocs-portes, bâtiment A', 14, 'pièce', 62),
      work(316, 'Cloisons à ossature bois', 46.2, 'm²', 38.4),
      // The article's own rate must not win over the 0 % of the row.
      item(311, 'MO', 37.5, { label: 'Main-d’œuvre de chantier', vatRate: 0 }),
      note(310, 'Réserves levées sur place, procès-verbal signé par M. Parpaing.'),
    ],
    { ...subcontracting, clientReference: 'BC-VC-6-018' },
  ),
  ...job(
    '+ de Bois SARL',
    'Réassort',
    [
      work(288, 'Tasseaux rabotés 40 × 40 mm', 240, 'm', 1.734725, goods),
      work(288, 'Plateaux de frêne, qualité ébénisterie', 6, 'pièce', 148, { ...goods, discount: 0.125 }),
      work(287, 'Chevilles de hêtre, au cent', 12.5, 'lot', 3.625, goods),
      work(286, 'Livraison à Poitiers', 1, 'forfait', 60, goods),
    ],
    { clientReference: 'BC-4471' },
  ),
  ...job(
    'Commune de Saint-Rabot-des-Landes',
    'École',
    [
      work(266, 'Réfection de portes de classe', 6, 'pièce', 410, normal),
      work(265, 'Ferme-portes à glissière', 6, 'pièce', 58.9, normal),
      item(264, 'MO', 12.5, normal),
    ],
    { clientReference: 'BC-1182' },
  ),
  // Work to hotels and shops is at 20 %; goods that leave France follow their client, without a rate.
  ...job('Möbelhaus Grünspan GmbH', 'Herbst', [
    work(243, 'Chaises « Ripaille » en frêne', 12, 'pièce', 148, away),
    item(243, 'TABLE', 2),
    work(242, 'Emballage et transport jusqu’à Stuttgart', 1, 'forfait', 240, away),
  ]),
  ...job('Piton d’Argent SARL', 'Boutique', [
    work(219, 'Présentoirs à bijoux, en noyer', 9, 'pièce', 78.4, away),
    work(218, 'Miroirs encadrés, chêne fumé', 4, 'pièce', 126, away),
    work(217, 'Fret maritime, caisse comprise', 1, 'forfait', 285, away),
  ]),
  ...job('Annelies van Peperzele', 'Ripaille', [
    item(201, 'TABLE', 1, { detail: 'Enlevée à l’atelier par la cliente.' }),
    item(201, 'BANC', 2),
  ]),
  ...job('Chalets Dent-Creuse Sàrl', '', [
    work(183, 'Volets pleins en mélèze, barres et écharpe', 16, 'pièce', 132.5, away),
    work(182, 'Caisse et formalités d’exportation', 1, 'forfait', 195, away),
  ]),
  ...job(
    'Les Ateliers Ÿgrec',
    'Comptoir',
    [
      work(163, 'Comptoir d’accueil en deux éléments', 1, 'forfait', 2850, {
        ...goods,
        detail: 'Plateau : chêne massif, 4 200 × 650 × 40 mm.\nFaçade : lames ajourées.\nŒillets passe-câbles fournis.',
      }),
      work(158, 'Pose, raccords et mise à niveau', 14.25, 'h', 48, normal),
      work(157, 'Étagères murales', 5, 'pièce', 96, goods),
      work(156, 'Déplacements', 38, 'km', 0.655, normal),
      work(156, 'Redevance de voirie, avancée pour votre compte', 1, 'forfait', 84, { nature: 'Débours' }),
      work(155, 'Remise commerciale sur le mobilier', 1, 'forfait', 150, { ...goods, lineType: 'Remise' }),
    ],
    { clientReference: 'BC-ŸG-12' },
  ),
  ...job('Gaspard Trottemenu', 'Placard', [
    work(131, 'Placard sous pente, deux portes', 1, 'forfait', 1180, home),
    item(130, 'MO', 6.5),
    work(130, 'Tabouret de bricolage', 1, 'pièce', 68, goods),
  ]),
  ...job(
    'Bâtisseurs du Val Cornu SAS',
    'La Halle, lot 6',
    [
      work(103, 'Pose de blocs-portes coupe-feu', 9, 'pièce', 94, { vatRate: 0 }),
      work(98, 'Bardage intérieur à claire-voie', 61.35, 'm²', 41.2),
    ],
    { ...subcontracting, clientReference: 'BC-VC-6-031' },
  ),
  ...job(
    'Commune de Saint-Rabot-des-Landes',
    'Salle des fêtes',
    [
      work(77, 'Estrade démontable, huit modules', 8, 'pièce', 218, normal),
      work(
        75,
        'Mise en conformité de l’accès à l’estrade : rampe amovible à 5 %, garde-corps à barreaux verticaux, nez de marche contrastés, bande d’éveil à la vigilance et signalétique, plans et notice d’entretien remis en mairie',
        1,
        'forfait',
        940,
        normal,
      ),
    ],
    { clientReference: 'BC-1240' },
  ),

  // One invoice per line: each repair has the syndic's own order.
  ...job(
    'Syndic Pierre-Qui-Roule',
    '',
    [
      work(298, 'Remplacement d’une gâche, hall B', 1, 'forfait', 128, { clientReference: 'OS-2207' }),
      work(247, 'Rabotage de la porte de la cave', 0.75, 'h', 48, { clientReference: 'OS-2219' }),
      work(194, 'Main courante de l’escalier C', 7.2, 'm', 54.5, { clientReference: 'OS-2236' }),
      work(140, 'Barre antipanique, local à vélos', 1, 'forfait', 215, { clientReference: 'OS-2251' }),
      work(88, 'Réglage de deux portes palières', 0.25, 'h', 48, { clientReference: 'OS-2260' }),
      work(29, 'Trappe de visite, dernier étage', 1, 'pièce', 164.5, { clientReference: 'OS-2274' }),
    ],
    home,
  ),

  // The balance waits for its deposit to be issued.
  ...job(
    'M. et Mme Quenouillard',
    'Escalier et fenêtres',
    [
      work(66, 'Acompte de 30 % – escalier à quartier tournant', 1, 'forfait', 1290, home),
      work(66, 'Acompte de 30 % – fenêtres', 1, 'forfait', 834.75, energy),
    ],
    { lineType: 'Acompte' },
  ),
  ...job(
    'M. et Mme Quenouillard',
    'Escalier et fenêtres',
    [
      work(26, 'Escalier à quartier tournant, frêne', 1, 'forfait', 4300, home),
      item(19, 'FEN', 3),
      item(18, 'POSE', 3),
    ],
    { ...underWay, lineType: 'Solde' },
  ),

  // Quotes: see the story of the business.
  ...job('+ de Bois SARL', 'Vitrines', [work(60, 'Vitrines en chêne', 4, 'pièce', 640, goods)], underWay),
  ...job('Piton d’Argent SARL', 'Portail', [work(50, 'Portail à claire-voie', 1, 'forfait', 2300, away)], underWay),
  ...job(
    'Mme Clothilde Vermouillet-Dague',
    'Pergola',
    [work(10, 'Pergola en douglas, posée', 1, 'forfait', 2480, home), item(10, 'MO', 4)],
    underWay,
  ),

  ...job('+ de Bois SARL', 'Réassort de saison', [
    work(17, 'Lames de terrasse, douglas', 84, 'm', 4.185, goods),
    work(15, 'Délignage à façon', 3.25, 'h', 48, normal),
  ]),
  ...job(
    'Les Ateliers Ÿgrec',
    'Bibliothèque',
    [
      work(13, 'Relevé et plan d’exécution', 3, 'h', 48, normal),
      work(6, 'Bibliothèque en merisier, six travées', 6, 'pièce', 385, goods),
      work(2, 'Pose et réglages', 5.5, 'h', 48, normal),
    ],
    underWay,
  ),
  ...job('Gaspard Trottemenu', 'Volets', [work(4, 'Volets battants, réparation', 2, 'pièce', 74.5, home)], underWay),
]
