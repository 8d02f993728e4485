import type { Day } from '@tabellion/shared/calendar'
import type { RateOverride, RateOverrides } from '@tabellion/shared/deadlines'
import { type Row, readDate, readRate, type Table, textOf } from '@tabellion/shared/ledger'
import type { Rate } from '@tabellion/shared/money'
import type { ObligationFinding } from './problems.ts'

const READ_BY_CALCULATIONS =
  /^(social|acre\.(half|three-quarters)|overseas\.(start|middle|cruise)|training|chamber|flat-tax)\.(?!income$|exemption$)/

/** Whether contributions go by what the tab says under this key. Every other value is shown only: documents and dates keep the law's. */
export const isReadByCalculations = (key: string): boolean => READ_BY_CALCULATIONS.test(key)

/** The value of a row as the user left it: their own when it differs from the law's, or when the law has none. */
export function ownRate({ cells }: Row<'rates'>): { readonly rate?: Rate; readonly own: boolean } {
  const [value, law] = [readRate(cells.value), readRate(cells.law)]
  const own = textOf(cells.law) === '' || !value.ok || !law.ok || value.value !== law.value
  return { own, ...(value.ok && value.value !== undefined ? { rate: value.value } : {}) }
}

/** Rates of contributions that the user changed or added in *Barèmes*. */
export function readOverrides(table: Table<'rates'> | undefined): {
  readonly rates: RateOverrides
  readonly findings: readonly ObligationFinding[]
} {
  const rates = new Map<string, RateOverride[]>()
  const findings: ObligationFinding[] = []
  for (const row of table?.rows ?? []) {
    const key = textOf(row.cells.key)
    if (!isReadByCalculations(key)) continue
    const { own, rate } = ownRate(row)
    if (!own) continue
    const from = dayOf(row.cells.from)
    const to = dayOf(row.cells.to)
    if (rate === undefined || from === undefined) {
      const column = rate === undefined ? 'value' : 'from'
      findings.push({
        code: 'rate-override-unreadable',
        text: textOf(row.cells[column]),
        severity: 'fix',
        at: { tab: 'rates', row: row.row, column },
      })
      continue
    }
    rates.set(key, [...(rates.get(key) ?? []), { from, rate, ...(to === undefined ? {} : { to }) }])
  }
  return { rates, findings }
}

function dayOf(cell: string | number | boolean): Day | undefined {
  const read = readDate(cell)
  return read.ok ? read.value : undefined
}
