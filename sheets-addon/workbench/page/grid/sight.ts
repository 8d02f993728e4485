/** Which rows and columns are in sight: only these are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MutableRefObject, useLayoutEffect, useMemo } from 'react'
import type { Geometry } from './geometry.ts'

export interface Sight {
  /** Rows of the body; the frozen ones are always there. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** `kept`: the column of the active cell, which stays in the page wherever one scrolls. */
export function useSight(
  { body, columns, left }: Geometry,
  scroller: MutableRefObject<HTMLDivElement | null>,
  kept: number,
): Sight {
  const getScrollElement = (): HTMLDivElement | null => scroller.current
  const down = useVirtualizer({
    count: body.shown.length,
    getScrollElement,
    estimateSize: (index) => body.size(body.shown[index] ?? body.first),
    overscan: 8,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.shown.length,
    getScrollElement,
    estimateSize: (index) => columns.size(columns.shown[index] ?? 1),
    paddingStart: left,
    overscan: 2,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are asked again when they are others
  useLayoutEffect(() => {
    down.measure()
    across.measure()
  }, [body, columns])

  const inSight = across.getVirtualItems()
  const [first, last] = [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? -1]
  const shown = useMemo(
    () => columns.shown.filter((column, place) => (place >= first && place <= last) || column === kept),
    [columns, first, last, kept],
  )
  return { rows: down.getVirtualItems().flatMap(({ index }) => body.shown[index] ?? []), columns: shown }
}
