/** The sheet on the screen: only the rows and columns in sight are drawn, the keyboard stays on one element. */
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type MutableRefObject,
  type ReactElement,
  useEffect,
  useRef,
} from 'react'
import { cellName } from '../../places.ts'
import type { Box, Group, SheetShape } from '../../protocol.ts'
import { useStore } from '../store.ts'
import { words } from '../words.ts'
import { CellCard } from './cell-card.tsx'
import { ChartLayer } from './chart-layer.tsx'
import { copyCells, pasteText } from './copying.ts'
import { Editor, type EditorHandle } from './editor.tsx'
import { rectangleIn } from './geometry.ts'
import { ColumnHeaders } from './headers.tsx'
import { useHover } from './hover.ts'
import { commandOf } from './keys.ts'
import { Overlays } from './overlays.tsx'
import { usePointer } from './pointer.ts'
import { cellId, type OnFilter, Row } from './row.tsx'
import { boxOf, type Selection } from './selection.ts'
import { useSight } from './sight.ts'
import { useSurface } from './surface.ts'
import type { Table } from './table.ts'

interface GridProps {
  readonly table: Table
  readonly shape: SheetShape
  /** Right click, or the menu key: where, and on what. */
  readonly onMenu: (x: number, y: number, on: 'cells' | 'rows' | 'columns') => void
  readonly onFilter: OnFilter
  readonly onFollow: (link: string) => void
}

/** Of the active cell: a merged area is one cell. */
function activeBox({ merges }: SheetShape, { row, column }: Selection): Box {
  return merges.find((box) => box.row === row && box.column === column) ?? { row, column, rows: 1, columns: 1 }
}

