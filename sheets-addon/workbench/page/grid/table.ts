/** All that a person can do in the grid, whatever key or mouse they use. The drawing follows the stores. */
import { isInside, overlaps } from '../../places.ts'
import type { Gesture, Outcome, SheetShape } from '../../protocol.ts'
import type { Mirror } from '../mirror.ts'
import { createStore, type Store } from '../store.ts'
import { words } from '../words.ts'
import type { Around, Copied, Surface } from './around.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import type { Command } from './keys.ts'
import { type Moving, placeAfter } from './moves.ts'
import { anchorOf, at, boxOf, overBox, type Selection } from './selection.ts'
import { touchedBox } from './touched.ts'

export interface Editing {
  readonly row: number
  readonly column: number
  readonly text: string
  /** Arrows leave the cell while a new text is typed; they move the caret once F2 or a double click opened it. */
  readonly isArrowing: boolean
  readonly isInBar: boolean
}

export interface Table {
  readonly selection: Store<Selection>
  readonly editing: Store<Editing | undefined>
  readonly refused: Store<Outcome['refused']>
  readonly copied: Store<Copied | undefined>
  readonly mirror: Mirror
  attach(surface: Surface): void
  geometry(): Geometry
  shape(): SheetShape
  select(selection: Selection, isRevealed?: boolean): void
  goTo(row: number, column: number): void
  /** Shift+click, dragging: the active cell stays. */
  extend(row: number, column: number): void
  obey(command: Command): void
  /** Opens the active cell with its own text, or a new one. */
  open(text?: string): void
  openInBar(): void
  write(text: string): void
  commit(way: { readonly rows: number; readonly columns: number }, text?: string): void
  cancel(): void
  tick(row: number, column: number): void
  perform(gesture: Gesture): Promise<void>
}

