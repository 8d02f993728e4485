/** What the table needs of the screen and of the page around it. */
import type { Box, Outcome } from '../../protocol.ts'

/** What is drawn around the cells last copied. */
export interface Copied {
  readonly sheet: number
  readonly box: Box
  /** What went to the clipboard; undefined while it is being read. */
  readonly text: string | undefined
  readonly isCut: boolean
}

/** What the grid on the screen does for the table. */
export interface Surface {
  reveal(row: number, column: number): void
  focusGrid(): void
  /** Puts the text in the editor, over the active cell, and the caret behind it. */
  openEditor(text: string): void
  closeEditor(): void
  rowsPerPage(): number
  openMenu(): void
}

export interface Around {
  /** A protected place: true to write there all the same. */
  confirm(description: string): Promise<boolean>
  heard(outcome: Outcome): void
  turnTab(by: 1 | -1): void
  /** The day of the workbook's clock, as one would type it. */
  today(): string
}
