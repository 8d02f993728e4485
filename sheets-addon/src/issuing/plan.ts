import type { Day } from '@tabellion/shared/calendar'
import { latestLayout } from '@tabellion/shared/documents/pdf'
import { type EinvoiceVerdict, einvoiceVerdict } from '@tabellion/shared/documents/preflight'
import {
  type DocumentNumber,
  type DraftDocument,
  draftDocument,
  formatNumber,
  type Group,
  groupLines,
  highestRank,
  type IssuedDocument,
  type LedgerLine,
  nameKey,
  type PrecedingDocument,
} from '@tabellion/shared/invoicing'
import {
  type CatalogItem,
  type ClientBook,
  isBlank,
  isIssued,
  isToInvoice,
  numberKey,
  openDeposits,
  type ReadLine,
  type ReadProfile,
  type RegisterEntry,
  type Row,
  readCatalog,
  readClients,
  readLine,
  readProfile,
  readRegister,
  readSettings,
  type Settings,
  settlements,
  textOf,
} from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'
import { franchiseFindings } from '../obligations/franchise.ts'
import { type ClientCredit, creditOf, creditsOf } from '../payments/credits.ts'
import type { PaymentFinding } from '../payments/problems.ts'
import type { Finding } from '../workbook/finding.ts'
import { latestLogo } from '../workbook/logo.ts'
import type { Workbook } from '../workbook/open.ts'
import { shownTable, withPercentages } from '../workbook/percentages.ts'
import { refuse } from '../workbook/refusal.ts'
import { seriesState } from '../workbook/series.ts'
import { cellOf, dedupe, doubledFinding, doubledIds, einvoiceFindings, unprintable } from './findings.ts'
import { knownClient } from './known-client.ts'
import { personalMessage } from './relation.ts'
import { termsFindings } from './terms.ts'

export interface IssueArguments {
  readonly send: boolean
  readonly strict: boolean
  /** IDs of rows: exactly those, ticked or not; `all` = every row not yet issued. Absent: the ticked ones. */
  readonly rows?: readonly string[] | 'all'
  readonly issueDate?: Day
  /** Rows that this issue adds to the ledger. */
  readonly added?: readonly Row<'sales'>[]
  /** IDs of rows whose number a stopped run has taken: it is theirs, and is finished apart. */
  readonly claimed: ReadonlySet<string>
}

/** A group that may be numbered now. */
export interface Candidate {
  readonly document: IssuedDocument
  /** Ledger rows and, in the same order, what was read from them. */
  readonly rows: readonly Row<'sales'>[]
  readonly lines: readonly LedgerLine[]
  /** Whether it goes out as a Factur-X; *Factur-X* says it in words. */
  readonly verdict: EinvoiceVerdict
  /** What the client has with us. */
  readonly credit: Cents
}

export interface IssuePlan {
  readonly candidates: readonly Candidate[]
  readonly findings: readonly Finding[]
  /** The first finding of each row left out, for *Contrôle*. */
  readonly blockedRows: ReadonlyMap<number, Finding>
  readonly register: readonly RegisterEntry[]
  /** New IDs, by sheet row, of chosen rows that had none. */
  readonly named: ReadonlyMap<number, string>
}

/**
 * Which rows become which documents, under which numbers, and what stands in the way. Reads only; decides everything.
 * `newId` names the rows that have no ID yet.
 */
