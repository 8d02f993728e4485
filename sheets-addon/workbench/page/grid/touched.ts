import type { Box, Gesture } from '../../protocol.ts'

/** The cells a gesture writes to; undefined when it writes to none. */
export function touchedBox(gesture: Gesture): Box | undefined {
  switch (gesture.do) {
    case 'type':
      return { row: gesture.row, column: gesture.column, rows: 1, columns: 1 }
    case 'tick':
    case 'clear':
    case 'paste':
      return gesture.box
    case 'copy':
    case 'fill':
      return gesture.to
    default:
      return undefined
  }
}
