import { formatDay } from '@tabellion/shared/calendar'
import { enumerate, quote, type Sentences, say, typeset } from '@tabellion/shared/kernel'
import { formatEuros } from '@tabellion/shared/money'
import type { BankId } from './bank.ts'
import type { Assumption, ColumnRole, DateOrder, ForeignFile, RowProblem, StatementProblem } from './problem.ts'
import type { Format } from './statement.ts'

/** Why a file was refused: what it is, and what to download instead. */
export const statementSentence = (problem: StatementProblem): string => typeset(say(refusals, problem))
/** Why a row was left out, or what to check about it. */
export const rowSentence = (problem: RowProblem): string => typeset(say(rows, problem))
/** What the file did not say and was supposed. */
export const assumptionSentence = (assumption: Assumption): string => typeset(say(assumptions, assumption))

const refusals: Sentences<StatementProblem> = {
  'empty-file': () => `Ce fichier est vide. ${advice()}`,
  'too-large': ({ bytes, limit }) =>
    `Ce fichier est trop gros (${megabytes(bytes)} ; ${megabytes(limit)} au plus). Téléchargez une période plus courte.`,
  'foreign-file': ({ what, bank }) => `${foreign[what]} ${advice(bank)}`,
  'truncated-file': ({ format, line, bank }) =>
    `Ce fichier ${formats[format]} est incomplet : il s’arrête ${line === undefined ? 'avant sa fin' : `à la ligne ${line}`}. Rien n’en a été repris. Téléchargez-le de nouveau. ${advice(bank)}`,
  'damaged-file': ({ format, bank }) =>
    `Ce fichier ${formats[format]} est abîmé ou n’est pas un relevé. Rien n’en a été repris. ${advice(bank)}`,
  'protected-file': ({ format }) =>
    `Ce ${format === 'zip' ? 'dossier ZIP' : 'classeur'} est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de passe (ou en CSV), puis recommencez.`,
  'date-order-unknown': ({ format, example }) =>
    `Dans ce fichier ${formats[format]}, rien ne dit si ${quote(example)} commence par le jour ou par le mois. Indiquez-le, ou téléchargez le même relevé en CSV ou en OFX.`,
  'no-readable-row': ({ format, rows: count, first }) =>
    `Aucune des ${count} lignes de ce fichier ${formats[format]} n’a pu être lue. La première : ${lowerFirst(say(rows, first))}`,
}

const rows: Sentences<RowProblem> = {
  'missing-date': ({ line, label }) => `Ligne ${line} : ${subject(label)} n’a pas de date et n’a pas été reprise.`,
  'unreadable-date': ({ line, text, label }) =>
    `Ligne ${line} : ${quote(text)} n’est pas une date ; ${subject(label)} n’a pas été reprise.`,
  'missing-amount': ({ line, label }) => `Ligne ${line} : ${subject(label)} n’a pas de montant et n’a pas été reprise.`,
  'unreadable-amount': ({ line, text, label }) =>
    `Ligne ${line} : ${quote(text)} n’est pas un montant ; ${subject(label)} n’a pas été reprise.`,
  'not-executed': ({ line, status, label }) =>
    `Ligne ${line} : l’état est ${quote(status)}, l’argent n’a pas bougé ; ${subject(label)} n’a pas été reprise.`,
  'no-transaction': ({ line, text }) => `Ligne ${line} : ${quote(text)} n’est pas une opération (ni date ni montant).`,
  'unreadable-record': ({ line, text }) => `Ligne ${line} : ${quote(text)} est illisible. Elle n’a pas été reprise.`,
  'balance-mismatch': ({ line, expectedCents, foundCents }) =>
    `Ligne ${line} : le solde imprimé est ${formatEuros(foundCents)}, les opérations donnent ${formatEuros(expectedCents)}. Il manque peut-être des lignes : vérifiez cette période.`,
  'doubtful-sign': ({ line, amountCents, label }) =>
    `Ligne ${line} : ${quote(label)} est inscrite comme un encaissement de ${formatEuros(amountCents)}, mais c’est un achat. Elle ne sera rapprochée d’aucune facture.`,
  'unknown-sign': ({ line, amountCents, label }) =>
    `Ligne ${line} : rien ne dit si ${subject(label)} (${formatEuros(amountCents)}) est un encaissement ou une dépense. Elle n’a pas été reprise.`,
  'member-refused': ({ member, problem }) => `${quote(member)}, dans l’archive : ${lowerFirst(say(refusals, problem))}`,
}

