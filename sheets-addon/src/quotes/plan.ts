import type { Day } from '@tabellion/shared/calendar'
import { latestLayout } from '@tabellion/shared/documents/pdf'
import {
  draftQuote,
  formatNumber,
  highestRank,
  type QuoteDocument,
  rankOf,
  sameQuote,
  soldLines,
} from '@tabellion/shared/invoicing'
import { type QuoteMade, readVersionKey } from '@tabellion/shared/journal'
import {
  isBlank,
  isIssued,
  type QuoteEntry,
  type Row,
  readCatalog,
  readClients,
  readLine,
  readProfile,
  readQuoteProfile,
  readQuotes,
  readSettings,
  type SettingName,
  textOf,
  wrongSetting,
} from '@tabellion/shared/ledger'
import type { QuoteRequest } from '../actions/quotes/request.ts'
import { dedupe, doubledFinding, doubledIds, unprintable } from '../issuing/findings.ts'
import { knownClient } from '../issuing/known-client.ts'
import type { Finding } from '../workbook/finding.ts'
import { latestLogo } from '../workbook/logo.ts'
import type { Workbook } from '../workbook/open.ts'
import { shownTable, withPercentages } from '../workbook/percentages.ts'
import { refuse } from '../workbook/refusal.ts'
import { numberProperty } from '../workbook/series.ts'
import { chooseRows, groupsOf } from './choose.ts'
import { quoteStates, quotesNamed } from './states.ts'

export interface QuoteCandidate {
  readonly document: QuoteDocument
  readonly rows: readonly string[]
  /** The row of *Devis* of the version before. */
  readonly before?: QuoteEntry
}

export interface QuotePlan {
  readonly candidates: readonly QuoteCandidate[]
  /** Nothing changed in their rows: they stay as they are. */
  readonly unchanged: readonly QuoteMade[]
  readonly findings: readonly Finding[]
  readonly blockedRows: ReadonlyMap<number, Finding>
  readonly named: ReadonlyMap<number, string>
}

type SalesRow = Row<'sales'>

