/** Where we are, and what the active cell really holds. */
import { type ReactElement, useRef, useState } from 'react'
import { boxName, boxNamed } from '../places.ts'
import { boxOf, overBox } from './grid/selection.ts'
import type { Table } from './grid/table.ts'
import { useStore } from './store.ts'
import { words } from './words.ts'

export function FormulaBar({ table, onLeave }: { readonly table: Table; readonly onLeave: () => void }): ReactElement {
  const selection = useStore(table.selection)
  const editing = useStore(table.editing)
  useStore(table.mirror.rows)
  const bar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const cell = table.mirror.cell(selection.row, selection.column)
  const place = boxName(boxOf(selection))

  function goTo(text: string): void {
    const box = boxNamed(text)
    const { rows, columns } = table.shape()
    if (box && box.row + box.rows - 1 <= rows && box.column + box.columns - 1 <= columns) table.select(overBox(box))
    setTyped(undefined)
    onLeave()
  }

  return (
    <div className="formula-bar" data-region="formula">
      <input
        className="name-box"
        aria-label={words.nameBox}
        value={typed ?? place}
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => setTyped(undefined)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') goTo(currentTarget.value)
          if (key === 'Escape') onLeave()
        }}
      />
      <span className="fx" aria-hidden="true">
        ƒx
      </span>
      <input
        ref={bar}
        className="formula"
        aria-label={words.formulaBar}
        value={editing?.text ?? cell.input ?? cell.text ?? ''}
        spellCheck={false}
        autoComplete="off"
        onFocus={table.openInBar}
        onChange={({ currentTarget }) => table.write(currentTarget.value)}
        onBlur={() => {
          if (table.editing.get()?.isInBar) table.commit({ rows: 0, columns: 0 })
        }}
        onKeyDown={(event) => {
          const { key, shiftKey } = event
          if (key === 'Enter') table.commit({ rows: shiftKey ? -1 : 1, columns: 0 })
          else if (key === 'Tab' && table.editing.get()) table.commit({ rows: 0, columns: shiftKey ? -1 : 1 })
          else if (key === 'Escape') table.cancel()
          else return
          event.preventDefault()
        }}
      />
    </div>
  )
}
