/** The mouse in the grid: from a point of the screen to a cell, and what dragging does. */
import { type MutableRefObject, type PointerEvent, useEffect, useRef, useState } from 'react'
import { isInside } from '../../places.ts'
import type { Box } from '../../protocol.ts'
import type { EditorHandle } from './editor.tsx'
import type { Geometry } from './geometry.ts'
import { at, boxOf, overBox } from './selection.ts'
import type { Table } from './table.ts'

export interface Place {
  readonly row: number
  readonly column: number
}

export function placeAt(geometry: Geometry, box: HTMLElement, x: number, y: number): Place {
  const bounds = box.getBoundingClientRect()
  const [right, down] = [x - bounds.left, y - bounds.top]
  const column = geometry.columns.at(right - geometry.left + box.scrollLeft)
  const isInHead = down < geometry.head && geometry.frozen.shown.length > 0
  const row = isInHead
    ? geometry.frozen.at(down - geometry.top)
    : geometry.body.at(Math.max(down, geometry.head) - geometry.head + box.scrollTop)
  return { row, column }
}

type Drag =
  | 'cells'
  | 'rows'
  | 'columns'
  | 'fill'
  | 'reference'
  | { readonly size: number; readonly from: number; readonly width: number }

export interface Pointing {
  /** Where the fill handle has been dragged to. */
  readonly filling: Box | undefined
  /** The new width of the column being dragged. */
  readonly sizing: { readonly column: number; readonly width: number } | undefined
  onPointerDown(event: PointerEvent<HTMLElement>): void
}

const SCROLL_STEP = 18

