import { addDays, type Day } from '@tabellion/shared/calendar'
import { nameKey, type SellerProfile } from '@tabellion/shared/invoicing'
import {
  type Cell,
  type DocumentStatus,
  documentStatuses,
  numberKey,
  type PaymentRow,
  paymentSums,
  type Row,
  readBankNames,
  readClients,
  readProcessors,
  readProfile,
  readRegister,
  readSettings,
  type Settings,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import type { MatchClient, MatchInvoice, MatchSeller } from '@tabellion/shared/matching'
import { cents, percent } from '@tabellion/shared/money'
import { defaultPenaltyRate, inForce, recoveryFee } from '@tabellion/shared/regulation'

/** What matching needs to know of the ledger, in the sheet as in the extension. Invoices go by number, clients by name. */
export interface LedgerFacts {
  readonly seller: MatchSeller
  readonly clients: readonly (MatchClient & { readonly refusedNames: readonly string[] })[]
  readonly invoices: readonly (MatchInvoice & { readonly status: DocumentStatus })[]
}

/** A settled invoice is still recognised for so long: a second payment of it, a transfer that cites it again. */
const REMEMBERED_DAYS = 400
const MOST_SETTLED = 1000

export interface LedgerTables {
  readonly settings: Table<'settings'>
  readonly clients: Table<'clients'>
  readonly invoices: Table<'invoices'>
  readonly payments: readonly PaymentRow[]
}

export function ledgerFacts(tables: LedgerTables, today: Day): LedgerFacts {
  const settings = readSettings(tables.settings)
  return {
    seller: sellerOf(settings, readProfile(settings, 1).profile, today),
    clients: clientsOf(tables.clients),
    invoices: invoicesOf(tables, today),
  }
}

function sellerOf(settings: Settings, profile: SellerProfile, today: Day): MatchSeller {
  const names = [settings.text('Prénom et nom'), settings.text('Nom commercial'), settings.text('Titulaire du compte')]
  const yearly = profile.penaltyRate ?? defaultPenaltyRate(today, 'business')
  const flat = inForce(recoveryFee, today)?.value
  return {
    names: [...new Set(names.filter((name) => name !== ''))],
    ...(profile.iban === undefined ? {} : { ibans: [profile.iban] }),
    processors: readProcessors(settings.text('Frais des prestataires')),
    // CGI art. 278, 279 and 278-0 bis: a client who pays without the tax pays one of these less.
    vatRates: profile.seller.franchise ? [] : [percent('20'), percent('10'), percent('5.5')],
    ...(flat === undefined || yearly === undefined ? {} : { latePenalty: { flat, yearly } }),
  }
}

function clientsOf(table: Table<'clients'>): LedgerFacts['clients'] {
  const rows = new Map(table.rows.map((row) => [row.row, row]))
  return [...readClients(table).byName.values()].map(({ client }) => {
    const { names, refused } = readBankNames(textOf(rows.get(client.row)?.cells.bankNames ?? ''))
    const siren = (client.siren || client.siret.slice(0, 9)).replace(/\D/g, '')
    return {
      id: nameKey(client.name),
      name: client.name,
      ...(siren.length === 9 ? { siren } : {}),
      ...(client.type === 'consumer' ? { consumer: true } : {}),
      ...(client.address.country === 'FR' ? {} : { foreign: true }),
      ...(names.length === 0 ? {} : { bankNames: names }),
      refusedNames: refused,
    }
  })
}

function invoicesOf({ invoices, payments }: LedgerTables, today: Day): LedgerFacts['invoices'] {
  const rows = new Map(invoices.rows.map((row) => [row.row, row]))
  const statuses = documentStatuses(readRegister(invoices), today, { sums: paymentSums(payments) })
  const since = addDays(today, -REMEMBERED_DAYS)
  const all = [...statuses.values()].flatMap((status) => invoiceOf(status, rows.get(status.settlement.entry.row)))
  const open = new Set(all.filter((invoice) => invoice.open !== 0))
  const recent = all.filter((invoice) => !open.has(invoice) && invoice.issuedOn >= since).slice(-MOST_SETTLED)
  const kept = new Set([...open, ...recent])
  return all.filter((invoice) => kept.has(invoice))
}

function invoiceOf(status: DocumentStatus, row: Row<'invoices'> | undefined): LedgerFacts['invoices'] {
  const { entry, balanceDue, excess } = status.settlement
  const { issueDate } = entry
  if (issueDate === undefined) return []
  const text = (cell: Cell | undefined): string => textOf(cell ?? '')
  const isCredit = entry.kind === 'credit'
  return [
    {
      id: numberKey(entry.number),
      number: entry.number,
      clientId: nameKey(entry.client),
      issuedOn: issueDate,
      dueOn: entry.dueDate ?? issueDate,
      total: entry.payable,
      open: isCredit ? cents(-excess) : cents(Math.max(0, balanceDue)),
      ...optional('subject', text(row?.cells.subject)),
      // *Regroupement* is a project, or the number of an order.
      ...optional('purchaseOrder', /\d/.test(entry.group) ? entry.group : ''),
      ...optional('quote', entry.quote),
      ...optional('creditOf', isCredit ? numberKey(entry.originInvoice) : ''),
      status,
    },
  ]
}

const optional = <Name extends string>(name: Name, value: string): { readonly [N in Name]?: string } =>
  (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
