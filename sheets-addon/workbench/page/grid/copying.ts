/** Copy, cut and paste: inside the workbook the sheet copies its own cells; to and from elsewhere, text. */
import type { ClipboardEvent } from 'react'
import type { Box } from '../../protocol.ts'
import { ask } from '../ask.ts'
import { sizeOfText } from './clipboard-text.ts'
import { boxOf, overBox } from './selection.ts'
import type { Table } from './table.ts'

const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const sameText = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n').trimEnd() === b.trimEnd()

/** Of the shown cells only; undefined when some of their rows have not been read yet. */
function textOf(table: Table, box: Box): string | undefined {
  const { columns, rows } = table.geometry()
  const lines: string[] = []
  for (let row = box.row; row < box.row + box.rows; row++) {
    if (!rows(row).isShown(row)) continue
    if (!table.mirror.isKnown(row)) return undefined
    const shown = columns.shown.filter((column) => column >= box.column && column < box.column + box.columns)
    lines.push(shown.map((column) => quoted(table.mirror.cell(row, column).text ?? '')).join('\t'))
  }
  return lines.join('\n')
}

export async function copyCells(table: Table, event: ClipboardEvent | undefined, isCut: boolean): Promise<void> {
  const box = boxOf(table.selection.get())
  const { id: sheet } = table.shape()
  const known = textOf(table, box)
  event?.preventDefault()
  table.copied.set({ sheet, box, text: known, isCut })
  if (known !== undefined && event) {
    event.clipboardData.setData('text/plain', known)
    return
  }
  const text = known ?? (await ask('text', { sheet, box })).text
  await navigator.clipboard.writeText(text)
  table.copied.set({ sheet, box, text, isCut })
}

export function pasteText(table: Table, text: string, isValuesOnly: boolean): void {
  const to = boxOf(table.selection.get())
  const copied = table.copied.get()
  const isOurs = copied && (copied.text === undefined || sameText(text, copied.text))
  const size = isOurs ? shownSize(table, copied.box) : sizeOfText(text)
  // A single cell fills the whole selection; a larger block is repeated as often as it fits (the sheet does it).
  const fits = to.rows % size.rows === 0 && to.columns % size.columns === 0
  const target = fits ? to : { ...to, ...size }
  if (isOurs && !hasHidden(table, copied.box, copied.sheet)) {
    const how = copied.isCut ? 'cut' : isValuesOnly ? 'values' : 'copy'
    void table.perform({ do: 'copy', from: copied.box, fromSheet: copied.sheet, to: target, how })
  } else {
    void table.perform({ do: 'paste', box: fits ? to : target, text })
  }
  table.select(overBox(target), false)
}

/** Rows that a filter hides are not copied with the others: then only the text is. */
function hasHidden(table: Table, box: Box, sheet: number): boolean {
  if (table.shape().id !== sheet) return false
  const size = shownSize(table, box)
  return size.rows !== box.rows || size.columns !== box.columns
}

function shownSize(table: Table, box: Box): { readonly rows: number; readonly columns: number } {
  const { columns, frozen, body } = table.geometry()
  const within = (shown: readonly number[], first: number, count: number): number =>
    shown.filter((lane) => lane >= first && lane < first + count).length
  return {
    rows: Math.max(1, within(frozen.shown, box.row, box.rows) + within(body.shown, box.row, box.rows)),
    columns: Math.max(1, within(columns.shown, box.column, box.columns)),
  }
}