export function createTable(mirror: Mirror, around: Around): Table {
  const selection = createStore<Selection>(at(1, 1))
  const editing = createStore<Editing | undefined>(undefined)
  const refused = createStore<Outcome['refused']>(undefined)
  const copied = createStore<Copied | undefined>(undefined)
  let surface: Surface | undefined
  /** Where a series of Tab began: Enter goes back under it, as in every spreadsheet. */
  let tabbedFrom: number | undefined
  let known: { readonly shape: SheetShape; readonly geometry: Geometry } | undefined

  function shape(): SheetShape {
    const now = mirror.shape.get()
    if (!now) throw new Error('no tab is shown yet')
    return now
  }
  function geometry(): Geometry {
    const now = shape()
    if (known?.shape !== now) known = { shape: now, geometry: geometryOf(now) }
    return known.geometry
  }
  function select(next: Selection, isRevealed = true): void {
    tabbedFrom = undefined
    refused.set(undefined)
    selection.set(next)
    mirror.select(boxOf(next))
    if (isRevealed) surface?.reveal(next.toRow, next.toColumn)
  }
  const goTo = (row: number, column: number): void => {
    const anchor = anchorOf(shape(), row, column)
    select(at(anchor.row, anchor.column))
  }
  function extend(row: number, column: number): void {
    select({ ...selection.get(), toRow: row, toColumn: column })
  }

  async function perform(gesture: Gesture): Promise<void> {
    const touched = touchedBox(gesture)
    const warned = touched && shape().warned.find(({ box }) => overlaps(box, touched))
    if (warned && !(await around.confirm(warned.description))) return
    if (gesture.do === 'type') mirror.expect(gesture.row, gesture.column, gesture.text)
    const outcome = await mirror.act(gesture)
    if (outcome.refused) refused.set(outcome.refused)
    if (copied.get()?.isCut) copied.set(undefined)
    around.heard(outcome)
  }

  function open(text?: string): void {
    const { row, column } = selection.get()
    const cell = mirror.cell(row, column)
    if (mirror.rule(cell)?.kind === 'checkbox') return
    const start = text ?? cell.input ?? cell.text ?? ''
    surface?.reveal(row, column)
    editing.set({ row, column, text: start, isArrowing: text !== undefined, isInBar: false })
    surface?.openEditor(start)
  }

  function close(): Editing | undefined {
    const was = editing.get()
    editing.set(undefined)
    surface?.closeEditor()
    return was
  }

  function commit(way: { readonly rows: number; readonly columns: number }, chosen?: string): void {
    const was = close()
    if (!was) return
    const { row, column } = was
    const origin = tabbedFrom
    if (way.columns !== 0) {
      goTo(row, geometry().columns.step(column, way.columns))
      tabbedFrom = origin ?? column
    } else if (way.rows !== 0) {
      goTo(geometry().stepRow(row, way.rows), way.rows > 0 ? (origin ?? column) : column)
    }
    const text = chosen ?? was.text
    const { input, text: shown = '' } = mirror.cell(row, column)
    if (text !== (input ?? shown)) void perform({ do: 'type', row, column, text })
  }

  function tick(row: number, column: number): void {
    const box = boxOf(selection.get())
    const isOn = mirror.cell(row, column).text !== words.ticked
    const whole = isInside(box, row, column) ? box : boxOf(at(row, column))
    void perform({ do: 'tick', box: whole, isOn })
  }

  function fill(way: 'down' | 'right'): void {
    const box = boxOf(selection.get())
    const isLine = way === 'down' ? box.rows === 1 : box.columns === 1
    if (isLine) return
    const from = way === 'down' ? { ...box, rows: 1 } : { ...box, columns: 1 }
    const to =
      way === 'down'
        ? { ...box, row: box.row + 1, rows: box.rows - 1 }
        : { ...box, column: box.column + 1, columns: box.columns - 1 }
    void perform({ do: 'fill', from, to })
  }

  function selectWhole(what: 'row' | 'column' | 'all'): void {
    const box = boxOf(selection.get())
    const { rows, columns } = shape()
    select(
      overBox({
        ...box,
        ...(what === 'column' ? {} : { column: 1, columns }),
        ...(what === 'row' ? {} : { row: 1, rows }),
      }),
      false,
    )
  }

  const move = (command: Moving): void => {
    const to = placeAfter(command, selection.get(), shape(), geometry(), surface?.rowsPerPage() ?? 20)
    if (command.isExtending) extend(to.row, to.column)
    else goTo(to.row, to.column)
  }
  const turn = ({ kind }: { readonly kind: 'undo' | 'redo' }): void => void perform({ do: kind })
  /** On a box, the keys that open a cell tick it. */
  const openOrTick = (text?: string): void => {
    const { row, column } = selection.get()
    if (mirror.rule(mirror.cell(row, column))?.kind === 'checkbox') tick(row, column)
    else open(text)
  }
  const obeying: { readonly [K in Command['kind']]: (command: Extract<Command, { kind: K }>) => void } = {
    move,
    page: move,
    end: move,
    next({ by }) {
      const { row, column } = selection.get()
      const origin = tabbedFrom ?? column
      goTo(row, geometry().columns.step(column, by))
      tabbedFrom = origin
    },
    up: () => goTo(geometry().stepRow(selection.get().row, -1), selection.get().column),
    open: () => openOrTick(),
    tick: () => openOrTick(''),
    type: () => open(''),
    clear: () => void perform({ do: 'clear', box: boxOf(selection.get()) }),
    undo: turn,
    redo: turn,
    today() {
      const { row, column } = selection.get()
      void perform({ do: 'type', row, column, text: around.today() })
    },
    fill: ({ way }) => fill(way),
    select: ({ what }) => selectWhole(what),
    tab: ({ by }) => around.turnTab(by),
    menu: () => surface?.openMenu(),
  }

  return {
    selection,
    editing,
    refused,
    copied,
    mirror,
    attach(next) {
      surface = next
    },
    geometry,
    shape,
    select,
    goTo,
    extend,
    obey: (command) => obeying[command.kind](command as never),
    open,
    openInBar() {
      const { row, column } = selection.get()
      const cell = mirror.cell(row, column)
      if (editing.get()) return
      editing.set({ row, column, text: cell.input ?? cell.text ?? '', isArrowing: false, isInBar: true })
    },
    write(text) {
      const now = editing.get()
      if (now) editing.set({ ...now, text })
    },
    commit,
    cancel: () => void close(),
    tick,
    perform,
  }
}
