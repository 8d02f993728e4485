import type { CellRef } from '@tabellion/shared/kernel'
import { type Cell, textOf } from './cell.ts'
import { publicTariffs } from './read-processors.ts'
import { mailSettings } from './settings/mails.ts'
import { quoteSettings } from './settings/quotes.ts'
import { reminderSettings } from './settings/reminders.ts'
import { OFF, type SettingDeclaration, setting } from './settings/setting.ts'
import { headingKey, type Table } from './table.ts'

/** door.md §3, in the order of the tab. */
export const settingDeclarations = [
  setting('Identité', 'Prénom et nom', 'Obligatoire sur chaque facture, avec « EI » que nous ajoutons.'),
  setting('Identité', 'Nom commercial', 'Facultatif : imprimé en plus de votre nom.'),
  setting('Identité', 'Adresse', 'Obligatoire.'),
  setting('Identité', "Complément d'adresse", 'Facultatif.'),
  setting('Identité', 'Code postal', 'Obligatoire.'),
  setting('Identité', 'Ville', 'Obligatoire.'),
  setting('Identité', 'Pays', 'Code à deux lettres.', { default: 'FR' }),
  setting('Identité', 'SIRET', 'Obligatoire : 14 chiffres, sur votre avis de situation Insee.'),
  setting('Identité', 'N° TVA', 'Nécessaire si vous facturez la TVA, ou des entreprises d’un autre pays de l’UE.'),
  setting('Identité', 'Code APE', 'Facultatif.'),
  setting('Identité', 'Inscription au RCS', 'La ville du greffe, seulement si vous êtes commerçant inscrit au RCS.'),
  setting('Identité', 'E-mail', 'Imprimé, et adresse de réponse de vos envois.'),
  setting('Identité', 'Téléphone', 'Facultatif.'),
  setting('Identité', 'Site', 'Facultatif.'),
  setting('Identité', 'Logo', 'Choisi par Facturation › Réglages › Modèles et logo.'),
  setting(
    'Identité',
    'Assurance professionnelle',
    'Pour les métiers du bâtiment : assureur, coordonnées et territoire couvert.',
  ),
  setting('Identité', 'Médiateur de la consommation', 'Si vous avez des clients particuliers : nom, adresse et site.'),
  setting('Activité', 'Nature principale', 'Elle remplit la colonne Nature quand vous la laissez vide.', {
    default: 'Prestation BNC',
    list: 'natures',
  }),
  setting('Activité', 'Autres natures', 'Si vous en avez plusieurs, séparées par des points-virgules.'),
  setting('Activité', 'Caisse de retraite', 'SSI, sauf si votre avis d’affiliation dit CIPAV.', {
    default: 'SSI',
    list: 'funds',
  }),
  setting('Activité', 'Artisan', 'VRAI si vous êtes inscrit comme artisan.', OFF),
  setting('Activité', 'Date de début', 'Le début de votre activité, au format jj/mm/aaaa.'),
  setting('Activité', 'Date de fin', 'Seulement si vous avez cessé votre activité.'),
  setting('Activité', 'Rythme Urssaf', 'Mensuel ou Trimestriel.', { default: 'Trimestriel', list: 'urssafRhythms' }),
  setting('Activité', 'ACRE', 'VRAI si l’Urssaf vous a accordé l’exonération de début d’activité.', OFF),
  setting('Activité', 'Versement libératoire', 'VRAI si vous payez l’impôt avec vos cotisations.', OFF),
  setting(
    'Activité',
    'Département',
    'Par exemple 69 ou 2A ; il fixe quelques dates. Vide : celui de votre code postal.',
  ),
  setting(
    'Activité',
    'Déjà encaissé cette année',
    'Ce que vous avez encaissé cette année avant cet outil, hors taxes : 12 000, ou par nature : Prestation BNC : 12 000 ; Vente de marchandises : 800.',
  ),
  setting(
    'Activité',
    "Déjà encaissé jusqu'au",
    'Le dernier jour que cette somme compte. Vide : le jour de la mise en place.',
  ),
  setting(
    'Activité',
    'Dont pas encore déclaré',
    'La part de cette somme que vous n’avez pas encore déclarée à l’Urssaf, écrite de même.',
  ),
  setting('Activité', "CFE de l'an dernier", 'Le montant de votre dernier avis de CFE : il dit si un acompte est dû.'),
  setting('Activité', 'Exonéré de CFE', 'VRAI si vous n’en payez pas.', OFF),
  setting('Activité', 'CFE mensualisée', 'VRAI si elle est prélevée chaque mois.', OFF),
  setting('Activité', 'Déclaration de revenus sur papier', 'VRAI si vous n’avez pas d’accès à Internet.', OFF),
  setting(
    'Activité',
    "Acomptes d'impôt",
    'Mensuels ou Trimestriels, pour les voir dans les échéances ; vide : sans eux.',
    {
      list: 'taxInstalments',
    },
  ),
  setting('TVA', 'Régime de TVA', 'Franchise en base : vous ne facturez pas la TVA.', {
    default: 'Franchise en base',
    list: 'vatRegimes',
  }),
  setting('TVA', 'Régime depuis le', 'Le premier jour de ce régime.'),
  setting('TVA', 'Exigibilité', 'Encaissements, sauf option pour les débits.', {
    default: 'Encaissements',
    list: 'vatPoints',
  }),
  setting('TVA', 'Jour de dépôt CA3', 'Le jour que montre votre espace professionnel, de 15 à 24.'),
  setting(
    'TVA',
    'Prestations à des professionnels UE',
    'VRAI si vous vendez des services à des entreprises de l’UE.',
    OFF,
  ),
  setting('Documents', 'Métier', 'Il règle la mise en page.', { default: 'Consultant', list: 'trades' }),
  setting('Documents', 'Couleur', 'La couleur de vos documents, par exemple #184d78.', { default: '#184d78' }),
  setting('Documents', 'Texte avant les lignes', 'Facultatif.'),
  setting('Documents', 'Texte après le total', 'Facultatif.'),
  setting('Documents', 'Message de fidélité', 'Facultatif : imprimé pour vos clients fidèles.'),
  setting(
    'Documents',
    'Conditions générales',
    'Le texte de vos CGV, imprimé dans vos devis avant la signature, ou un lien, imprimé aussi sur vos factures.',
  ),
  setting('Documents', 'Version CGV', 'Imprimée sur vos devis et factures.'),
  setting('Numérotation', 'Motif des factures', 'Jetons {AAAA} {AA} {MM} {0000}.', { default: 'F{AAAA}-{0000}' }),
  setting('Numérotation', 'Motif des avoirs', 'Comme les factures.', { default: 'AV{AAAA}-{0000}' }),
  setting('Numérotation', 'Motif des devis', 'Comme les factures.', { default: 'D{AAAA}-{0000}' }),
  setting('Numérotation', 'Dernière facture hors de cet outil', 'La numérotation continue après elle.'),
  setting('Numérotation', 'Dernier avoir hors de cet outil', 'La numérotation continue après lui.'),
  ...quoteSettings,
  setting('Paiement', 'Titulaire du compte', 'Votre nom par défaut.'),
  setting('Paiement', 'IBAN', 'Imprimé avec un code QR que vos clients scannent.'),
  setting('Paiement', 'BIC', 'Facultatif.'),
  setting('Paiement', 'Modes de règlement', 'Séparés par des virgules.', { default: 'Virement' }),
  setting(
    'Paiement',
    'Frais des prestataires',
    'Ce que gardent ceux qui encaissent vos cartes : nom, pourcentage, part fixe. Tarifs publics, à confirmer sur votre contrat.',
    { default: publicTariffs },
  ),
  setting('Paiement', 'Délai de paiement', 'Quand la fiche du client n’en dit rien.', {
    default: '30 jours',
    list: 'paymentTerms',
  }),
  setting('Paiement', 'Lecture de « fin de mois »', 'Jours puis fin de mois, ou Fin de mois puis jours.', {
    default: 'Jours puis fin de mois',
    list: 'endOfMonthReadings',
  }),
  setting(
    'Paiement',
    'Taux des pénalités',
    'Taux BCE + 10 points, ou un taux convenu d’au moins trois fois le taux légal.',
    { default: 'Taux BCE + 10 points' },
  ),
  setting('Paiement', 'Escompte', 'Vide : aucun escompte pour paiement anticipé.'),
  ...reminderSettings,
  ...mailSettings,
  setting(
    'Automatisation',
    'Rappels des échéances',
    'Jours avant chaque échéance fiscale ou sociale ; 0 est le jour même. La colonne Rappels d’une ligne l’emporte.',
    { default: '30 ; 7 ; 1 ; 0' },
  ),
  setting(
    'Automatisation',
    'Rappels par e-mail',
    'VRAI : un seul message par jour, à votre adresse, et seulement s’il y a du nouveau.',
    {
      default: 'VRAI',
      list: 'booleans',
    },
  ),
] as const satisfies readonly SettingDeclaration[]

