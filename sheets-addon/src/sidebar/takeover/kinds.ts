import {
  type ForeignRow,
  foreignClientHeadings,
  foreignInvoiceHeadings,
  readForeignClients,
  readForeignInvoices,
} from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { frenchDay } from '../parts/words.ts'

/** How the page understands a list before the script does: the same reader, on both sides. */
export interface Understood {
  readonly columns: readonly { readonly from: string; readonly to: string }[]
  readonly unread: readonly string[]
  /** Columns without which nothing can be taken over. */
  readonly missing: readonly string[]
  /** The first rows, as they would be written. */
  readonly samples: readonly (readonly (readonly [heading: string, value: string])[])[]
}
export interface Kind {
  readonly name: string
  readonly about: string
  readonly action: 'import-clients' | 'import-open-invoices'
  /** In what is carried to the menu by hand. */
  readonly list: 'clients' | 'invoices'
  readonly one: string
  readonly many: string
  readonly taken: { readonly one: string; readonly many: string }
  /** As in « Reprendre mes clients ». */
  readonly short: string
  readonly headings: readonly string[]
  /** Rows sent at once. Amounts of one file are understood together, never in parts. */
  readonly slice: number
  readonly tab: string
  /** How to go back. */
  readonly undo: string
  read(rows: readonly ForeignRow[], told: Readonly<Record<string, string>>): Understood
}

const SHOWN = 3

export const CLIENTS: Kind = {
  name: 'Mes clients',
  about: 'leurs noms, adresses, e-mails et SIRET',
  action: 'import-clients',
  list: 'clients',
  one: 'client',
  many: 'clients',
  taken: { one: 'client repris', many: 'clients repris' },
  short: 'mes clients',
  headings: foreignClientHeadings,
  slice: 1000,
  tab: 'Clients',
  undo: 'Pour revenir en arrière, supprimez leurs lignes dans Clients.',
  read(rows, told) {
    const { clients, columns, named, unread } = readForeignClients(rows, told)
    return {
      columns,
      unread,
      missing: named ? [] : ['Nom ou raison sociale'],
      samples: clients.slice(0, SHOWN).map(({ cells, name }) => [
        ['Nom', name],
        ['Type', cells['type'] ?? ''],
        ['E-mail', cells['email'] ?? ''],
        ['Ville', cells['city'] ?? ''],
      ]),
    }
  },
}
const INVOICES: Kind = {
  name: 'Mes factures encore dues',
  about: 'avec leur numéro ; la numérotation continue après elles',
  action: 'import-open-invoices',
  list: 'invoices',
  one: 'facture',
  many: 'factures',
  taken: { one: 'facture reprise', many: 'factures reprises' },
  short: 'mes factures',
  headings: foreignInvoiceHeadings,
  slice: Number.POSITIVE_INFINITY,
  tab: 'Factures',
  undo: 'Une facture reprise à tort se passe en irrécouvrable, par Facturation › Relances et impayés.',
  read(rows, told) {
    const { columns, invoices, missing, unread } = readForeignInvoices(rows, told)
    return {
      columns,
      unread,
      missing,
      samples: invoices.slice(0, SHOWN).map(({ client, due, issueDate, number }) => [
        ['Numéro', number],
        ['Client', client],
        ['Émise le', frenchDay(issueDate)],
        ['Reste dû', formatEuros(due)],
      ]),
    }
  },
}
export const KINDS: readonly Kind[] = [CLIENTS, INVOICES]
