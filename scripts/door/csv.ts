import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { type TabKey, tabs } from '@tabellion/shared/ledger'
import Papa from 'papaparse'
import { DoorRefusal } from './cli.ts'

/** One file per tab, named exactly as the tab. */
export const csvOf = (tab: TabKey): string => `${tabs[tab].title}.csv`

/** Records of a `;` file, quotes as RFC 4180; a record may hold line breaks. A damaged file is refused whole. */
export function readCsv(text: string, file: string): readonly (readonly string[])[] {
  // LF everywhere first: a CRLF kept within quotes would otherwise be taken for the line end of a file that has LF.
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), {
    delimiter: ';',
    newline: '\n',
    skipEmptyLines: false,
  })
  const damage = errors.find((error) => error.type === 'Quotes')
  if (damage) {
    const line = (damage.row ?? 0) + 1
    throw new DoorRefusal(
      'damaged-csv',
      `${file}, enregistrement ${line} : un guillemet ouvert n’est pas refermé. Rien n’a été écrit : corrigez le fichier.`,
    )
  }
  // The end of the last line makes an empty record.
  return data.length > 0 && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '' ? data.slice(0, -1) : data
}

/** A file of the folder. One that is not UTF-8 (Excel's own « CSV ») would lose each accent when written back: it is refused. */
export function readCsvFile(path: string, name: string): ReturnType<typeof readCsv> {
  const bytes = readFileSync(path)
  if (!isUtf8(bytes))
    throw new DoorRefusal(
      'not-utf8',
      `${name} n’est pas en UTF-8. Rien n’a été écrit : enregistrez-le comme « CSV UTF-8 ».`,
    )
  return readCsv(bytes.toString('utf8'), name)
}

/** LF at each line, quotes only where needed. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return records.map((record) => `${record.map(quoted).join(';')}\n`).join('')
}

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
