/**
 * The one editor, always there beside the grid: focused while a key goes down, it receives that very key, a dead key and
 * the first stroke of an input method included.
 */
import {
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { boxName, cellName } from '../../places.ts'
import type { Box } from '../../protocol.ts'
import { useStore } from '../store.ts'
import { words } from '../words.ts'
import { choicesFor } from './choices.ts'
import type { Rectangle } from './geometry.ts'
import type { Table } from './table.ts'

export interface EditorHandle {
  /** Focuses the editor with this text, caret at its end. */
  open(text: string): void
  close(): void
  holds(element: EventTarget | null): boolean
  /** True when a formula waits for a reference where the caret is. */
  wantsReference(): boolean
  /** Writes `B4:C9` there, in place of the one pointed at just before. */
  point(box: Box): void
}

interface EditorProps {
  readonly table: Table
  /** Where the edited cell is, in pixels of the scrolled content. */
  readonly at: Rectangle
  /** Room below, for the list. */
  readonly below: number
}

const ways: Readonly<Record<string, { readonly rows: number; readonly columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}
const HERE = { rows: 0, columns: 0 }
const LIST_HEIGHT = 224

export const Editor = forwardRef<EditorHandle, EditorProps>(function Editor(
  { table, at, below },
  handle,
): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  const editing = useStore(table.editing)
  const [marked, setMarked] = useState<number | undefined>(undefined)
  const pointed = useRef<{ start: number; end: number } | undefined>(undefined)
  const cell = editing ? table.mirror.cell(editing.row, editing.column) : undefined
  const rule = cell && table.mirror.rule(cell)
  const all = editing && !editing.isInBar && rule?.kind === 'list' ? rule.options : undefined
  const untouched = editing?.text === (cell?.input ?? cell?.text ?? '')
  const choices = all && choicesFor(all, editing?.text ?? '', untouched)
  const chosen = marked ?? choices?.suggested ?? -1

  useImperativeHandle(handle, () => ({
    open(text) {
      const { current } = field
      if (!current) return
      pointed.current = undefined
      setMarked(undefined)
      current.value = text
      current.focus({ preventScroll: true })
      current.setSelectionRange(text.length, text.length)
    },
    close() {
      pointed.current = undefined
      if (field.current) field.current.value = ''
    },
    holds: (element) => element === field.current,
    wantsReference() {
      const { current } = field
      if (!current?.value.startsWith('=')) return false
      const caret = current.selectionStart
      return pointed.current?.end === caret || /[=;(+\-*/&<>:^]\s*$/.test(current.value.slice(0, caret))
    },
    point(box) {
      const { current } = field
      if (!current) return
      const caret = current.selectionStart
      const { start, end } = pointed.current?.end === caret ? pointed.current : { start: caret, end: caret }
      const name = boxName(box)
      current.setRangeText(name, start, end, 'end')
      pointed.current = { start, end: start + name.length }
      table.write(current.value)
    },
  }))

  // What is typed in the formula bar shows in the cell too.
  useEffect(() => {
    if (editing?.isInBar && field.current) field.current.value = editing.text
  }, [editing])

  function take(way: typeof HERE): void {
    table.commit(way, choices && chosen >= 0 ? choices.options[chosen] : undefined)
  }

  /** What the key does here; undefined when it is the field's own. */
  function meaning({ key, shiftKey: isShift, altKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    const way = ways[key]
    if (choices && way && way.columns === 0) {
      return () => setMarked(Math.max(-1, Math.min(chosen + way.rows, choices.options.length - 1)))
    }
    if (way) return editing?.isArrowing && !choices && !isShift ? () => take(way) : undefined
    switch (key) {
      case 'Escape':
        return table.cancel
      case 'Enter':
        return altKey || ctrlKey || metaKey ? breakLine : () => take({ rows: isShift ? -1 : 1, columns: 0 })
      case 'Tab':
        return () => take({ rows: 0, columns: isShift ? -1 : 1 })
      case 'F2':
        return () => editing && table.editing.set({ ...editing, isArrowing: !editing.isArrowing })
      default:
        return undefined
    }
  }

  function breakLine(): void {
    const { current } = field
    if (!current) return
    current.setRangeText('\n', current.selectionStart, current.selectionEnd, 'end')
    table.write(current.value)
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation()
    if (!editing || event.nativeEvent.isComposing) return
    const work = meaning(event)
    if (!work) return
    event.preventDefault()
    work()
  }

  const isOpen = editing !== undefined
  const isUp = below < LIST_HEIGHT && at.top > LIST_HEIGHT
  return (
    <>
      <textarea
        ref={field}
        className={`editor${isOpen ? ' is-open' : ''}`}
        // Left far down when closed, it would stretch what scrolls.
        style={
          isOpen
            ? { left: at.left, top: at.top, minWidth: at.width + 1, minHeight: at.height + 1 }
            : { left: 0, top: 0 }
        }
        tabIndex={-1}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-hidden={!isOpen}
        readOnly={editing?.isInBar}
        aria-label={editing ? words.editing(cellName(editing.row, editing.column)) : words.typing}
        aria-autocomplete={choices ? 'list' : undefined}
        aria-haspopup={choices ? 'listbox' : undefined}
        aria-controls={choices ? 'choices' : undefined}
        aria-activedescendant={choices && chosen >= 0 ? `choice-${chosen}` : undefined}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          pointed.current = undefined
          setMarked(undefined)
          table.write(currentTarget.value)
        }}
        onBlur={() => {
          if (editing && !editing.isInBar) table.commit(HERE)
        }}
      />
      {choices && (
        <div
          role="listbox"
          id="choices"
          aria-label={words.choices}
          className="choices"
          style={{
            left: at.left,
            minWidth: at.width,
            ...(isUp ? { top: at.top - 4, translate: '0 -100%' } : { top: at.top + at.height + 2 }),
          }}
        >
          {choices.options.map((option, index) => (
            <div
              role="option"
              id={`choice-${index}`}
              key={option}
              ref={index === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              aria-selected={index === chosen}
              className="choice"
              onPointerDown={(event) => {
                event.preventDefault()
                event.stopPropagation()
                table.commit(HERE, option)
              }}
            >
              {option}
            </div>
          ))}
          {choices.options.length === 0 && <div className="no-choice">{words.noChoice}</div>}
        </div>
      )}
    </>
  )
})