/** Which rows become which quotes, under which numbers and versions. Reads only; decides everything. */
export function planQuotes(
  workbook: Workbook,
  request: QuoteRequest,
  claimed: ReadonlySet<string>,
  today: Day,
  newId: () => string,
): QuotePlan {
  const settings = readSettings(workbook.table('settings'))
  const seller = readProfile(settings, latestLayout(), latestLogo(workbook, settings))
  if (seller.missingIdentity.length > 0) refuse({ code: 'missing-identity', settings: seller.missingIdentity })
  const { usual, findings: usualFindings } = readQuoteProfile(settings)
  const sales = workbook.table('sales')
  const quotes = readQuotes(workbook.table('quotes'))
  const entries = new Map(quotes.map((entry) => [entry.number, entry]))
  const states = quoteStates(workbook)
  const last = quotes.at(-1)
  if (last?.date !== undefined && today < last.date)
    refuse({ code: 'issue-date-too-early', issueDate: today, last: last.date, number: last.number })

  const free = withPercentages(
    workbook,
    sales,
    sales.rows.filter((row) => !isIssued(row)),
  )
  const chosen = chooseRows(free, sales.rows, request, states).filter((row) => !claimed.has(textOf(row.cells.id)))
  const clients = readClients(workbook.table('clients'))
  const catalog = chosen.some((row) => !isBlank(row.cells.item))
    ? readCatalog(shownTable(workbook, 'catalog'))
    : new Map()
  const named = new Map(chosen.filter((row) => textOf(row.cells.id) === '').map((row) => [row.row, newId()]))
  const doubled = doubledIds(sales.rows)
  const read = (row: SalesRow) => {
    const one = readLine(row, seller.defaultNature, catalog)
    return { row, findings: one.findings, line: { ...one.line, id: named.get(row.row) ?? one.line.id } }
  }

  const findings: Finding[] = []
  const blockedRows = new Map<number, Finding>()
  const candidates: QuoteCandidate[] = []
  const made = quotesNamed(workbook, new Set(chosen.map((row) => textOf(row.cells.quote)).filter((n) => n !== '')))
  const unchanged: QuoteMade[] = []
  const pattern = seller.patterns.quotes
  let rank = pattern === undefined ? 0 : highestRank(pattern, takenNumbers(workbook, quotes), today, 0)
  const remembered = workbook.properties()[numberProperty('quotes')]
  if (pattern && remembered !== undefined && (rankOf(pattern, remembered, today) ?? 0) > rank)
    refuse({ code: 'register-behind', number: remembered })

  for (const { group, attached } of groupsOf(chosen.map(read), free, read)) {
    const members = group.lines.flatMap((line) => {
      const row = free.find((one) => one.row === line.row)
      return row ? [row] : []
    })
    const state = attached === undefined ? undefined : states.get(attached)
    const found: Finding[] = members.flatMap((row) => [...read(row).findings, ...doubledFinding(row, doubled)])
    if (attached !== undefined && state?.decision === 'accepted')
      found.push(
        ...members
          .filter((row) => textOf(row.cells.quote) === attached)
          .map(
            ({ row }): Finding => ({
              code: 'quote-accepted',
              number: attached,
              severity: 'blocking',
              at: { tab: 'sales', row, column: 'quote' },
            }),
          ),
      )
    const client = knownClient(group, clients, found)
    const before = state === undefined ? undefined : entries.get(state.number)
    const depositRate = request.depositRate ?? (before === undefined ? undefined : before.depositRate)
    const drafted =
      client === undefined
        ? undefined
        : draftQuote({
            group,
            client,
            profile: seller.profile,
            usual,
            issueDate: today,
            version: (state?.version ?? 0) + 1,
            ...(request.validUntil === undefined ? {} : { validUntil: request.validUntil }),
            ...(depositRate === undefined ? {} : { depositRate }),
            words: { ...wordsOf(made.get(attached ?? '')), ...request.words },
          })
    if (drafted) {
      const said = new Set(found.map(({ at }) => `${at?.tab}|${at?.row}|${at?.column}`))
      found.push(...drafted.findings.filter(({ at }) => !said.has(`${at?.tab}|${at?.row}|${at?.column}`)))
    }
    found.push(...seller.findings, ...usualFindings, ...patternFindings(pattern?.text, settings))
    if (drafted && client) {
      const { quote } = drafted
      const draft = { ...quote, state: 'draft' } as const
      found.push(...unprintable(draft, group, clients))
      const building =
        quote.style.preset === 'craftsman' && soldLines(quote.lines).some(({ nature }) => nature === 'servicesBic')
      const lacks = (code: 'quote-waste-missing' | 'quote-mediator-missing', setting: SettingName): void => {
        found.push({
          code,
          client: client.name,
          severity: 'fix',
          at: settings.cell(setting),
        })
      }
      if (building && usual.waste === '') lacks('quote-waste-missing', 'Déchets de chantier')
      if (client.type === 'consumer' && seller.profile.mediator === '')
        lacks('quote-mediator-missing', 'Médiateur de la consommation')
    }
    findings.push(...found)
    const blocking = found.find(({ severity }) => severity === 'blocking')
    if (drafted === undefined || blocking || pattern === undefined) {
      for (const { row } of members) {
        const own = found.find(({ severity, at }) => severity === 'blocking' && at?.tab === 'sales' && at.row === row)
        const first = own ?? blocking
        if (first) blockedRows.set(row, first)
      }
      continue
    }
    const old = attached === undefined ? undefined : made.get(attached)
    if (old && sameQuote(old.document, drafted.quote)) {
      unchanged.push(old)
      continue
    }
    if (old === undefined) rank += 1
    const number = old?.number ?? formatNumber(pattern, rank, today)
    candidates.push({
      document: { ...drafted.quote, number },
      rows: group.lines.map(({ id }) => id),
      ...(before === undefined ? {} : { before }),
    })
  }
  return { candidates, unchanged, findings: dedupe(findings), blockedRows, named }
}

/** What was said of the work in the version before. */
function wordsOf(made: QuoteMade | undefined): QuoteRequest['words'] {
  const { start, duration, place } = made?.document.quote ?? {}
  return {
    ...(start === undefined ? {} : { start }),
    ...(duration === undefined ? {} : { duration }),
    ...(place === undefined ? {} : { place }),
  }
}

const takenNumbers = (workbook: Workbook, quotes: readonly QuoteEntry[]): readonly string[] => [
  ...quotes.map(({ number }) => number),
  ...workbook
    .journal()
    .keys('quoted')
    .map((key) => readVersionKey(key).number),
]

function patternFindings(pattern: string | undefined, settings: ReturnType<typeof readSettings>): readonly Finding[] {
  const setting = 'Motif des devis'
  if (pattern === undefined) return [wrongSetting(settings, setting, 'D{AAAA}-{0000}')]
  const other = (['Motif des factures', 'Motif des avoirs'] as const).find((name) => settings.text(name) === pattern)
  return other === undefined
    ? []
    : [{ code: 'same-patterns', setting, other, severity: 'blocking', at: settings.cell(setting) }]
}