const assumptions: Sentences<Assumption> = {
  headings: ({ line, headings }) =>
    `Titres de la ligne ${line} compris ainsi : ${enumerate(headings.map(({ heading, role }) => `${heading === '' ? 'sans titre' : quote(heading)} = ${roles[role]}`))}.`,
  'no-headings': ({ columns }) =>
    `Pas de titres de colonnes, compris ainsi : ${enumerate(columns.map(({ column, role }) => `colonne ${column} = ${roles[role]}`))}.`,
  'debit-then-credit': ({ columns: [debit, credit] }) =>
    `Rien ne dit laquelle des deux colonnes de montants est le débit : la colonne ${debit} a été prise pour le débit, la ${credit} pour le crédit.`,
  'date-order': ({ order, from }) => `Dates lues ${orders[order]}, ${origins[from]}.`,
  years: ({ until }) => `Dates sans année : prises dans les douze mois jusqu’au ${formatDay(until)}.`,
  'date-column': ({ heading, instead }) =>
    `Date prise dans ${quote(heading)}, car ${quote(instead)} est vide sur des lignes en attente.`,
  'operation-date': ({ line, date }) =>
    `Ligne ${line} : sans date de comptabilisation, la date de l’opération (${formatDay(date)}) a été prise.`,
  'unsigned-amounts': () => 'Tous les montants sont sans signe : ils ont été pris pour des encaissements.',
  'plus-only': () =>
    'Seuls des encaissements portent un signe : les montants sans signe ont été pris pour des dépenses.',
  currency: ({ currency }) => `Devise non indiquée : ${currency} supposé.`,
  'joined-decimals': () => 'Les centimes séparés par une virgule sans guillemets ont été rattachés à leur montant.',
  'repaired-encoding': () => 'Les accents, encodés deux fois, ont été rétablis.',
  'plain-quotes': () => 'Les guillemets du fichier ont été lus comme des caractères des libellés.',
  'reversed-reversals': ({ count }) =>
    `${count} extourne(s) prise(s) dans l’autre sens que leur marque, car le solde de clôture le prouve.`,
  'kept-once': ({ count }) => `${count} opération(s) présente(s) dans deux fichiers de l’archive, reprise(s) une fois.`,
}

const foreign: Readonly<Record<ForeignFile, string>> = {
  pdf: 'Ce fichier est un PDF : un relevé à lire, sans les données des opérations.',
  image: 'Ce fichier est une image, pas un relevé.',
  'web-page': 'Ce fichier est une page web enregistrée, quel que soit son nom, pas un relevé.',
  'login-page':
    'Ce fichier est la page de connexion de la banque : la session avait expiré pendant le téléchargement. Reconnectez-vous, puis recommencez.',
  'old-spreadsheet': 'Ce fichier est un ancien classeur Excel (.xls). Enregistrez-le en .xlsx ou en CSV.',
  'open-document':
    'Ce fichier est un classeur LibreOffice, Numbers ou Excel binaire. Enregistrez-le en .xlsx ou en CSV.',
  'xml-spreadsheet': 'Ce fichier est un classeur Excel au format XML de 2003. Enregistrez-le en .xlsx ou en CSV.',
  'word-processor': 'Ce fichier est un document de traitement de texte, pas un relevé.',
  archive: 'Ce fichier est une archive compressée d’un format que nous n’ouvrons pas. Décompressez-la d’abord.',
  mail: 'Ce fichier est un e-mail, pas un relevé.',
  json: 'Ce fichier contient des données JSON, pas un relevé de banque.',
  xml: 'Ce fichier XML n’est pas un relevé de banque.',
  'accounting-entries':
    'Ce fichier est un export d’écritures comptables (journal, grand livre ou FEC), pas un relevé de banque.',
  invoice: 'Ce fichier est une facture électronique, pas un relevé de banque.',
  'invoice-list': 'Ce fichier est une liste de factures ou d’échéances, pas un relevé de banque.',
  binary: 'Ce fichier ne contient pas de texte lisible : ce n’est pas un relevé.',
  text: 'Ce fichier ne contient aucune liste d’opérations avec une date et un montant.',
}

