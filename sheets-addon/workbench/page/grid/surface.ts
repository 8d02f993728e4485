import { type MutableRefObject, useLayoutEffect } from 'react'
import { ROW_HEIGHT } from '../../sizes.ts'
import type { EditorHandle } from './editor.tsx'
import type { Geometry } from './geometry.ts'
import type { Table } from './table.ts'

/** Gives the table the means to move the view and the focus. */
export function useSurface(
  table: Table,
  geometry: Geometry,
  scroller: MutableRefObject<HTMLDivElement | null>,
  editor: MutableRefObject<EditorHandle | null>,
  focus: () => void,
  openMenu: () => void,
): void {
  useLayoutEffect(() => {
    table.attach({
      reveal(row, column) {
        const box = scroller.current
        if (!box) return
        const { body, columns, head, left } = geometry
        const room = box.clientHeight - head
        if (row > geometry.frozen.last) {
          if (body.start(row) < box.scrollTop) box.scrollTop = body.start(row)
          else if (body.end(row) > box.scrollTop + room) box.scrollTop = body.end(row) - room
        }
        const [start, end] = [columns.start(column), columns.end(column)]
        if (start < box.scrollLeft) box.scrollLeft = start
        else if (left + end > box.scrollLeft + box.clientWidth) box.scrollLeft = left + end - box.clientWidth
      },
      focusGrid: focus,
      openEditor: (text) => editor.current?.open(text),
      closeEditor() {
        editor.current?.close()
        focus()
      },
      rowsPerPage: () =>
        Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - geometry.head) / ROW_HEIGHT) - 1),
      openMenu,
    })
  })
}
