import { addDays, addMonths, type Day, day, monthOf, yearOf } from '@tabellion/shared/calendar'
import type { LawEntry, LawTable } from './fr/register.ts'

/** What someone must read again, or enter. */
export type LawDue =
  | {
      readonly code: 'review-date-passed'
      readonly key: string
      readonly label: string
      readonly reviewBy: Day
      readonly entry: LawEntry
    }
  | { readonly code: 'not-covered'; readonly key: string; readonly label: string; readonly from: Day; readonly to: Day }
  | {
      readonly code: 'to-confirm'
      readonly key: string
      readonly label: string
      readonly since: Day
      readonly entry: LawEntry
    }

/** When the entry must be read again: the day it names, else a year after it was checked. Ended entries are history. */
export const reviewDay = (entry: LawEntry): Day => entry.reviewBy ?? addMonths(entry.source.checkedOn, 12)

/** Entries whose review date has passed, years or half-years not covered on `today`, and values held only until confirmed. */
export function lawDue(tables: readonly LawTable[], today: Day): readonly LawDue[] {
  return tables.flatMap((table) => [...passed(table, today), ...uncovered(table, today), ...unconfirmed(table, today)])
}

function passed({ key, label, entries }: LawTable, today: Day): LawDue[] {
  return entries
    .filter((entry) => (entry.to === undefined || entry.to >= today) && reviewDay(entry) <= today)
    .map((entry) => ({ code: 'review-date-passed', key, label, reviewBy: reviewDay(entry), entry }))
}

/** The period of `today` and the next one: a table that stops before must be prolonged. */
function uncovered({ coverage, entries, key, label }: LawTable, today: Day): LawDue[] {
  if (coverage === undefined) return []
  const current = boundsOf(coverage, today)
  const next = boundsOf(coverage, addDays(current.to, 1))
  // The next period is asked for in its last month before it starts: earlier nobody can know it.
  const asked = addMonths(next.from, -1) <= today ? [current, next] : [current]
  return asked
    .filter(({ from }) => !entries.some((entry) => entry.from <= from && (entry.to === undefined || from <= entry.to)))
    .map((bounds) => ({ code: 'not-covered', key, label, ...bounds }))
}

function unconfirmed({ entries, key, label }: LawTable, today: Day): LawDue[] {
  const entry = entries[0]
  if (entry?.confirmedTo === undefined || entry.confirmedTo >= today) return []
  return [{ code: 'to-confirm', key, label, since: addDays(entry.confirmedTo, 1), entry }]
}

function boundsOf(coverage: 'half-year' | 'year', on: Day): { readonly from: Day; readonly to: Day } {
  const year = yearOf(on)
  if (coverage === 'year') return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
  return monthOf(on) <= 6
    ? { from: day(`${year}-01-01`), to: day(`${year}-06-30`) }
    : { from: day(`${year}-07-01`), to: day(`${year}-12-31`) }
}
