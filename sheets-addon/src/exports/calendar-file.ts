import { utf8Bytes } from '@tabellion/shared/kernel'
import { calendarText } from '../obligations/calendar.ts'
import { readDeadlines, settingSteps } from '../obligations/deadline-row.ts'
import { type ExportFacts, type ExportFile, isWithin } from './export-file.ts'

/** *Échéances* as a file that any calendar opens. Opened again later, it brings its events up to date. */
export function calendarFiles(facts: ExportFacts, scope: string, instant: string): readonly ExportFile[] {
  const steps = settingSteps(facts.settings.text('Rappels des échéances'))
  const rows = readDeadlines(facts.workbook.table('deadlines'), steps).filter(({ day }) => isWithin(facts, day))
  if (rows.every(({ id }) => id === '')) return []
  return [
    {
      name: `echeances_${facts.today}.ics`,
      type: 'text/calendar',
      bytes: utf8Bytes(calendarText(rows, scope, facts.today, instant)),
    },
  ]
}
