import { type ColumnKey, columnOf, HEADING_ROW, headingKey, type TabKey } from '@tabellion/shared/ledger'
import { googleScreen } from './screen.ts'
import { activeSpreadsheet } from './sheets.ts'

/** What the active row shows in one column of that tab; undefined in another tab, above its rows, and when it is empty. */
export function activeCell<K extends TabKey>(tab: K, key: ColumnKey<K>): string | undefined {
  const place = googleScreen.place()
  if (place?.tab !== tab || place.row <= HEADING_ROW) return undefined
  const sheet = activeSpreadsheet().getActiveSheet()
  const [headings = [], cells = []] = [HEADING_ROW, place.row].map(
    (row) => sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getDisplayValues()[0],
  )
  return cells[headings.map(headingKey).indexOf(headingKey(columnOf(tab, key).heading))] || undefined
}
