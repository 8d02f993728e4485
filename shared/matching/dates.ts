import { dayOf, ordinal } from '@tabellion/shared/calendar'
import type { Run } from './text.ts'

/** Dates written in a line, as days since 1970, and the runs they are written with. */
export interface Dates {
  readonly dates: ReadonlySet<number>
  readonly dateRuns: ReadonlySet<number>
}

/** Only days around the line's own: 121026 may as well be a contract. */
const BEFORE = 500
const AFTER = 60

export function findDates(runs: readonly Run[], at: number): Dates {
  const dates = new Set<number>()
  const dateRuns = new Set<number>()
  const note = (year: string, month: string, date: string, from: number, to: number) => {
    const on = dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date))
    const count = on === undefined ? Number.NaN : ordinal(on)
    if (!(count >= at - BEFORE && count <= at + AFTER)) return
    dates.add(count)
    for (let index = from; index <= to; index += 1) dateRuns.add(index)
  }
  for (const [index, { digits, text, field }] of runs.entries()) {
    if (!digits) continue
    if (text.length === 6 || text.length === 8) note(text.slice(4), text.slice(2, 4), text.slice(0, 2), index, index)
    if (text.length === 8) note(text.slice(0, 4), text.slice(4, 6), text.slice(6), index, index)
    const second = runs[index + 1]
    const third = runs[index + 2]
    if (
      !second?.digits ||
      !third?.digits ||
      third.field !== field ||
      !/^[/. -]$/.test(second.gap) ||
      second.text.length > 2
    )
      continue
    if (text.length <= 2 && (third.text.length === 2 || third.text.length === 4))
      note(third.text, second.text, text, index, index + 2)
    if (text.length === 4 && third.text.length <= 2) note(text, second.text, third.text, index, index + 2)
  }
  return { dates, dateRuns }
}
