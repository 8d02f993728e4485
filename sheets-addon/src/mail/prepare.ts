import { nameKey } from '@tabellion/shared/invoicing'
import type { DocumentIssued, DocumentNotSent, NumberReserved, QuoteFiled, QuoteMade } from '@tabellion/shared/journal'
import { type Row, readSettings, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import type { Workbook } from '../workbook/open.ts'
import { readAddresses } from './addresses.ts'
import { composeLetter, type Letter } from './letter.ts'
import type { MailProblem } from './problems.ts'

/** A document to mail, and what the journal knows of it. */
export interface ToSend {
  readonly event: NumberReserved | QuoteMade
  /** It left before: this is a duplicate. */
  readonly duplicate: boolean
  /** Absent while its file is not made. */
  readonly issued?: DocumentIssued | QuoteFiled
}

/** What can be sent now: those whose file is made. */
export function withFiles(
  wanted: readonly ToSend[],
  filed: readonly (Pick<ToSend, 'event'> & Required<Pick<ToSend, 'issued'>>)[],
): readonly ToSend[] {
  const made = new Map<string, (typeof filed)[number]>(filed.map((file) => [file.event.number, file]))
  return wanted.flatMap((one) => {
    const file = made.get(one.event.number)
    return one.issued ? [one] : file ? [{ ...one, issued: file.issued }] : []
  })
}

export interface Envelope extends ToSend {
  readonly to: readonly string[]
  readonly letter: Letter
}

export interface Prepared {
  readonly envelopes: readonly Envelope[]
  /** Those that cannot leave, for the journal: no later run tries again by itself. */
  readonly notSent: readonly DocumentNotSent[]
  readonly findings: readonly Finding[]
}

/** Addresses and words, before anything leaves. What is wrong with one document does not hold back the others. */
export function prepareMails(workbook: Workbook, wanted: readonly ToSend[], { clock }: Pick<Ports, 'clock'>): Prepared {
  if (wanted.length === 0) return { envelopes: [], notSent: [], findings: [] }
  const settings = readSettings(workbook.table('settings'))
  const clients = new Map(workbook.table('clients').rows.map((row) => [nameKey(textOf(row.cells.name)), row]))
  const paid = new Set(
    workbook
      .table('invoices')
      .rows.filter(({ cells }) => typeof cells.balanceDue === 'number' && cells.balanceDue <= 0)
      .map(({ cells }) => textOf(cells.number)),
  )
  const envelopes: Envelope[] = []
  const notSent: DocumentNotSent[] = []
  const findings: Finding[] = []
  const fail = (event: ToSend['event'], problem: MailProblem, at?: Finding['at']): void => {
    notSent.push({ type: 'not-sent', v: 1, number: event.number, on: clock.today, why: problem.code })
    findings.push({ ...problem, severity: 'fix', ...(at ? { at } : {}) })
  }
  for (const one of wanted) {
    const { document, number } = one.event
    const client = clients.get(nameKey(document.buyer.name))
    const text = addressOf(client) || (document.buyer.email ?? '')
    const at = { tab: 'clients', column: addressColumn(client), ...(client ? { row: client.row } : {}) }
    if (text === '') {
      fail(one.event, { code: 'client-without-email', number, client: document.buyer.name }, at)
      continue
    }
    const addresses = readAddresses(text)
    if (!addresses.ok) {
      fail(
        one.event,
        { code: 'wrong-recipient', number, client: document.buyer.name, text: addresses.problem.text },
        at,
      )
      continue
    }
    const settled = document.totals.payable <= 0 || paid.has(number)
    const letter = composeLetter({ document, settled, duplicate: one.duplicate }, settings.text)
    if (!letter.ok) {
      const { setting, token } = letter.problem
      fail(one.event, { code: 'unknown-mail-token', setting, token }, settings.cell(setting))
      continue
    }
    envelopes.push({ ...one, to: addresses.value, letter: letter.value })
  }
  return { envelopes, notSent, findings: unique(findings) }
}

export const addressOf = (client: Row<'clients'> | undefined): string =>
  client === undefined ? '' : textOf(client.cells.accountingEmail) || textOf(client.cells.email)

export const addressColumn = (client: Row<'clients'> | undefined): 'accountingEmail' | 'email' =>
  client && textOf(client.cells.accountingEmail) !== '' ? 'accountingEmail' : 'email'

/** One wrong template is said once, however many documents it holds back. */
const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
]
