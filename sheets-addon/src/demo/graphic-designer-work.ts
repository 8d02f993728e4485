import type { Day } from '@tabellion/shared/calendar'
import { type Entry, item, job, monthly, note, underWay, work } from './declaration.ts'

const LETTER_HOURS = [0.25, 2.5, 1.75, 3, 0.5, 2, 1.25, 4, 0.75, 1.5, 2.25, 0.25]

export const designerEntries = (today: Day): readonly Entry[] => [
  ...monthly(today, 'SCOP Radis Cosmique', (month, index) => [
    { item: 'LETTRE', label: `Infolettre, ${month}`, quantity: 1 },
    { item: 'H', label: `Déclinaisons et corrections, ${month}`, quantity: LETTER_HOURS[index] ?? 1 },
  ]),

  ...job('Brasserie Œil-de-Loup SARL', 'Gamme d’hiver', [
    work(352, 'Direction artistique de la gamme « Yeuse »', 2.5, 'jour', 380),
    work(345, 'Étiquettes 33 cl et 75 cl', 6, 'pièce', 120, {
      discount: 0.1,
      detail: 'Brune, ambrée, blonde.\nFichiers PDF/X-4, fonds perdus de 3 mm.\nDosage d’encre ≤ 300 %.',
    }),
    work(341, 'Planches d’essai du cœur de gamme, à la vignette', 250, 'pièce', 0.0385),
    work(338, 'Remise de bienvenue', 1, 'forfait', 50, { lineType: 'Remise' }),
  ]),
  ...job(
    '=Égal & Pair SAS',
    'Identité',
    [
      note(320, 'Première partie : l’identité'),
      item(318, 'LOGO', 1),
      item(310, 'CHARTE', 1),
      note(309, 'Seconde partie : les supports'),
      work(305, 'Gabarits de papeterie', 3, 'pièce', 85.5),
      work(
        298,
        'Déclinaison de l’identité pour l’ensemble des supports de la campagne « À travail égal » : trois formats d’affiche, deux dépliants, une bâche de 4 × 3 m, un kakémono et les visuels des réseaux, fichiers sources compris',
        1,
        'forfait',
        420,
      ),
    ],
    { clientReference: 'BC-0317' },
  ),
  ...job(
    'Commune de Saint-Crayon-le-Vieux',
    'Bulletin n° 41',
    [
      work(262, 'Mise en page du bulletin municipal', 24, 'page', 32),
      work(258, 'Retouche des photographies d’archives', 37.5, 'h', 42, {
        detail: 'Fonds de l’école, de la gare et du lavoir.\nNumérisation fournie par la mairie.',
      }),
      work(256, 'Illustration de couverture', 1, 'forfait', 280),
      work(255, 'Droits de reproduction de deux clichés, avancés pour votre compte', 1, 'forfait', 38.5, {
        nature: 'Débours',
      }),
    ],
    { clientReference: 'BC-2041' },
  ),
  ...job('Zénobie et Firmin Pastoureau-Lune', 'Noces', [
    work(231, 'Faire-part de mariage : composition', 1, 'forfait', 240),
    work(224, 'Faire-part imprimés, papier « Nuage »', 80, 'pièce', 0.85, { nature: 'Vente de marchandises' }),
  ]),
  ...job(
    'Atelier Gaufrette SRL',
    'Coffrets',
    [
      work(214, 'Étui du coffret « Spéculoos »', 4, 'pièce', 210),
      item(209, 'ILLU', 2),
      work(204, 'Adaptation néerlandaise des textes', 6.75, 'h', 45),
    ],
    { clientReference: 'PO 88/17' },
  ),
  ...job('Vanille & Ravine SARL', 'Étiquettes', [
    item(196, 'LOGO', 1, { label: 'Refonte du logotype', discount: 0.15 }),
    work(190, 'Étiquettes de tubes de gousses', 8, 'pièce', 55),
    work(189, 'Appel de cadrage, décalage horaire compris', 0.5, 'h', 45),
  ]),
  ...job('Maison LOUŸS & Filles', 'Catalogue', [
    work(171, 'Maquette du catalogue de printemps', 36, 'page', 18.75),
    work(166, 'Détourage de photographies', 112, 'pièce', 3.275),
    work(165, 'Licence de la police « Vasistas », au prorata', 1, 'forfait', 31.416667),
    work(163, 'Réunion de calage chez l’imprimeur', 0.25, 'jour', 380),
    work(163, 'Déplacement Lyon – Villefranche et retour', 74, 'km', 0.529),
    note(162, 'Bon à tirer signé par M. Œillet ; tirages reliés en sus, à 12 € l’exemplaire.'),
  ]),
  ...job('Association Les Bobines Bavardes', 'Festival', [
    work(148, 'Affiche du festival, tarif associatif', 1, 'forfait', 600, { discount: 0.5 }),
    work(142, 'Programme de poche, huit volets', 1, 'forfait', 450, { discount: 0.125 }),
    work(139, 'Licence d’une photographie, avancée pour votre compte', 1, 'forfait', 64.9, { lineType: 'Débours' }),
  ]),
  ...job('Alpenglüh Produkte AG', 'Webshop', [
    work(126, 'Pictogrammes de la boutique en ligne', 18, 'pièce', 47.5),
    work(120, 'Bannières saisonnières, quatre langues', 4, 'pièce', 92),
  ]),
  ...job('Ondine Tirelarigot', 'Carnet', [
    work(111, 'Carnet d’aquarelles : numérisation', 48, 'page', 2.35),
    work(104, 'Carnet d’aquarelles : mise en page', 1, 'forfait', 260),
  ]),
  ...job(
    'Commune de Saint-Crayon-le-Vieux',
    'Bulletin n° 42',
    [
      work(84, 'Mise en page du bulletin municipal', 24, 'page', 32),
      work(80, 'Retouche des photographies', 21, 'h', 42),
      work(79, 'Illustration de couverture', 1, 'forfait', 280),
    ],
    { clientReference: 'BC-2077' },
  ),
  ...job('Alpenglüh Produkte AG', 'Messe', [work(70, 'Stand de salon : panneaux et comptoir', 1, 'forfait', 740)]),
  ...job('Atelier Gaufrette SRL', 'Salon', [work(66, 'Fresque du stand, 6 m de long', 1, 'forfait', 680)]),
  ...job('Maison LOUŸS & Filles', 'Vitrine', [
    work(52, 'Lettres adhésives pour vitrine', 14, 'pièce', 22.15),
    work(49, 'Pose et réglages sur place', 3.5, 'h', 45),
  ]),

  // One invoice per line: no *Regroupement*, and the client's own order number on each.
  ...job('Éditions du Hérisson Volant', '', [
    item(330, 'ILLU', 1, { clientReference: 'BC-HV-101' }),
    item(287, 'ILLU', 2, { clientReference: 'BC-HV-108' }),
    item(241, 'ILLU', 1, { clientReference: 'BC-HV-113', label: 'Illustration de couverture, tome 3' }),
    item(180, 'ILLU', 3, { clientReference: 'BC-HV-120' }),
    item(133, 'ILLU', 1, { clientReference: 'BC-HV-126', unitPrice: 190 }),
    item(92, 'ILLU', 1, { clientReference: 'BC-HV-131' }),
    item(58, 'ILLU', 2, { clientReference: 'BC-HV-140', detail: 'Pages 12 et 47.' }),
    item(21, 'ILLU', 1, { clientReference: 'BC-HV-144' }),
  ]),

  // Quotes: see the story of the business.
  ...job(
    'Théâtre du Quai Bancal',
    'Saison',
    [
      work(74, 'Affiches de la saison', 6, 'pièce', 250),
      work(74, 'Programme de 32 pages', 1, 'forfait', 1100),
      work(74, 'Signalétique du hall', 1, 'forfait', 500),
    ],
    underWay,
  ),
  ...job(
    'Vanille & Ravine SARL',
    'Coffret de fêtes',
    [work(60, 'Coffret de fêtes, trois formats', 3, 'pièce', 190)],
    underWay,
  ),
  ...job(
    'Association Les Bobines Bavardes',
    'Anniversaire',
    [work(50, 'Affiche des dix ans', 1, 'forfait', 480)],
    underWay,
  ),

  ...job('=Égal & Pair SAS', 'Rapport annuel', [
    work(18, 'Mise en page du rapport annuel', 48, 'page', 24.5),
    work(12, 'Infographies sur mesure', 5, 'pièce', 95),
    work(7, 'Relecture du bon à tirer', 0.25, 'jour', 380),
  ]),
  ...job(
    'Brasserie Œil-de-Loup SARL',
    'Gamme de printemps',
    [
      work(16, 'Recherche de noms et d’univers', 1.5, 'jour', 380),
      work(5, 'Étiquettes 33 cl', 4, 'pièce', 120),
      work(1, 'Sous-bocks, recto verso', 2, 'pièce', 90),
    ],
    underWay,
  ),
  ...job('Ondine Tirelarigot', 'Exposition', [work(3, 'Carton d’invitation, recto', 1, 'forfait', 95)], underWay),
]
