import type { Day } from '@tabellion/shared/calendar'
import { type Cell, type Row, readDate, readRate, type Table, textOf } from '@tabellion/shared/ledger'
import { type Cents, parseEuros, type Rate } from '@tabellion/shared/money'
import type { OwnValue, OwnValues } from '@tabellion/shared/regulation'
import type { ObligationFinding } from './problems.ts'

const RATES =
  /^(social|acre\.(half|three-quarters)|overseas\.(start|middle|cruise)|training|chamber|flat-tax)\.(?!income$|exemption$)/
/** How many amounts each value has. */
const AMOUNTS: Readonly<Record<string, number>> = {
  micro: 2,
  'vat.threshold.goods': 2,
  'vat.threshold.services': 2,
  'chamber.exemption': 1,
}

/**
 * Whether contributions and thresholds go by what the tab says under this key. Every other value is shown only: documents and
 * dates keep the law's.
 */
export const isReadByCalculations = (key: string): boolean => RATES.test(key) || AMOUNTS[key] !== undefined

type Own = { readonly rate: Rate } | { readonly amounts: readonly Cents[] } | undefined

/** The value of a row as the user left it: their own when it differs from the law's, or when the law has none. */
export function ownValue({ cells }: Row<'rates'>): { readonly value: Own; readonly own: boolean } {
  const key = textOf(cells.key)
  const [value, law] = [readValue(key, cells.value), readValue(key, cells.law)]
  const own = textOf(cells.law) === '' || !value || !law || JSON.stringify(value) !== JSON.stringify(law)
  return { own, value }
}

function readValue(key: string, cell: Cell): Own {
  const count = AMOUNTS[key]
  if (count === undefined) {
    const rate = readRate(cell)
    return rate.ok && rate.value !== undefined ? { rate: rate.value } : undefined
  }
  // « 203 100 € (ventes), 83 600 € (services) », « 85 000 / 93 500 ».
  const texts = textOf(cell).match(/\d(?:[\s\u00a0\u202f]?\d)*(?:,\d{1,2})?/g) ?? []
  const amounts = texts.flatMap((text) => {
    const read = parseEuros(text)
    return read.ok ? [read.value] : []
  })
  return amounts.length === count ? { amounts } : undefined
}

/** What the user changed or added in *Barèmes*, of what calculations read. */
export function readOverrides(table: Table<'rates'> | undefined): {
  readonly own: OwnValues
  readonly findings: readonly ObligationFinding[]
} {
  const rates = new Map<string, OwnValue<Rate>[]>()
  const amounts = new Map<string, OwnValue<readonly Cents[]>[]>()
  const findings: ObligationFinding[] = []
  for (const row of table?.rows ?? []) {
    const key = textOf(row.cells.key)
    if (!isReadByCalculations(key)) continue
    const { own, value } = ownValue(row)
    if (!own) continue
    const from = dayOf(row.cells.from)
    const to = dayOf(row.cells.to)
    if (value === undefined || from === undefined) {
      const column = value === undefined ? 'value' : 'from'
      findings.push({
        code: 'rate-override-unreadable',
        text: textOf(row.cells[column]),
        severity: 'fix',
        at: { tab: 'rates', row: row.row, column },
      })
      continue
    }
    const days = { from, ...(to === undefined ? {} : { to }) }
    if ('rate' in value) rates.set(key, [...(rates.get(key) ?? []), { ...days, value: value.rate }])
    else amounts.set(key, [...(amounts.get(key) ?? []), { ...days, value: value.amounts }])
  }
  return { own: { rates, amounts }, findings }
}

function dayOf(cell: Cell): Day | undefined {
  const read = readDate(cell)
  return read.ok ? read.value : undefined
}
