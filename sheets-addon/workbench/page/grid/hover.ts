/** The cell under the mouse, once it rests there: its note and its link show without a click, as in Sheets. */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Place, placeAt } from './pointer.ts'
import type { Table } from './table.ts'

const REST_MS = 250

export interface Hovering {
  readonly hovered: Place | undefined
  onPointerMove(event: PointerEvent<HTMLElement>): void
  onPointerLeave(): void
}

export function useHover(table: Table): Hovering {
  const [hovered, setHovered] = useState<Place | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])

  function settle(place: Place | undefined): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHovered(place), REST_MS)
  }

  return {
    hovered,
    onPointerMove({ target, currentTarget, clientX, clientY, buttons }) {
      // On its way to the card, the mouse may leave the cell.
      if (!(target instanceof Element) || target.closest('.card')) {
        clearTimeout(timer.current)
        last.current = ''
        return
      }
      const place = target.closest('[role="gridcell"]') && placeAt(table.geometry(), currentTarget, clientX, clientY)
      const name = place ? `${place.row} ${place.column}` : ''
      if (name === last.current) return
      last.current = name
      const cell = place ? table.mirror.cell(place.row, place.column) : undefined
      const isTelling = cell?.note !== undefined || cell?.link !== undefined || cell?.isInvalid
      settle(place && isTelling && buttons === 0 ? place : undefined)
    },
    onPointerLeave() {
      last.current = ''
      settle(undefined)
    },
  }
}
