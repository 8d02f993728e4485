import { parsePaymentTerm } from '@tabellion/shared/calendar'
import { type Client, nameKey } from '@tabellion/shared/invoicing'
import { isFrench, readCountry } from '@tabellion/shared/party'
import { isTicked, readRate, textOf } from './cell.ts'
import type { ColumnKey } from './columns.ts'
import type { LedgerFinding, LedgerProblem } from './problems.ts'
import type { Row, Table } from './table.ts'
import { clientTypes, trades } from './vocabulary.ts'

export interface ReadClient {
  readonly client: Client
  /** The seller's terms as this client accepted them, both as typed. */
  readonly terms: { readonly acceptedOn: string; readonly version: string }
  readonly findings: readonly LedgerFinding[]
}

export function readClient({ row, cells }: Row<'clients'>): ReadClient {
  const findings: LedgerFinding[] = []
  const say = (column: ColumnKey<'clients'>, problem: LedgerProblem): void => {
    findings.push({ ...problem, severity: 'blocking', at: { tab: 'clients', row, column } })
  }
  const text = (column: ColumnKey<'clients'>): string => textOf(cells[column])
  const choose = <Value>(
    column: ColumnKey<'clients'>,
    parse: (value: string) => Value | undefined,
    choices: readonly string[],
  ): Value | undefined => {
    if (text(column) === '') return undefined
    const value = parse(text(column))
    if (value === undefined) say(column, { code: 'unknown-choice', text: text(column), choices })
    return value
  }
  const type = choose('type', clientTypes.parse, Object.values(clientTypes.labels))
  const term = choose('paymentTerm', parsePaymentTerm, ['À réception', '30 jours', '45 jours fin de mois'])
  const preset = choose('template', trades.parse, Object.values(trades.labels))
  // Réunion or Martinique written as a country is France with an overseas postcode.
  const named = choose('country', readCountry, ['FR', 'Belgique', 'Suisse']) ?? 'FR'
  const country = isFrench(named) ? 'FR' : named
  const penalty = readRate(cells.penaltyRate)
  if (!penalty.ok) say('penaltyRate', penalty.problem)
  const client: Client = {
    row,
    name: text('name'),
    contact: text('contact'),
    email: text('email'),
    accountingEmail: text('accountingEmail'),
    phone: text('phone'),
    address: {
      line1: text('address'),
      postcode: text('postcode'),
      city: text('city'),
      country,
      ...(text('addressExtra') === '' ? {} : { line2: text('addressExtra') }),
    },
    deliveryAddress: text('deliveryAddress'),
    siren: text('siren'),
    siret: text('siret'),
    vatNumber: text('vatNumber'),
    message: text('message'),
    oneInvoicePerLine: isTicked(cells.oneInvoicePerLine),
    preferredMethod: text('preferredMethod'),
    ...(type === undefined ? {} : { type }),
    ...(term === undefined ? {} : { term }),
    ...(preset === undefined ? {} : { preset }),
    ...(penalty.ok && penalty.value !== undefined ? { penaltyRate: penalty.value } : {}),
  }
  return { client, terms: { acceptedOn: text('termsAcceptedOn'), version: text('termsVersion') }, findings }
}

export interface ClientBook {
  /** Clients by `nameKey`; of doubles, the first. */
  readonly byName: ReadonlyMap<string, ReadClient>
  /** Rows that share a name: which of them is meant cannot be known. */
  readonly doubled: ReadonlyMap<string, readonly number[]>
}

export function readClients(table: Table<'clients'>): ClientBook {
  const byName = new Map<string, ReadClient>()
  const rows = new Map<string, number[]>()
  for (const row of table.rows) {
    const key = nameKey(textOf(row.cells.name))
    if (key === '') continue
    if (!byName.has(key)) byName.set(key, readClient(row))
    rows.set(key, [...(rows.get(key) ?? []), row.row])
  }
  return { byName, doubled: new Map([...rows].filter(([, members]) => members.length > 1)) }
}
