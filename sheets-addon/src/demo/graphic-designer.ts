import { type Day, yearOf } from '@tabellion/shared/calendar'
import { article, client, type DeclaredBusiness } from './declaration.ts'
import { designerEntries } from './graphic-designer-work.ts'

// Invented people, firms, streets and communes. SIRET, VAT numbers and IBAN have right keys and no owner we know of; the
// telephone numbers are those that Arcep keeps for fiction (decision 2018-0881, annex 2); `.example` belongs to nobody
// (RFC 2606).

/** In franchise en base, liberal (BNC), quarterly; an EU client obliges her to a VAT number all the same (CGI art. 286 ter). */
export const graphicDesigner: DeclaredBusiness = {
  settings: (today: Day) => ({
    'Prénom et nom': 'Ysoline Brumelle',
    'Nom commercial': 'L’Encrier du Mardi',
    Adresse: '7, passage des Encres-Bleues',
    "Complément d'adresse": 'Atelier 3, cour du fond',
    'Code postal': '69001',
    Ville: 'Lyon',
    Pays: 'FR',
    SIRET: '99999037700015',
    'N° TVA': 'FR54999990377',
    'Code APE': '74.10Z',
    'E-mail': 'ysoline@encrier-du-mardi.example',
    Téléphone: '04 65 71 00 42',
    Site: 'encrier-du-mardi.example',
    'Nature principale': 'Prestation BNC',
    'Autres natures': 'Vente de marchandises',
    'Caisse de retraite': 'SSI',
    'Date de début': `01/04/${yearOf(today) - 3}`,
    'Rythme Urssaf': 'Trimestriel',
    'Versement libératoire': 'VRAI',
    Département: '69',
    'Régime de TVA': 'Franchise en base',
    'Régime depuis le': `01/04/${yearOf(today) - 3}`,
    'Prestations à des professionnels UE': 'VRAI',
    Métier: 'Graphiste',
    Couleur: '#c2410c',
    'Texte après le total': 'Les droits cédés sont ceux du devis accepté ; ils le sont au paiement complet.',
    'Message de fidélité': 'Merci de votre fidélité : chaque année, les couleurs sont plus belles.',
    'Version CGV': 'v3',
    IBAN: 'FR76 9999 9000 4200 0123 4567 873',
    BIC: 'DEMOFRPP',
    'Modes de règlement': 'Virement, Chèque',
    'Délai de paiement': '30 jours',
    'Relances par défaut': 'À valider',
  }),
  clients: [
    client('Professionnel', 'Brasserie Œil-de-Loup SARL', '18, montée des Houblons', '42000', 'Saint-Étienne', {
      contact: 'Mme Fleur Chantepluie',
      email: 'compta@oeil-de-loup.example',
      phone: '04 65 71 10 11',
      siret: '99999074000014',
      vatNumber: 'FR76999990740',
      paymentTerm: '45 jours fin de mois',
      reminders: 'À valider',
      bankNames: 'OEIL DE LOUP',
    }),
    // Text, and it must stay text: a spreadsheet would take both for formulas.
    client('Professionnel', '=Égal & Pair SAS', '2, rue de l’Équation', '38000', 'Grenoble', {
      email: 'bonjour@egal-et-pair.example',
      siret: '99999111000019',
      paymentTerm: '30 jours',
      bankNames: 'EGAL PAIR',
      message: 'Merci pour cette belle symétrie.',
    }),
    client(
      'Administration',
      'Commune de Saint-Crayon-le-Vieux',
      'Place du Taille-Crayon',
      '69380',
      'Saint-Crayon-le-Vieux',
      {
        contact: 'Service communication',
        email: 'finances@saint-crayon.example',
        siret: '29999012700019',
        paymentTerm: '30 jours',
        reminders: 'Jamais',
      },
    ),
    client('UE', 'Atelier Gaufrette SRL', 'Rue du Fer-à-Gaufres 88', '1000', 'Bruxelles', {
      country: 'Belgique',
      email: 'facturen@gaufrette.example',
      vatNumber: 'BE 0999.901.239',
    }),
    client('Hors UE', 'Alpenglüh Produkte AG', 'Edelweißgasse 5', '8001', 'Zürich', {
      country: 'Suisse',
      contact: 'Herr Urs Nebelhorn',
      email: 'rechnung@alpengluh.example',
    }),
    client('Particulier', 'Zénobie et Firmin Pastoureau-Lune', '31 ter, chemin du Gué', '01600', 'Trévoux', {
      paymentTerm: 'À réception',
      preferredMethod: 'Chèque',
    }),
    client('Professionnel', 'Éditions du Hérisson Volant', '4, quai des Épreuves', '69007', 'Lyon', {
      email: 'droits@herisson-volant.example',
      accountingEmail: 'factures@herisson-volant.example',
      siret: '99999148200012',
      oneInvoicePerLine: true,
      reminders: 'Automatiques',
    }),
    client('Professionnel', 'Vanille & Ravine SARL', '18, rue du Four-à-Chaux', '97410', 'Saint-Pierre', {
      email: 'compta@vanille-ravine.example',
      siret: '99999185400012',
    }),
    client('Professionnel', 'Maison LOUŸS & Filles', '12, rue des Soyeuses', '69400', 'Villefranche-sur-Saône', {
      addressExtra: 'Bâtiment B, 2e étage',
      contact: 'M. Aurélien Œillet',
      email: 'atelier@louys.example',
      siret: '99999222500014',
      paymentTerm: '60 jours',
      template: 'Consultant',
      penaltyRate: 0.12,
    }),
    client('Professionnel', 'Association Les Bobines Bavardes', '9, rue du Clap', '69100', 'Villeurbanne', {
      email: 'tresorerie@bobines-bavardes.example',
      siret: '99999259700016',
      paymentTerm: '15 jours',
    }),
    client('Professionnel', 'SCOP Radis Cosmique', '1, allée du Compost', '69120', 'Vaulx-en-Velin', {
      email: 'factures@radis-cosmique.example',
      siret: '99999296900017',
      reminders: 'Automatiques',
      bankNames: 'RADIS COSMIQUE SCOP',
    }),
    client('Professionnel', 'Théâtre du Quai Bancal', '3, quai Bancal', '71000', 'Mâcon', {
      email: 'administration@quai-bancal.example',
      siret: '99999333000011',
      termsVersion: 'v2',
    }),
    client('Particulier', 'Ondine Tirelarigot', '6, impasse des Soupirs', '26000', 'Valence', {
      email: 'ondine@tirelarigot.example',
      phone: '06 39 98 12 34',
      paymentTerm: 'À réception',
    }),
  ],
  catalog: [
    article('LOGO', 'Création de logotype', 'forfait', 900, 'Prestation BNC', {
      detail: 'Trois pistes, deux allers-retours, fichiers vectoriels.',
    }),
    article('CHARTE', 'Charte graphique de 16 pages', 'forfait', 650, 'Prestation BNC'),
    article('ILLU', 'Illustration intérieure, noir et blanc', 'pièce', 145, 'Prestation BNC'),
    article('LETTRE', 'Infolettre : maquette et intégration', 'forfait', 180, 'Prestation BNC'),
    article('H', 'Exécution, à l’heure', 'h', 45, 'Prestation BNC'),
    article('FLASH', 'Bannière animée', 'pièce', 120, 'Prestation BNC', { active: false }),
  ],
  entries: designerEntries,
  story: {
    noticed: { job: 'Catalogue', ago: 112 },
    late: 'Webshop',
    later: 'Étiquettes',
    planned: 'Carnet',
    accepted: 'Saison',
    partly: 'Rapport annuel',
    sent: 'Gamme de printemps',
    draft: 'Exposition',
    declined: 'Anniversaire',
    expired: 'Coffret de fêtes',
  },
}