const BANKS: Readonly<Record<BankId, readonly [name: string, format: string]>> = {
  'bnp-paribas': ['BNP Paribas', 'CSV'],
  'hello-bank': ['Hello bank!', 'CSV'],
  'credit-agricole': ['Crédit Agricole', 'CSV ou Excel (.xlsx)'],
  'societe-generale': ['SG', 'CSV'],
  lcl: ['LCL', 'OFX'],
  'credit-mutuel': ['Crédit Mutuel', 'CSV (l’OFX y coupe les libellés à 32 caractères)'],
  cic: ['CIC', 'CSV (l’OFX y coupe les libellés à 32 caractères)'],
  monabanq: ['Monabanq', 'CSV'],
  'caisse-epargne': ['Caisse d’Épargne', 'CSV'],
  'banque-populaire': ['Banque Populaire', 'CSV'],
  'la-banque-postale': ['La Banque Postale', 'CSV'],
  boursobank: ['BoursoBank', 'CSV'],
  fortuneo: ['Fortuneo', 'CSV (le ZIP convient)'],
  'axa-banque': ['AXA Banque', 'OFX'],
  bred: ['BRED', 'CSV ou OFX'],
  ccf: ['CCF', 'CSV ou OFX'],
  n26: ['N26', 'CSV'],
  revolut: ['Revolut', 'CSV'],
  qonto: ['Qonto', 'CSV'],
  shine: ['Shine', 'CSV'],
  wise: ['Wise', 'CSV'],
  paypal: ['PayPal', 'CSV (rapport d’activité)'],
  stripe: ['Stripe', 'CSV (rapport des virements)'],
  sumup: ['SumUp', 'CSV (rapport des virements)'],
}

const advice = (bank?: BankId): string => {
  if (bank === undefined)
    return 'Sur le site de votre banque, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format CSV, sinon OFX.'
  const [name, format] = BANKS[bank]
  return `Sur le site de ${name}, ouvrez les opérations du compte, choisissez « Télécharger » ou « Exporter », puis le format ${format}.`
}

const formats: Readonly<Record<Format | 'zip', string>> = {
  csv: 'CSV',
  xlsx: 'Excel',
  ofx: 'OFX',
  ofc: 'OFC',
  qif: 'QIF',
  'camt.052': 'CAMT.052',
  'camt.053': 'CAMT.053',
  'camt.054': 'CAMT.054',
  mt940: 'MT940',
  cfonb120: 'CFONB 120',
  text: 'texte',
  page: 'affiché par la banque',
  zip: 'ZIP',
}

const roles: Readonly<Record<ColumnRole, string>> = {
  date: 'date',
  'value-date': 'date de valeur',
  'operation-date': 'date de l’opération',
  label: 'libellé',
  amount: 'montant',
  debit: 'débit',
  credit: 'crédit',
  sign: 'sens',
  balance: 'solde',
  currency: 'devise',
  counterparty: 'autre partie',
  'counterparty-iban': 'compte de l’autre partie',
  reference: 'référence',
  'end-to-end-id': 'référence de bout en bout',
  'bank-id': 'identifiant de la banque',
  kind: 'type d’opération',
  status: 'état',
  account: 'compte',
  ignored: 'ignorée',
}

const orders: Readonly<Record<DateOrder, string>> = { dmy: 'jour puis mois', mdy: 'mois puis jour' }
const origins: Readonly<Record<Extract<Assumption, { code: 'date-order' }>['from'], string>> = {
  label: 'd’après une date écrite dans un libellé',
  sorting: 'car elles sont alors dans l’ordre',
  today: 'car l’autre lecture donnerait des dates à venir',
  language: 'à la française',
  user: 'comme vous l’avez indiqué',
}

const subject = (label: string): string => {
  const flat = label.replace(/\s+/g, ' ').trim()
  return flat === '' ? 'la ligne' : `l’opération ${quote(flat)}`
}
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} Mo`
const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
