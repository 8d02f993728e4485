import { type Day, yearOf } from '@tabellion/shared/calendar'
import { carpenterEntries } from './carpenter-work.ts'
import { article, client, type DeclaredBusiness } from './declaration.ts'

// Invented, as the graphic designer is (graphic-designer.ts).

/** VAT-liable artisan who sells furniture and works in houses: rates 20, 10 and 5.5, insurance, mediator, monthly returns. */
export const carpenter: DeclaredBusiness = {
  settings: (today: Day) => ({
    'Prénom et nom': 'Anatole Varlopin',
    'Nom commercial': 'Menuiserie Varlopin',
    Adresse: '12, impasse des Copeaux',
    'Code postal': '37000',
    Ville: 'Tours',
    Pays: 'FR',
    SIRET: '99999370200011',
    'N° TVA': 'FR38999993702',
    'Code APE': '43.32A',
    'E-mail': 'atelier@varlopin.example',
    Téléphone: '02 61 91 00 37',
    Site: 'varlopin.example',
    'Assurance professionnelle':
      'Assurances Tenon & Mortaise, 4, place du Compas, 79000 Niort – responsabilité décennale, France métropolitaine',
    'Médiateur de la consommation':
      'Médiation Fil-à-Plomb, 9, rue de l’Équerre, 75010 Paris, mediation-fil-a-plomb.example',
    'Nature principale': 'Prestation BIC',
    'Autres natures': 'Vente de marchandises',
    'Caisse de retraite': 'SSI',
    Artisan: 'VRAI',
    'Date de début': `01/09/${yearOf(today) - 6}`,
    'Rythme Urssaf': 'Mensuel',
    Département: '37',
    'Régime de TVA': 'Réel normal trimestriel',
    'Régime depuis le': `01/01/${yearOf(today) - 2}`,
    Exigibilité: 'Encaissements',
    'Jour de dépôt CA3': '19',
    Métier: 'Artisan',
    Couleur: '#7a4a1e',
    'Conditions générales': 'https://varlopin.example/cgv',
    'Version CGV': '2',
    'Titulaire du compte': 'Anatole Varlopin EI',
    IBAN: 'FR76 9999 9000 7700 0987 6543 243',
    BIC: 'DEMOFRPP',
    'Modes de règlement': 'Virement, Chèque, Carte',
    'Délai de paiement': '30 jours',
    Escompte: 'Escompte de 1 % pour paiement sous 8 jours',
    'Relances par défaut': 'À valider',
  }),
  clients: [
    client('Professionnel', 'Hôtel du Cœur-Volant SAS', '5, rue du Grand-Lit', '37400', 'Amboise', {
      email: 'comptabilite@coeur-volant.example',
      siret: '99999407200018',
      vatNumber: 'FR81999994072',
      paymentTerm: '30 jours fin de mois',
      reminders: 'Automatiques',
      bankNames: 'HOTEL COEUR VOLANT',
    }),
    client('Particulier', 'Mme Clothilde Vermouillet-Dague', '27, rue des Sarments', '37540', 'Saint-Cyr-sur-Loire', {
      email: 'clothilde@vermouillet.example',
      phone: '06 39 98 27 27',
      paymentTerm: 'À réception',
    }),
    client('Particulier', 'M. et Mme Quenouillard', '3, chemin de la Pie-Qui-Tousse', '41000', 'Blois', {
      paymentTerm: 'À réception',
      preferredMethod: 'Chèque',
    }),
    client('Professionnel', 'Bâtisseurs du Val Cornu SAS', '40, avenue du Mortier', '37100', 'Tours', {
      contact: 'M. Léandre Parpaing',
      email: 'compta@val-cornu.example',
      siret: '99999444500016',
      vatNumber: 'FR36999994445',
      paymentTerm: '45 jours fin de mois',
      penaltyRate: 0.12,
    }),
    // Text, and it must stay text.
    client('Professionnel', '+ de Bois SARL', '8, rue de la Scie-Sauteuse', '86000', 'Poitiers', {
      email: 'achats@plus-de-bois.example',
      siret: '99999481700016',
      bankNames: 'PLUS DE BOIS',
    }),
    client(
      'Administration',
      'Commune de Saint-Rabot-des-Landes',
      'Place de la Varenne',
      '37160',
      'Saint-Rabot-des-Landes',
      {
        contact: 'Services techniques',
        email: 'mairie@saint-rabot.example',
        siret: '29999034100016',
        paymentTerm: '30 jours',
        reminders: 'Jamais',
      },
    ),
    client('UE', 'Möbelhaus Grünspan GmbH', 'Hobelgasse 12', '70173', 'Stuttgart', {
      country: 'Allemagne',
      email: 'rechnung@gruenspan.example',
      vatNumber: 'DE 999 901 239',
      deliveryAddress: 'Lagerstraße 3, Tor B',
    }),
    client('Hors UE', 'Chalets Dent-Creuse Sàrl', 'Ruelle du Mélèze 6', '1950', 'Sion', {
      country: 'Suisse',
      email: 'bureau@dent-creuse.example',
    }),
    client('Professionnel', 'Syndic Pierre-Qui-Roule', '16, boulevard du Palier', '37200', 'Tours', {
      email: 'gestion@pierre-qui-roule.example',
      accountingEmail: 'factures@pierre-qui-roule.example',
      siret: '99999518600015',
      oneInvoicePerLine: true,
      paymentTerm: '60 jours',
    }),
    client('Professionnel', 'Piton d’Argent SARL', '2, sentier des Filaos', '97434', 'Saint-Paul', {
      email: 'boutique@piton-argent.example',
      siret: '99999555800015',
    }),
    client('Particulier', 'Annelies van Peperzele', 'Zaagselstraat 4', '9000', 'Gand', {
      country: 'Belgique',
      email: 'annelies@peperzele.example',
      paymentTerm: 'À réception',
      preferredMethod: 'Carte',
    }),
    client('Professionnel', 'Les Ateliers Ÿgrec', '1, cour des Deux-Branches', '37000', 'Tours', {
      addressExtra: 'Porte gauche',
      email: 'compta@ateliers-ygrec.example',
      siret: '99999592100015',
      paymentTerm: '45 jours',
      message: 'Au plaisir de voir votre comptoir servir.',
    }),
    client('Particulier', 'Gaspard Trottemenu', '10, rue Basse-des-Fées', '37270', 'Montlouis-sur-Loire', {
      email: 'gaspard@trottemenu.example',
    }),
  ],
  catalog: [
    article('MO', 'Main-d’œuvre, menuisier', 'h', 48, 'Prestation BIC', { vatRate: 0.1 }),
    article('FEN', 'Fenêtre en chêne, double vitrage', 'pièce', 742.5, 'Prestation BIC', {
      vatRate: 0.055,
      detail: '115 × 135 cm, Uw 1,3 W/m²·K.',
    }),
    article('POSE', 'Pose et calfeutrement d’une fenêtre', 'pièce', 185, 'Prestation BIC', { vatRate: 0.055 }),
    article('TABLE', 'Table « Ripaille » en chêne massif', 'pièce', 1150, 'Vente de marchandises', {
      vatRate: 0.2,
      detail: '200 × 90 cm, finition à l’huile.',
    }),
    article('BANC', 'Banc « Ripaille » assorti', 'pièce', 320, 'Vente de marchandises', { vatRate: 0.2 }),
    article('PVC', 'Porte-fenêtre en PVC', 'pièce', 480, 'Prestation BIC', { vatRate: 0.1, active: false }),
  ],
  entries: carpenterEntries,
  story: {
    noticed: { job: 'Placard', ago: 82 },
    late: 'Boutique',
    later: 'Réassort',
    planned: 'Séjour',
    accepted: 'Bibliothèque',
    partly: 'Salle des fêtes',
    sent: 'Pergola',
    draft: 'Volets',
    declined: 'Portail',
    expired: 'Vitrines',
  },
}