export function Grid({ table, shape, onMenu, onFilter, onFollow }: GridProps): ReactElement {
  const { mirror } = table
  const geometry = table.geometry()
  const selection = useStore(table.selection)
  const editing = useStore(table.editing)
  const refused = useStore(table.refused)
  const copied = useStore(table.copied)
  const scroller = useRef<HTMLDivElement | null>(null)
  const grid = useRef<HTMLDivElement | null>(null)
  const editor = useRef<EditorHandle | null>(null)
  const focus = (): void => grid.current?.focus({ preventScroll: true })
  const pointing = usePointer(table, scroller, editor, focus)
  const hovering = useHover(table)
  const isValuesOnly = useRef(false)

  const { body } = geometry
  const { rows, columns } = useSight(geometry, scroller, selection.column)
  const isActiveInSight = selection.row <= shape.frozenRows || rows.includes(selection.row)
  const [firstRow = 1, lastRow = 1] = [rows[0], rows.at(-1)]
  useEffect(() => mirror.view(firstRow, lastRow), [mirror, firstRow, lastRow])

  useSurface(table, geometry, scroller, editor, focus, () => {
    const cell = document.getElementById(cellId(table.selection.get().row, table.selection.get().column))
    const at = cell?.getBoundingClientRect()
    onMenu(at?.left ?? 100, at?.bottom ?? 100, 'cells')
  })

  const box = boxOf(selection)
  const active = activeBox(shape, selection)
  const part = (row: number): 'head' | 'body' => (row <= shape.frozenRows ? 'head' : 'body')
  /** In pixels of what scrolls: the head stays, so its cells move with the scroll. */
  const inScroll = (cell: Box): { left: number; top: number; width: number; height: number } => {
    const at = rectangleIn(geometry, part(cell.row), cell) ?? { left: geometry.left, top: 0, width: 0, height: 0 }
    const shift = part(cell.row) === 'head' ? (scroller.current?.scrollTop ?? 0) : geometry.head
    return { ...at, top: at.top + shift }
  }
  const rowProps = (row: number) => {
    const isIn = row >= box.row && row < box.row + box.rows
    return {
      mirror,
      shape,
      geometry,
      row,
      columns,
      from: isIn ? box.column : 0,
      to: isIn ? box.column + box.columns - 1 : -1,
      refused: refused?.row === row ? refused.column : 0,
      onFilter,
    }
  }
  const overlays = {
    geometry,
    selection,
    active,
    filling: pointing.filling,
    copied: copied?.sheet === shape.id ? copied.box : undefined,
  }
  const told = hovering.hovered ? activeBox(shape, { ...selection, ...hovering.hovered }) : active
  const edited = inScroll(editing ? { row: editing.row, column: editing.column, rows: 1, columns: 1 } : active)

  function onKeyDown(event: KeyboardEvent): void {
    if (editing) return
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'v') isValuesOnly.current = shiftKey
    if (key === 'Escape') table.copied.set(undefined)
    const command = commandOf({
      key,
      isCtrl: ctrlKey || metaKey,
      isShift: shiftKey,
      isAlt: altKey,
      isAltGraph: event.getModifierState('AltGraph'),
    })
    if (!command) return
    // The key itself goes on to the editor, which has the focus by then.
    const { kind } = command
    const isTick = kind === 'tick' && mirror.rule(mirror.cell(selection.row, selection.column))?.kind === 'checkbox'
    if (kind !== 'type' && (kind !== 'tick' || isTick)) event.preventDefault()
    table.obey(command)
  }
  function onPaste(event: ClipboardEvent): void {
    if (editing) return
    event.preventDefault()
    pasteText(table, event.clipboardData.getData('text/plain'), isValuesOnly.current)
    isValuesOnly.current = false
  }
  const onCopy = (event: ClipboardEvent, isCut: boolean): void => {
    if (!editing) void copyCells(table, event, isCut)
  }
  function onContextMenu(event: MouseEvent): void {
    if (!(event.target instanceof HTMLElement) || editor.current?.holds(event.target)) return
    event.preventDefault()
    const { dataset } = event.target
    const on = dataset['rowHeader'] !== undefined ? 'rows' : dataset['columnHeader'] !== undefined ? 'columns' : 'cells'
    if (on === 'columns' && !(columnOf(dataset) >= box.column && columnOf(dataset) < box.column + box.columns)) {
      table.select({ row: 1, column: columnOf(dataset), toRow: shape.rows, toColumn: columnOf(dataset) }, false)
    }
    onMenu(event.clientX, event.clientY, on)
  }
  const onFold = ({ axis, first, depth, isFolded }: Group): void =>
    void table.perform({ do: 'fold', axis, at: first, depth, isFolded: !isFolded })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mouse works anywhere in the box, the keyboard on the grid
    <div
      ref={scroller}
      className={`scroller${shape.isPlain ? ' is-plain' : ''}`}
      onPointerDown={pointing.onPointerDown}
      onPointerMove={hovering.onPointerMove}
      onPointerLeave={hovering.onPointerLeave}
      onDoubleClick={({ target }) => {
        if (target instanceof Element && target.closest('[role="gridcell"]') && !editor.current?.holds(target))
          table.open()
      }}
      onContextMenu={onContextMenu}
    >
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        className="grid"
        aria-label={words.grid(shape.name)}
        aria-rowcount={shape.rows}
        aria-colcount={shape.columns}
        aria-multiselectable="true"
        aria-activedescendant={cellId(active.row, active.column)}
        aria-describedby="cell-card"
        style={{ width: geometry.width }}
        onKeyDown={onKeyDown}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
      >
        <div role="rowgroup" className="head" style={{ height: geometry.head, width: geometry.width }}>
          <ColumnHeaders
            shape={shape}
            geometry={geometry}
            columns={columns}
            from={box.column}
            to={box.column + box.columns - 1}
            onFold={onFold}
          />
          {geometry.frozen.shown.map((row) => (
            <Row key={row} {...rowProps(row)} top={geometry.top + geometry.frozen.start(row)} />
          ))}
          <Overlays {...overlays} part="head" />
        </div>
        <div role="rowgroup" className="body" style={{ height: body.total }}>
          {rows.map((row) => (
            <Row key={row} {...rowProps(row)} top={body.start(row)} />
          ))}
          {!isActiveInSight && <Row {...rowProps(selection.row)} top={body.start(selection.row)} />}
          <Overlays {...overlays} part="body" />
        </div>
      </div>
      <ChartLayer shape={shape} geometry={geometry} />
      <Editor ref={editor} table={table} at={edited} below={roomBelow(scroller, edited.top + edited.height)} />
      {!editing && (
        <CellCard table={table} row={told.row} column={told.column} at={inScroll(told)} onFollow={onFollow} />
      )}
      {refused && (
        <div role="alert" className="refused" style={refusedPlace(inScroll({ ...refused, rows: 1, columns: 1 }))}>
          {refused.text}
        </div>
      )}
      {pointing.sizing && (
        <div
          className="sizing"
          style={{
            left: geometry.left + geometry.columns.start(pointing.sizing.column) + pointing.sizing.width,
            height: geometry.head + body.total,
          }}
        />
      )}
      <span className="unseen" aria-live="polite">
        {editing ? '' : spoken(cellName(active.row, active.column), box)}
      </span>
    </div>
  )
}

const columnOf = (dataset: DOMStringMap): number => Number(dataset['columnHeader'])
const spoken = (name: string, { rows, columns }: Box): string =>
  rows * columns > 1 ? `${name}, ${rows} × ${columns}` : ''
const refusedPlace = ({ left, top, width }: { left: number; top: number; width: number }) => ({
  left: left + width + 6,
  top,
})
const roomBelow = ({ current }: MutableRefObject<HTMLElement | null>, bottom: number): number =>
  current ? current.scrollTop + current.clientHeight - bottom : 0