export type SettingName = (typeof settingDeclarations)[number]['name']
const declarations = new Map<string, SettingDeclaration>(
  settingDeclarations.map((declaration) => [headingKey(declaration.name), declaration]),
)

/** The declaration of a setting named by a person, without case or accents. */
export const settingNamed = (name: string): SettingDeclaration | undefined => declarations.get(headingKey(name))

export interface Settings {
  /** The value, the default when the cell is empty, else `''`. */
  text(name: SettingName): string
  /** The sheet row, when the setting has one. */
  row(name: SettingName): number | undefined
  /** Where its value stands, for whoever finds fault with it. */
  cell(name: SettingName): CellRef
}

export const settingCell = (row: number | undefined): CellRef => ({
  tab: 'settings',
  column: 'value',
  ...(row === undefined ? {} : { row }),
})

/** A setting that cannot be read as what it is for: it blocks what stands on it, until something like `expected` is in its cell. */
export const wrongSetting = (settings: Settings, setting: SettingName, expected: string) =>
  ({
    code: 'wrong-setting',
    setting,
    text: settings.text(setting),
    expected,
    severity: 'blocking',
    at: settings.cell(setting),
  }) as const

export function readSettings(table: Table<'settings'>): Settings {
  const found = new Map<string, { value: Cell; row: number }>()
  for (const { row, cells } of table.rows) {
    const key = headingKey(textOf(cells.name))
    // The first row of a name wins: a later double is an accident of copying.
    if (key !== '' && !found.has(key)) found.set(key, { value: cells.value, row })
  }
  const row = (name: SettingName) => found.get(headingKey(name))?.row
  return {
    text: (name) => textOf(found.get(headingKey(name))?.value ?? '') || (settingNamed(name)?.default ?? ''),
    row,
    cell: (name) => settingCell(row(name)),
  }
}
