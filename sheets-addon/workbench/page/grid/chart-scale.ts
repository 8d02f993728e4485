/** Round figures for an axis, from the least to the most there is to show. */
export interface Scale {
  readonly least: number
  readonly most: number
  readonly ticks: readonly number[]
}

export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  // Nothing but zeros still has an axis.
  const high = most === low ? 1 : most
  const range = high - low
  const rough = range / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.floor(low / step)
  const last = Math.max(first + 1, Math.ceil(high / step))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  return { least: ticks[0] ?? 0, most: ticks.at(-1) ?? 1, ticks }
}

const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const frenchPercent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

export const figure = (value: number, unit: string): string =>
  unit === '%'
    ? frenchPercent.format(value)
    : unit === ''
      ? french.format(value)
      : `${french.format(value)}\u00a0${unit}`
