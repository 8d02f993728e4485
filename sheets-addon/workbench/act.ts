/** Each gesture of the page becomes a gesture of the emulator: typed text, never a value. */
import type { Emulator, Run, stored } from '../emulator/index.ts'
import { boxName, cellName } from './places.ts'
import type { Box, Gesture } from './protocol.ts'

/** Throws what the sheet refuses. */
export function act(emulator: Emulator, sheet: stored.Sheet, gesture: Gesture): readonly Run[] {
  const { user } = emulator
  const { name } = sheet
  switch (gesture.do) {
    case 'type':
      return user.edit(name, cellName(gesture.row, gesture.column), gesture.text)
    case 'tick':
      return cellsOf(gesture.box)
        .filter(([row, column]) => sheet.dresses[row - 1]?.[column - 1]?.rule?.criteria === 'CHECKBOX')
        .flatMap(([row, column]) => user.tick(name, cellName(row, column), gesture.isOn))
    case 'clear':
      return user.clear(name, boxName(gesture.box))
    case 'paste':
      return paste(emulator, sheet, gesture.box, gesture.text)
    case 'copy':
      return copy(emulator, sheet, gesture)
    case 'fill':
      return user.fill(name, boxName(gesture.from), boxName(gesture.to))
    case 'sort': {
      const box = sortedBox(emulator, sheet)
      return box ? user.sort(name, boxName(box), gesture.column, gesture.isAscending) : []
    }
    case 'insert':
      return gesture.axis === 'rows'
        ? user.insertRows(name, gesture.at, gesture.count)
        : user.insertColumns(name, gesture.at, gesture.count)
    case 'delete':
      return gesture.axis === 'rows'
        ? user.deleteRows(name, gesture.at, gesture.count)
        : user.deleteColumns(name, gesture.at, gesture.count)
    case 'resize':
      return user.resize(name, gesture.axis, gesture.first, gesture.count, gesture.size)
    case 'hide':
    case 'show':
      return user[gesture.do](name, gesture.axis, gesture.first, gesture.count)
    case 'fold':
      return user.fold(name, gesture.axis, gesture.at, gesture.depth, gesture.isFolded)
    case 'filter':
      return user.filter(name, gesture.box ? boxName(gesture.box) : undefined)
    case 'criteria':
      return user.choose(name, { column: gesture.column, hiddenValues: gesture.hidden })
    case 'rename':
      return user.renameSheet(name, gesture.name)
    case 'undo':
    case 'redo':
      return user[gesture.do]()
  }
}

const cellsOf = ({ row, column, rows, columns }: Box): (readonly [number, number])[] =>
  Array.from({ length: rows * columns }, (_, i) => [row + Math.floor(i / columns), column + (i % columns)])

/** One value pasted over several cells fills them all, as in Sheets. The sheet grows when the text is longer. */
function paste({ user }: Emulator, { name }: stored.Sheet, box: Box, text: string): readonly Run[] {
  const isSingle = !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
  const repeated = isSingle && box.rows * box.columns > 1
  const line = Array.from({ length: box.columns }, () => text.replace(/[\r\n]+$/, '')).join('\t')
  const pasted = repeated ? Array.from({ length: box.rows }, () => line).join('\n') : text
  return user.paste(name, cellName(box.row, box.column), { text: pasted })
}

function copy(
  { user, screen }: Emulator,
  { name }: stored.Sheet,
  { from, fromSheet, to, how }: Extract<Gesture, { do: 'copy' }>,
): readonly Run[] {
  const source = screen.book().sheets.find(({ id }) => id === fromSheet)
  if (!source) return []
  const target = how === 'cut' ? { ...to, rows: 1, columns: 1 } : to
  const options = { valuesOnly: how === 'values', cut: how === 'cut' }
  return user.paste(name, boxName(target), { sheet: source.name, area: boxName(from), ...options })
}

/** The filtered table, else everything below the frozen rows: what « Trier la feuille » sorts. */
export function sortedBox({ screen }: Emulator, sheet: stored.Sheet): Box | undefined {
  const { rows, columns } = screen.extent(sheet)
  const row = sheet.filter ? sheet.filter.box.row + 1 : sheet.frozenRows + 1
  const last = sheet.filter ? Math.min(rows, sheet.filter.box.row + sheet.filter.box.rows - 1) : rows
  return last < row ? undefined : { row, column: 1, rows: last - row + 1, columns }
}
