import type { Tried } from '../workbench-in-chromium.ts'

/** What a hand does in the grid, and what comes of it. */
export interface Gesture {
  readonly name: string
  readonly from: string
  readonly hand: (tried: Tried) => Promise<unknown>
  /** The active cell, or the selection, afterwards. */
  readonly leads: string
  /** What the formula bar shows of these cells. */
  readonly cells?: Readonly<Record<string, string>>
  /** What the script is told; `null`: nothing. */
  readonly event: unknown
}
