import { type PreparedReturn, prepareReturn, totalTurnover, turnover } from '@tabellion/shared/bookkeeping'
import { type Day, formatDay, formatPeriod, type Period, parsePeriod } from '@tabellion/shared/calendar'
import { type Profile, type TurnoverReturn, turnoverReturns } from '@tabellion/shared/deadlines'
import { type Cents, cents, formatEuros, percentText, sum } from '@tabellion/shared/money'
import { counted } from '../../messages/sentences.ts'
import { of, typeset } from '../../messages/typography.ts'
import { bookFindings, journalBook, placedToday } from '../../obligations/book.ts'
import { requiredBusiness } from '../../obligations/business.ts'
import { OWN_RATE } from '../../obligations/deadline-cells.ts'
import { contributionsOf, declaredBook } from '../../obligations/estimates.ts'
import type { ObligationFinding } from '../../obligations/problems.ts'
import { readOverrides } from '../../obligations/rate-overrides.ts'
import { recordPayments } from '../../payments/record.ts'
import type { Ports } from '../../ports.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'

export const prepareTurnoverReturn = action({
  name: 'prepare-turnover-return',
  menu: 'Préparer la déclaration Urssaf…',
  what: 'Donne les montants à recopier dans la déclaration de chiffre d’affaires, et ce qu’elle coûtera. N’envoie rien.',
  args: {
    properties: {
      period: {
        type: 'string',
        description: 'Le mois (2026-11) ou le trimestre (2026-Q4) ; par défaut le dernier qui soit fini.',
      },
    },
  },
  run: (ports, args) => ports.lock.need(() => prepare(ports, args.period)),
})

function prepare(ports: Ports, asked: unknown): Outcome {
  const { today } = ports.clock
  const recorded = recordPayments(ports, openWorkbook(ports))
  const workbook = openWorkbook(ports)
  const business = requiredBusiness(workbook)
  const book = journalBook(workbook)
  const table = workbook.table('receiptsBook')
  const ranks = new Map(table.rows.map(({ cells, row }) => [Number(cells.rank), row]))
  const declared = declaredBook(placedToday(book, business.profile), business, (rank) => ranks.get(rank))
  const wanted = returnFor(business.profile, asked, today)
  const overrides = readOverrides(workbook.tableIfAny('rates'))
  const contributions = contributionsOf(declared, overrides.own, today)
  const read = prepareReturn(declared.entries, declared.profile, wanted.period, today, overrides.own)
  const prepared: PreparedReturn | undefined = read.ok ? read.value : undefined
  const entries = declared.entries.filter(({ period }) => period === wanted.period)
  const earlier = sum(entries.flatMap(({ amount, rank }) => (rank === 0 ? [amount] : [])))
  const findings: ObligationFinding[] = [
    ...business.findings,
    ...bookFindings(table, book.entries),
    ...declared.findings,
    ...contributions.findings,
    ...overrides.findings,
    ...(earlier === 0
      ? []
      : [
          {
            code: 'earlier-turnover-open',
            amount: earlier,
            severity: 'info',
            at: business.settings.cell('Dont pas encore déclaré'),
          } as const,
        ]),
  ]
  if (prepared === undefined)
    return { message: typeset('Les cotisations de cette période ne sont pas connues.'), findings }
  const net = totalTurnover(turnover(entries))
  return {
    message: typeset(messageOf(prepared, today)),
    findings: [...recorded.findings, ...findings],
    turnoverReturn: {
      period: prepared.period,
      first: prepared.first,
      last: prepared.last,
      due: prepared.due,
      ...(prepared.due < today ? { isPast: true } : {}),
      boxes: prepared.boxes,
      lines: (prepared.contributions?.lines ?? []).map(({ rate, ...line }) => ({
        ...line,
        ratePercent: Number(percentText(rate)),
      })),
      totalEuros: prepared.contributions?.totalEuros ?? 0,
      acre: prepared.contributions?.acre ?? false,
      turnoverCents: net,
      /** As *Livre des recettes* shows them, VAT included. */
      receiptsCents: sum(entries.flatMap(({ amount, rank }) => (rank === 0 ? [] : [amount]))),
      earlierCents: earlier,
      lateReceipts: prepared.lateEntries.map(({ rank }) => rank),
    },
  }
}

/** The return that was asked for, else the last one whose period is over, else the one under way. */
export function returnFor(profile: Profile, asked: unknown, today: Day): TurnoverReturn {
  const returns = turnoverReturns(profile, today)
  const over = returns.filter(({ last }) => last < today)
  if (asked === undefined) {
    const [first] = returns
    return over.at(-1) ?? first ?? refuse({ code: 'unknown-return-period', period: '', known: [] })
  }
  const period = parsePeriod(String(asked).toUpperCase())
  return (
    returns.find((candidate) => candidate.period === period) ??
    refuse({ code: 'unknown-return-period', period: String(asked), known: returns.map((each) => each.period) })
  )
}

function messageOf(
  { boxes, contributions, due, lateEntries, last, negative, period }: PreparedReturn,
  today: Day,
): string {
  const figures = boxes.map(({ euros, label }) => `${label} : ${formatEuros(cents(euros * 100)).replace(',00', '')}`)
  const total = contributions?.totalEuros ?? 0
  const toConfirm = contributions?.lines.some((line) => line.toConfirm) ?? false
  const own = contributions?.lines.some((line) => line.changed) ? OWN_RATE : ''
  return [
    `Déclaration ${ofPeriod(period)}, à faire au plus tard le ${formatDay(due)}.`,
    `À recopier : ${figures.join(' ; ')}.`,
    total === 0
      ? 'Rien à payer, mais la déclaration est due.'
      : `Cotisations estimées : ${formatEuros(cents(total * 100)).replace(',00', '')}${toConfirm ? ', au dernier taux connu, à confirmer' : ''}${own}.`,
    ...(last >= today ? [`La période finit le ${formatDay(last)} : ces montants peuvent encore changer.`] : []),
    ...(lateEntries.length === 0
      ? []
      : [`Dont ${counted(lateEntries.length, 'recette tardive', 'recettes tardives')}.`]),
    ...Object.values(negative).map(
      (amount: Cents) =>
        `Les remboursements dépassent les recettes de ${formatEuros(cents(-amount))} : voyez avec l’Urssaf comment les reporter.`,
    ),
  ].join(' ')
}

/** « du 4e trimestre 2026 », « de mars 2026 », « d’août 2026 ». */
function ofPeriod(period: Period): string {
  const name = formatPeriod(period)
  if (period[5] === 'Q') return `du ${name}`
  return of(name)
}
