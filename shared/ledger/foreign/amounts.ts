import { type Day, parseDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { type Cents, cents, parseEuros } from '@tabellion/shared/money'

/**
 * How amounts of a file are to be read. One that writes `1234.56` everywhere and no comma anywhere has points for decimals;
 * elsewhere a point is read as French people write it.
 */
export function amountReader(samples: readonly string[]): (text: string) => Cents | undefined {
  const filled = samples.map(bare).filter((text) => text !== '')
  const points =
    filled.every((text) => !text.includes(',')) &&
    filled.some((text) => text.includes('.')) &&
    filled.every((text) => /^[+-]?\d+(?:\.\d{1,2})?$/.test(text))
  return (text) => {
    const read = parseEuros(points ? bare(text).replace('.', ',') : text)
    return read.ok ? cents(read.value) : undefined
  }
}
const bare = (text: string): string => text.replace(/[€\s\u00a0\u202f]/g, '')

/** `01/02/2026`, `01-02-2026`, `01.02.2026`, `2026-02-01`, with or without a time of day. */
export function readForeignDay(text: string): Day | undefined {
  const date = text.trim().split(/[T ]/)[0] ?? ''
  return parseDay(date) ?? parseFrenchDay(date.replace(/[-.]/g, '/'))
}