export function usePointer(
  table: Table,
  scroller: MutableRefObject<HTMLDivElement | null>,
  editor: MutableRefObject<EditorHandle | null>,
  focus: () => void,
): Pointing {
  const [filling, setFilling] = useState<Box | undefined>(undefined)
  const [sizing, setSizing] = useState<Pointing['sizing']>(undefined)
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])

  /** Follows the pointer until it is released, and scrolls when it leaves the grid. */
  function follow(drag: Drag, start: Place, first: PointerEvent): void {
    const box = scroller.current
    if (!box) return
    let point = { x: first.clientX, y: first.clientY }
    let filled: Box | undefined
    let width = typeof drag === 'object' ? drag.width : 0
    const move = (): void => {
      const to = placeAt(table.geometry(), box, point.x, point.y)
      if (drag === 'cells') table.extend(to.row, to.column)
      else if (drag === 'rows') table.extend(to.row, table.shape().columns)
      else if (drag === 'columns') table.extend(table.shape().rows, to.column)
      else if (drag === 'reference') editor.current?.point(boxOf({ ...start, toRow: to.row, toColumn: to.column }))
      else if (drag === 'fill') {
        filled = filledBox(boxOf(table.selection.get()), to)
        setFilling(filled)
      } else {
        width = Math.max(24, drag.width + point.x - drag.from)
        setSizing({ column: drag.size, width })
      }
    }
    const onMove = (event: globalThis.PointerEvent): void => {
      point = { x: event.clientX, y: event.clientY }
      move()
    }
    const timer = setInterval(() => {
      if (typeof drag === 'object') return
      const bounds = box.getBoundingClientRect()
      const down = point.y > bounds.bottom - 4 ? 1 : point.y < bounds.top + table.geometry().head ? -1 : 0
      const right = point.x > bounds.right - 4 ? 1 : point.x < bounds.left + table.geometry().left ? -1 : 0
      if ((down === 0 && right === 0) || (start.row <= table.shape().frozenRows && down < 0)) return
      box.scrollBy(right * SCROLL_STEP, down * SCROLL_STEP)
      move()
    }, 30)
    const end = (): void => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', end)
      clearInterval(timer)
      stop.current = undefined
      setFilling(undefined)
      setSizing(undefined)
    }
    const onUp = (): void => {
      end()
      const from = boxOf(table.selection.get())
      if (filled) {
        void table.perform({ do: 'fill', from, to: beyond(from, filled) })
        table.select(overBox(filled), false)
      }
      if (typeof drag === 'object' && width !== drag.width) {
        void table.perform({ do: 'resize', axis: 'columns', first: drag.size, count: 1, size: Math.round(width) })
      }
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', end)
    stop.current = end
  }

  /** Right click: the menu is about the selection, or about the cell when that stands outside. */
  function takeForMenu(place: Place, { rowHeader, columnHeader }: DOMStringMap, isOnCell: boolean): void {
    const now = boxOf(table.selection.get())
    const row = rowHeader === undefined ? place.row : Number(rowHeader)
    const isIn = row >= now.row && row < now.row + now.rows && (!isOnCell || isInside(now, row, place.column))
    if (!isIn && columnHeader === undefined) table.select(at(row, place.column), false)
  }

  function takeHeader({ size, rowHeader, columnHeader }: DOMStringMap, place: Place, event: PointerEvent): void {
    const { rows, columns } = table.shape()
    const now = table.selection.get()
    if (size !== undefined) {
      const column = Number(size)
      follow({ size: column, from: event.clientX, width: table.geometry().columns.size(column) }, place, event)
    } else if (rowHeader !== undefined) {
      const row = Number(rowHeader)
      table.select({ row: event.shiftKey ? now.row : row, column: 1, toRow: row, toColumn: columns }, false)
      follow('rows', place, event)
    } else if (columnHeader !== undefined) {
      const column = Number(columnHeader)
      table.select({ row: 1, column: event.shiftKey ? now.column : column, toRow: rows, toColumn: column }, false)
      follow('columns', place, event)
    } else table.select(overBox({ row: 1, column: 1, rows, columns }), false)
  }

  function takeCell(dataset: DOMStringMap, place: Place, event: PointerEvent): void {
    if (event.shiftKey) table.extend(place.row, place.column)
    else table.goTo(place.row, place.column)
    if (dataset['tick'] !== undefined) table.tick(place.row, place.column)
    else if (dataset['list'] !== undefined) table.open()
    else follow('cells', place, event)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const box = scroller.current
    const target = event.target
    if (!box || !(target instanceof HTMLElement) || editor.current?.holds(target) || target.closest('button, .card'))
      return
    const bounds = box.getBoundingClientRect()
    // The scroll bars are not the grid.
    if (event.clientX - bounds.left > box.clientWidth || event.clientY - bounds.top > box.clientHeight) return
    const { dataset } = target
    const place = placeAt(table.geometry(), box, event.clientX, event.clientY)
    const isOnCell = target.closest('[role="gridcell"]') !== null
    if (event.button === 2) takeForMenu(place, dataset, isOnCell)
    if (event.button !== 0) return
    event.preventDefault()
    if (table.editing.get() && isOnCell && editor.current?.wantsReference()) {
      editor.current.point(boxOf(at(place.row, place.column)))
      follow('reference', place, event)
      return
    }
    if (table.editing.get()) table.commit({ rows: 0, columns: 0 })
    focus()
    if (isOnCell) takeCell(dataset, place, event)
    else if (dataset['fill'] !== undefined) follow('fill', place, event)
    else if (['size', 'rowHeader', 'columnHeader', 'all'].some((name) => name in dataset))
      takeHeader(dataset, place, event)
  }

  return { filling, sizing, onPointerDown }
}

/** The selection stretched one way, down or right, up or left, whichever is further. */
function filledBox(from: Box, to: Place): Box | undefined {
  const down = to.row - (from.row + from.rows - 1)
  const up = from.row - to.row
  const right = to.column - (from.column + from.columns - 1)
  const left = from.column - to.column
  const most = Math.max(down, up, right, left)
  if (most <= 0) return undefined
  if (most === down) return { ...from, rows: from.rows + down }
  if (most === up) return { ...from, row: to.row, rows: from.rows + up }
  if (most === right) return { ...from, columns: from.columns + right }
  return { ...from, column: to.column, columns: from.columns + left }
}

/** The part of `to` that is new. */
function beyond(from: Box, to: Box): Box {
  if (to.row < from.row) return { ...to, rows: from.row - to.row }
  if (to.rows > from.rows) return { ...to, row: from.row + from.rows, rows: to.rows - from.rows }
  if (to.column < from.column) return { ...to, columns: from.column - to.column }
  return { ...to, column: from.column + from.columns, columns: to.columns - from.columns }
}
