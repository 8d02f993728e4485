import { day, parseDay } from '@tabellion/shared/calendar'
import { type LawDue, lawDue, lawTables } from '@tabellion/shared/regulation'
import { isEntry } from './root.ts'

/** One line for a person: what to do, about which table, where to read. */
export function describeDue(due: LawDue): string {
  const name = `${due.key} (${due.label})`
  switch (due.code) {
    case 'review-date-passed':
      return `READ AGAIN  ${name}: due since ${due.reviewBy}, checked on ${due.entry.source.checkedOn}: ${due.entry.source.text}, ${due.entry.source.url}`
    case 'not-covered':
      return `ENTER       ${name}: no value from ${due.from} to ${due.to}`
    case 'to-confirm':
      return `CONFIRM     ${name}: ${due.entry.text} is only the last value known since ${due.since}`
  }
}

/** `npm run law:due [-- YYYY-MM-DD]`: what must be read again or entered on that day; exit 1 when there is something. */
export function main(argv: readonly string[], today: string): number {
  const on = parseDay(argv[0] ?? today)
  if (on === undefined) {
    console.error(`Not a day: ${argv[0]}. Write for example ${day('2027-01-05')}.`)
    return 2
  }
  const found = lawDue(lawTables(), on)
  for (const due of found) console.log(describeDue(due))
  console.log(
    found.length === 0 ? `${lawTables().length} tables, nothing due on ${on}.` : `${found.length} due on ${on}.`,
  )
  return found.length === 0 ? 0 : 1
}

if (isEntry('law-due.ts')) process.exitCode = main(process.argv.slice(2), new Date().toISOString().slice(0, 10))
