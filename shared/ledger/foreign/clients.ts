import { clientTypes } from '../vocabulary.ts'
import type { ForeignRow } from './csv.ts'
import { type Guessed, guessColumns, type Wanted } from './guess.ts'

type ClientKey =
  | 'name'
  | 'firstName'
  | 'type'
  | 'contact'
  | 'email'
  | 'phone'
  | 'address'
  | 'postcode'
  | 'city'
  | 'siret'
  | 'paymentTerm'
  | 'code'
  | 'addressExtra'
  | 'country'
  | 'siren'
  | 'vatNumber'
  | 'deliveryAddress'
  | 'accountingEmail'
  | 'preferredMethod'
  | 'bankNames'

/** Names that exports of invoicing tools, address books and home-made tabs give to what *Clients* holds. */
const CLIENT_COLUMNS: readonly Wanted<ClientKey>[] = [
  {
    key: 'name',
    heading: 'Nom ou raison sociale',
    names: [
      'raison sociale',
      'nom',
      'client',
      'société',
      'entreprise',
      'dénomination',
      'nom de l’entreprise',
      'nom de la société',
      'nom du client',
      'nom client',
      'nom complet',
      'organisation',
      'company',
      'company name',
      'name',
      'organization',
    ],
  },
  { key: 'firstName', heading: 'Prénom', names: ['first name', 'given name'] },
  { key: 'type', heading: 'Type', names: ['type de client', 'catégorie', 'statut', 'profil'] },
  {
    key: 'contact',
    heading: 'Contact',
    names: ['interlocuteur', 'nom du contact', 'personne à contacter', 'à l’attention de'],
  },
  {
    key: 'email',
    heading: 'E-mail',
    names: ['email', 'mail', 'courriel', 'adresse e-mail', 'adresse email', 'adresse mail', 'e-mail 1 - value'],
    shape: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  },
  {
    key: 'phone',
    heading: 'Téléphone',
    names: ['tél', 'mobile', 'portable', 'phone', 'numéro de téléphone', 'phone 1 - value'],
    shape: /^(?:\+33|0)[ .]?[1-9](?:[ .]?\d{2}){4}$/,
  },
  {
    key: 'address',
    heading: 'Adresse',
    names: ['adresse 1', 'rue', 'voie', 'adresse de facturation', 'adresse postale', 'address', 'street'],
  },
  {
    key: 'addressExtra',
    heading: 'Complément',
    names: ['complément d’adresse', 'adresse 2', 'adresse ligne 2', 'adresse (ligne 2)', 'address 2'],
  },
  { key: 'postcode', heading: 'Code postal', names: ['cp', 'postal code', 'zip', 'zip code'], shape: /^\d{5}$/ },
  { key: 'city', heading: 'Ville', names: ['commune', 'localité', 'city'] },
  { key: 'country', heading: 'Pays', names: ['country'] },
  { key: 'siret', heading: 'SIRET', names: ['n° siret', 'siret du client'], shape: /^\d{3} ?\d{3} ?\d{3} ?\d{5}$/ },
  { key: 'siren', heading: 'SIREN', names: ['n° siren', 'siren du client'], shape: /^\d{3} ?\d{3} ?\d{3}$/ },
  {
    key: 'vatNumber',
    heading: 'N° TVA',
    names: ['tva intracommunautaire', 'n° tva intracommunautaire', 'tva', 'tva intra', 'numéro de tva', 'vat number'],
    shape: /^[A-Z]{2} ?[0-9A-Z]{2} ?\d{9}$/,
  },
  {
    key: 'paymentTerm',
    heading: 'Délai de paiement',
    names: ['délai', 'conditions de paiement', 'conditions de règlement'],
  },
  { key: 'code', heading: 'Code', names: ['code client', 'référence client', 'n° client'] },
  { key: 'deliveryAddress', heading: 'Adresse de livraison', names: ['livraison'] },
  {
    key: 'accountingEmail',
    heading: 'E-mail comptabilité',
    names: ['e-mail de facturation', 'email de facturation', 'email comptabilité', 'e-mail comptable'],
  },
  { key: 'preferredMethod', heading: 'Mode de règlement préféré', names: ['mode de règlement', 'moyen de paiement'] },
  { key: 'bankNames', heading: 'Noms en banque', names: ['nom sur le relevé'] },
]

export const foreignClientHeadings: readonly string[] = CLIENT_COLUMNS.map(({ heading }) => heading)

export interface ForeignClient {
  readonly line: number
  readonly name: string
  /** Cells of *Clients*, by column key. */
  readonly cells: Readonly<Record<string, string>>
}
export interface ForeignClients extends Pick<Guessed<ClientKey>, 'columns' | 'unread'> {
  readonly clients: readonly ForeignClient[]
  /** Whether there is a column of names at all. */
  readonly named: boolean
}

export function readForeignClients(
  rows: readonly ForeignRow[],
  told?: Readonly<Record<string, string>>,
): ForeignClients {
  const guessed = guessColumns(rows, CLIENT_COLUMNS, told)
  const clients = guessed.rows.map(({ line, cells }): ForeignClient => {
    const read = (key: ClientKey): string => cells[guessed.at.get(key) ?? -1] ?? ''
    const person = read('firstName')
    const name = person === '' ? read('name') : [person, read('name')].filter((part) => part !== '').join(' ')
    const found: Record<string, string> = {}
    for (const key of guessed.at.keys()) if (key !== 'firstName' && read(key) !== '') found[key] = read(key)
    const type = typeOf(read('type'), read('siret') + read('siren'), person)
    return { line, name, cells: { ...found, name, ...(type === '' ? {} : { type }) } }
  })
  return {
    columns: guessed.columns,
    unread: guessed.unread,
    clients,
    named: guessed.at.has('name') || guessed.at.has('firstName'),
  }
}

/** Left empty when nothing tells: the mentions of an invoice depend on it. */
function typeOf(text: string, siren: string, person: string): string {
  const known = clientTypes.parse(text) ?? OTHER_TYPES[text.trim().toLowerCase()]
  if (known) return clientTypes.labels[known]
  if (siren !== '') return clientTypes.labels.business
  return person !== '' ? clientTypes.labels.consumer : ''
}
const OTHER_TYPES: Readonly<Record<string, keyof typeof clientTypes.labels>> = {
  pro: 'business',
  société: 'business',
  societe: 'business',
  'personne morale': 'business',
  b2b: 'business',
  personne: 'consumer',
  'personne physique': 'consumer',
  b2c: 'consumer',
  collectivité: 'public',
  'secteur public': 'public',
}
