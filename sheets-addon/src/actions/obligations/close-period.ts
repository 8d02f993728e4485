import { type SealProblem, sealPeriod } from '@tabellion/shared/bookkeeping'
import { formatPeriod, parsePeriod } from '@tabellion/shared/calendar'
import { turnoverReturns } from '@tabellion/shared/deadlines'
import type { PeriodSealed } from '@tabellion/shared/journal'
import { isBlank, type Table } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { bookFindings, journalBook, placedToday, sealsOf } from '../../obligations/book.ts'
import { requiredBusiness } from '../../obligations/business.ts'
import { recordPayments } from '../../payments/record.ts'
import type { Ports, Sheets } from '../../ports.ts'
import { headProperty, openWorkbook, pendingProperty } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { appendEvents, positionsOf, writePatches } from '../../workbook/write.ts'
import { action, type Outcome } from '../action.ts'
import { returnFor } from './prepare-turnover-return.ts'

export const closePeriod = action({
  name: 'close-period',
  menu: 'Clôturer la période…',
  what: 'Scelle une période finie du livre des recettes : ce qui arrive ensuite s’y inscrit tardivement, dans la suivante.',
  args: {
    properties: {
      period: {
        type: 'string',
        description:
          'Le mois (2026-11) ou le trimestre (2026-Q4) ; par défaut le plus ancien qui soit fini, ouvert et ait des recettes.',
      },
    },
  },
  run: (ports, args) => ports.lock.need(() => close(ports, args.period)),
})

/** The journal first, then *Scellé le*: a run stopped between the two is finished by the next. */
function close(ports: Ports, asked: unknown): Outcome {
  const { sheets, store, clock } = ports
  const recorded = recordPayments(ports, openWorkbook(ports))
  const workbook = openWorkbook(ports)
  const business = requiredBusiness(workbook)
  const book = journalBook(workbook)
  const table = workbook.table('receiptsBook')
  const altered = bookFindings(table, book.entries)[0]
  if (altered) refuse({ code: 'book-altered', rank: 'rank' in altered ? String(altered.rank) : '' })
  const unfinished = book.seals.filter(({ ranks }) => unsealedRows(table, ranks).length > 0)
  for (const seal of unfinished) showSeal(sheets, table, seal)
  if (unfinished.length > 0) sheets.flush()
  const finished = unfinished.find(({ period }) => asked === undefined || period === parsePeriod(String(asked)))
  if (finished) return outcome(finished, recorded.findings)

  const entries = placedToday(book, business.profile)
  const closedUntil =
    book.seals
      .map(({ last }) => last)
      .sort()
      .at(-1) ?? ''
  const oldest = turnoverReturns(business.profile, clock.today).find(
    ({ last, period }) => last < clock.today && last > closedUntil && entries.some((entry) => entry.period === period),
  )
  const wanted = returnFor(business.profile, asked ?? oldest?.period, clock.today)
  const seal = sealPeriod(entries, sealsOf(book), wanted.period, business.profile, clock.today)
  if (!seal.ok) return refuse(refusalOf(seal.problem))
  const { digest, last, period, total } = seal.value
  const event: PeriodSealed = {
    type: 'periodSealed',
    v: 1,
    period,
    last,
    on: clock.today,
    ranks: entries.flatMap((entry) => (entry.period === period ? [entry.rank] : [])),
    total,
    digest,
  }
  const journal = workbook.journal()
  store.write(pendingProperty)
  const head = appendEvents(sheets, [...schemaEvents(journal), event], journal.head, clock.instant)
  showSeal(sheets, table, event)
  sheets.flush()
  store.write(headProperty(head))
  return outcome(event, recorded.findings)
}

function unsealedRows(table: Table<'receiptsBook'>, ranks: readonly number[]): readonly number[] {
  const wanted = new Set(ranks)
  return table.rows.flatMap(({ cells, row }) =>
    wanted.has(Number(cells.rank)) && isBlank(cells.sealedOn) ? [row] : [],
  )
}

function showSeal(sheets: Sheets, table: Table<'receiptsBook'>, { on, ranks }: PeriodSealed): void {
  const patches = unsealedRows(table, ranks).map((row) => ({ row, cells: { sealedOn: on } }))
  if (patches.length > 0) writePatches(sheets, table, patches, positionsOf(table), () => false)
}

function refusalOf(problem: SealProblem) {
  switch (problem.code) {
    case 'period-unknown':
      return { code: 'unknown-return-period', period: problem.period, known: [] } as const
    case 'period-already-sealed':
      return { code: 'period-sealed', period: problem.period, on: problem.sealedOn } as const
    default:
      return problem
  }
}

function outcome({ digest, period, ranks, total }: PeriodSealed, findings: Outcome['findings']): Outcome {
  const what =
    ranks.length === 0 ? 'aucune recette' : `${counted(ranks.length, 'recette', 'recettes')}, ${formatEuros(total)}`
  return {
    message: typeset(`Période ${formatPeriod(period)} close : ${what}. Empreinte ${digest.slice(0, 16)}…`),
    findings,
  }
}
