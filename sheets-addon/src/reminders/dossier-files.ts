import { formatDay, parseDay } from '@tabellion/shared/calendar'
import { renderDossier } from '@tabellion/shared/documents/pdf'
import { formatAmount } from '@tabellion/shared/money'
import { csvFile, type ExportFile } from '../exports/export-file.ts'
import { zip } from '../exports/zip.ts'
import { typeset } from '../messages/typography.ts'
import type { Dossier, Entry } from './dossier.ts'

const dayText = ({ on, undated }: Entry): string => {
  const day = undated ? undefined : parseDay(on)
  return day === undefined ? '' : formatDay(day)
}

/** The PDF with its index, and the archive with each paper apart. */
export function dossierFiles({ entries, index, today }: Dossier, number: string): readonly ExportFile[] {
  const parts = entries.flatMap(({ part }) => part ?? [])
  const rows = entries.map((entry) => ({
    cells: [
      dayText(entry),
      entry.what,
      typeset(entry.detail),
      entry.amount === undefined ? '' : formatAmount(entry.amount),
    ],
    ...(entry.part ? { part: parts.indexOf(entry.part) } : {}),
  }))
  const whole = renderDossier({ ...index, rows }, parts)
  const name = `dossier-impaye_${number.replaceAll('/', '-')}`
  const chronology = csvFile('chronologie.csv', [
    ['Date', 'Pièce', 'Détail', 'Montant'],
    ...rows.map(({ cells }) => cells),
  ])
  const papers = entries.flatMap(({ file }, at) =>
    file ? [[`${String(at + 1).padStart(2, '0')}_${file.name}`, file.bytes()] as const] : [],
  )
  const packed = zip([...papers, [`${name}.pdf`, whole], [chronology.name, chronology.bytes]], today)
  return [
    { name: `${name}.pdf`, type: 'application/pdf', bytes: whole },
    { name: `${name}.zip`, type: 'application/zip', bytes: packed },
  ]
}
