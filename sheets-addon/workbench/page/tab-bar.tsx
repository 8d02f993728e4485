/** The tabs below the grid, and what the selection adds up to. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { BookState, SheetShape } from '../protocol.ts'
import { ask } from './ask.ts'
import type { Bench } from './bench.ts'
import { themed } from './colors.ts'
import { boxOf, isOneCell } from './grid/selection.ts'
import { Menu } from './menu.tsx'
import { useStore } from './store.ts'
import { words } from './words.ts'

interface TabBarProps {
  readonly bench: Bench
  readonly book: BookState
  readonly shape: SheetShape
}

export function TabBar({ bench, book, shape }: TabBarProps): ReactElement {
  const [renamed, setRenamed] = useState<number | undefined>(undefined)
  const [list, setList] = useState<{ readonly x: number; readonly y: number } | undefined>(undefined)
  const active = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab shown comes into view when it is another one
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shape.id])

  return (
    <div className="tab-bar" data-region="tabs">
      <button
        type="button"
        className="all-tabs"
        aria-label={words.allTabs}
        aria-haspopup="menu"
        aria-expanded={list !== undefined}
        onClick={({ currentTarget }) => {
          const { left, top } = currentTarget.getBoundingClientRect()
          setList({ x: left, y: top - 32 * book.tabs.length })
        }}
      />
      {list && (
        <Menu
          label={words.allTabs}
          at={list}
          items={book.tabs.map(({ id, name }) => ({ label: name, go: () => void bench.turnTo(id) }))}
          onClose={() => setList(undefined)}
        />
      )}
      <div role="tablist" aria-label={words.tabs} className="tabs">
        {book.tabs.map(({ id, name, color }) =>
          id === renamed ? (
            <input
              key={id}
              className="tab-name"
              aria-label={words.renameTab(name)}
              defaultValue={name}
              ref={focused}
              onBlur={() => setRenamed(undefined)}
              onKeyDown={({ key, currentTarget }) => {
                if (key === 'Enter' && currentTarget.value.trim() !== '') {
                  void bench.table.perform({ do: 'rename', name: currentTarget.value.trim() })
                }
                if (key === 'Enter' || key === 'Escape') setRenamed(undefined)
              }}
            />
          ) : (
            <button
              key={id}
              ref={id === shape.id ? active : undefined}
              type="button"
              role="tab"
              aria-selected={id === shape.id}
              tabIndex={id === shape.id ? 0 : -1}
              style={color === undefined ? undefined : { boxShadow: `inset 0 -3px ${themed(color)}` }}
              onClick={() => void bench.turnTo(id)}
              onDoubleClick={() => setRenamed(id)}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
                const next = event.currentTarget.parentElement?.querySelectorAll<HTMLButtonElement>('[role="tab"]')
                const at = book.tabs.findIndex((tab) => tab.id === id) + by
                if (by === 0) return
                event.preventDefault()
                next?.[at]?.focus()
                next?.[at]?.click()
              }}
            >
              {name}
            </button>
          ),
        )}
      </div>
      <Sum bench={bench} sheet={shape.id} />
    </div>
  )
}

const focused = (field: HTMLInputElement | null): void => {
  field?.focus()
  field?.select()
}

/** Asked once the selection rests. */
function Sum({ bench: { table, mirror }, sheet }: { readonly bench: Bench; readonly sheet: number }): ReactElement {
  const selection = useStore(table.selection)
  const revision = useStore(mirror.rows)
  const [text, setText] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the cells may have changed
  useEffect(() => {
    setText('')
    if (isOneCell(selection)) return
    let isOver = false
    const timer = setTimeout(() => {
      void ask('sum', { sheet, box: boxOf(selection) }).then((sum) => {
        if (!isOver) setText(sum.text)
      })
    }, 150)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [selection, revision, sheet])
  return <output className="sum">{text}</output>
}