export function planIssue(workbook: Workbook, args: IssueArguments, today: Day, newId: () => string): IssuePlan {
  const settings = readSettings(workbook.table('settings'))
  const seller = readProfile(settings, latestLayout(), latestLogo(workbook, settings))
  if (seller.missingIdentity.length > 0) refuse({ code: 'missing-identity', settings: seller.missingIdentity })
  const sales = workbook.table('sales')
  const register = readRegister(workbook.table('invoices'))
  const issueDate = args.issueDate ?? today
  const series = seriesState('invoices', workbook, register, settings, seller, issueDate)
  if (issueDate > today) refuse({ code: 'issue-date-in-future', issueDate, today })
  if (series.last && issueDate < series.last.issueDate)
    refuse({ code: 'issue-date-too-early', issueDate, last: series.last.issueDate, number: series.last.number })

  const all = [...sales.rows, ...(args.added ?? [])]
  const chosen = withPercentages(
    workbook,
    sales,
    chooseRows(all, args.rows).filter((row) => !args.claimed.has(textOf(row.cells.id))),
  )
  const clients = readClients(workbook.table('clients'))
  const catalog: ReadonlyMap<string, CatalogItem> = chosen.some((row) => !isBlank(row.cells.item))
    ? readCatalog(shownTable(workbook, 'catalog'))
    : new Map()
  const named = new Map(chosen.filter((row) => textOf(row.cells.id) === '').map((row) => [row.row, newId()]))
  const read = chosen.map((row) => dated(withId(readLine(row, seller.defaultNature, catalog), named), issueDate))
  const byId = new Map(read.map((entry, index) => [entry.line, { entry, row: chosen[index] as Row<'sales'> }]))
  const groups = groupLines(
    read.map((entry) => entry.line),
    new Map([...clients.byName].map(([name, { client }]) => [name, client])),
  )

  const findings: Finding[] = []
  const blockedRows = new Map<number, Finding>()
  const candidates: Candidate[] = []
  const doubled = doubledIds(sales.rows)
  const settled = [...settlements(register).values()]
  let rank = series.pattern ? highestRank(series.pattern, series.taken, issueDate, series.startsAfter) : 0
  for (const group of groups) {
    const members = group.lines.map((line) => byId.get(line) as { entry: ReadLine; row: Row<'sales'> })
    const found: Finding[] = members.flatMap(({ entry, row }) => [...entry.findings, ...doubledFinding(row, doubled)])
    const draft = draftGroup(group, clients, seller, { register, settings }, issueDate, found)
    found.push(...seller.findings, ...series.findings)
    const verdict = draft === undefined ? undefined : einvoiceVerdict(draft)
    if (draft && verdict) found.push(...einvoiceFindings(draft, verdict, group, clients, settings, found))
    if (draft) found.push(...unprintable(draft, group, clients))
    findings.push(...found)
    const blocking = found.find((finding) => finding.severity === 'blocking')
    if (draft === undefined || verdict === undefined || blocking || series.pattern === undefined) {
      for (const { row } of members)
        if (blocking)
          blockedRows.set(
            row.row,
            found.find(
              (finding) => finding.severity === 'blocking' && finding.at?.row === row.row && finding.at.tab === 'sales',
            ) ?? blocking,
          )
      continue
    }
    rank += 1
    const credits = creditsOf(settled, draft.buyer.name)
    const credit = creditOf(credits)
    if (credit > 0) findings.push(creditFinding(draft.buyer.name, credits, members[0]?.row.row ?? 0))
    const number = formatNumber(series.pattern, rank, issueDate)
    const { state: _, ...content } = draft
    candidates.push({
      document: { state: 'issued', number, ...content },
      rows: members.map(({ row }) => row),
      lines: members.map(({ entry }) => entry.line),
      verdict,
      credit,
    })
  }
  // What is being issued may be what crosses the limit; rows that are only looked at are not.
  const billed = args.rows === 'all' ? [] : candidates.flatMap(({ rows }) => rows.map(({ row }) => row))
  findings.push(...franchiseFindings(workbook, issueDate, new Set(billed)))
  const unique = dedupe(findings)
  const [first, ...others] = unique.filter((finding) => finding.severity === 'blocking')
  if (args.strict && first) refuse({ code: 'findings-block', count: 1 + others.length, first })
  return { candidates, findings: unique, blockedRows, register, named }
}

const creditFinding = (client: string, credits: readonly ClientCredit[], row: number): PaymentFinding => ({
  code: 'client-credit',
  client,
  amount: creditOf(credits),
  numbers: credits.map(({ number }) => number),
  severity: 'info',
  at: { tab: 'sales', row },
})

const withId = (read: ReadLine, named: ReadonlyMap<number, string>): ReadLine => ({
  ...read,
  line: { ...read.line, id: named.get(read.line.row) ?? read.line.id },
})

/** What was quoted without a day was to be done then: it is done when it is billed. */
const dated = ({ line, findings }: ReadLine, issueDate: Day): ReadLine => ({
  line:
    line.quote !== '' && line.date === undefined && !findings.some(({ at }) => at?.column === 'date')
      ? { ...line, date: issueDate }
      : line,
  findings,
})

/** The rows named, else the ticked ones. A row that has its number stays as it is. */
function chooseRows(rows: readonly Row<'sales'>[], ids: IssueArguments['rows']): readonly Row<'sales'>[] {
  if (ids === undefined) return rows.filter(isToInvoice)
  if (ids === 'all') return rows.filter((row) => !isIssued(row))
  const wanted = new Set(ids)
  const known = new Set(rows.map((row) => textOf(row.cells.id)))
  for (const id of wanted) if (id === '' || !known.has(id)) refuse({ code: 'unknown-row', id })
  return rows.filter((row) => wanted.has(textOf(row.cells.id)) && !isIssued(row))
}

function draftGroup(
  group: Group,
  clients: ClientBook,
  { profile }: ReadProfile,
  { register, settings }: { readonly register: readonly RegisterEntry[]; readonly settings: Settings },
  issueDate: Day,
  found: Finding[],
): DraftDocument | undefined {
  const client = knownClient(group, clients, found)
  if (client === undefined) return undefined
  const known = clients.byName.get(nameKey(client.name))
  if (known) found.push(...termsFindings(known, group, settings))
  const drafted = draftDocument({
    group,
    client: { ...client, message: personalMessage(client, register, settings, issueDate) },
    profile,
    issueDate,
    openDeposits: openDeposits(register, { client: client.name, group: group.groupKey, quote: quoteOf(group) }),
    replaced: replacedBy(group, register),
  })
  // What the reader already said of a cell is not said again as missing.
  const said = new Set(found.map(cellOf))
  found.push(...drafted.findings.filter((finding) => finding.at === undefined || !said.has(cellOf(finding))))
  return drafted.draft
}

const quoteOf = ({ lines }: Group): string => lines.find(({ quote }) => quote !== '')?.quote ?? ''

/** The credited invoices that the rows bill again, as *Facture d'origine* says. */
function replacedBy(group: Group, register: readonly RegisterEntry[]): readonly PrecedingDocument[] {
  const origins = new Set(group.lines.flatMap((line) => (line.originInvoice ? [numberKey(line.originInvoice)] : [])))
  return register.flatMap((entry) =>
    origins.has(numberKey(entry.number)) && entry.issueDate !== undefined
      ? [{ number: entry.number as DocumentNumber, issueDate: entry.issueDate, kind: entry.kind }]
      : [],
  )
}
