/** What the page and its server say to each other: JSON over loopback. */
import type { Axis, BookState, Box, CellRule, CellStyle, Mail, Papers, SheetShape } from './picture.ts'

export type * from './picture.ts'

/** What the page sees and knows: the answer holds what it lacks. */
export interface Seen {
  readonly sheet: number
  /** Rows on the screen, beside the frozen ones. */
  readonly first: number
  readonly last: number
  /** What the person has selected: a script asks for it. */
  readonly selection: Box
  /** Digest of the shape it has, '' when none. */
  readonly shape: string
  /** Digest of the papers it has. */
  readonly papers: string
  /** How many styles and rules it has. */
  readonly styles: number
  readonly rules: number
}

export interface Sight {
  /** Grows with every change of the workbook, whoever makes it. */
  readonly revision: number
  readonly book: BookState
  readonly papers?: Papers
  readonly papersDigest: string
  readonly sheet: number
  readonly shape?: SheetShape
  readonly shapeDigest: string
  /** By row number: its cells as JSON text, so that an unchanged row is recognised without being parsed. */
  readonly rows: Readonly<Record<number, string>>
  /** Styles and rules after those the page has. */
  readonly styles: readonly CellStyle[]
  readonly rules: readonly CellRule[]
}

/** One gesture of the person, on the tab they see. */
export type Gesture =
  | { readonly do: 'type'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly do: 'tick'; readonly box: Box; readonly isOn: boolean }
  | { readonly do: 'clear'; readonly box: Box }
  | { readonly do: 'paste'; readonly box: Box; readonly text: string }
  | { readonly do: 'copy'; readonly from: Box; readonly fromSheet: number; readonly to: Box; readonly how: CopyHow }
  | { readonly do: 'fill'; readonly from: Box; readonly to: Box }
  | { readonly do: 'sort'; readonly column: number; readonly isAscending: boolean }
  | { readonly do: 'insert' | 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  | {
      readonly do: 'resize'
      readonly axis: Axis
      readonly first: number
      readonly count: number
      readonly size: number
    }
  | { readonly do: 'hide' | 'show'; readonly axis: Axis; readonly first: number; readonly count: number }
  | {
      readonly do: 'fold'
      readonly axis: Axis
      readonly at: number
      readonly depth: number
      readonly isFolded: boolean
    }
  | { readonly do: 'filter'; readonly box?: Box }
  | { readonly do: 'criteria'; readonly column: number; readonly hidden: readonly string[] }
  | { readonly do: 'rename'; readonly name: string }
  | { readonly do: 'undo' | 'redo' }
export type CopyHow = 'copy' | 'cut' | 'values'

export interface Question {
  readonly kind: 'alert' | 'prompt'
  readonly title: string
  readonly text: string
  readonly buttons: readonly Button[]
}
export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'
export interface Answer {
  readonly button: Button
  readonly text: string
}

/** What the person is told once. */
export type Notice =
  | { readonly kind: 'toast'; readonly title: string; readonly text: string }
  /** An alert that needs no answer. */
  | { readonly kind: 'told'; readonly title: string; readonly text: string }
  | { readonly kind: 'error'; readonly text: string; readonly detail: string }

export interface Requests {
  /** What is on the screen now. */
  readonly look: { readonly seen: Seen }
  readonly act: { readonly seen: Seen; readonly gesture: Gesture }
  /** A menu item. Asked again with one answer more for each question. */
  readonly run: { readonly seen: Seen; readonly function: string; readonly answers: readonly Answer[] }
  /** `google.script.run` of the sidebar or a dialog. */
  readonly call: {
    readonly seen: Seen
    readonly function: string
    readonly args: readonly unknown[]
    readonly answers: readonly Answer[]
  }
  readonly text: { readonly sheet: number; readonly box: Box }
  readonly sum: { readonly sheet: number; readonly box: Box }
  readonly choices: { readonly sheet: number; readonly column: number }
  readonly mail: { readonly number: number }
  readonly clock: { readonly seen: Seen; readonly today: string; readonly time: string }
  readonly close: { readonly seen: Seen; readonly frame: number }
  readonly restart: { readonly seen: Seen }
}

export interface Answers {
  readonly look: Sight
  readonly act: Outcome
  readonly run: Outcome
  readonly call: Outcome & { readonly result?: string; readonly failure?: string }
  /** The cells as a spreadsheet puts them on the clipboard. */
  readonly text: { readonly text: string }
  readonly sum: { readonly text: string }
  /** The values of a filtered column, each once, and those now hidden. */
  readonly choices: { readonly values: readonly string[]; readonly hidden: readonly string[] }
  readonly mail: Mail
  readonly clock: Outcome
  readonly close: Outcome
  readonly restart: Outcome
}
export type Verb = keyof Requests

export interface Outcome {
  readonly sight: Sight
  readonly notices: readonly Notice[]
  /** The script waits for an answer: nothing of this run has happened. */
  readonly question?: Question
  /** Where the script took the person. */
  readonly goTo?: { readonly sheet: number; readonly box: Box }
  /** The gesture was not done. */
  readonly refused?: { readonly row: number; readonly column: number; readonly text: string }
}

/** Between a page of HtmlService, in its frame, and the workbench around it. */
export type FromFrame =
  | { readonly tabellion: 'call'; readonly id: number; readonly function: string; readonly args: readonly unknown[] }
  | { readonly tabellion: 'close' | 'focus' }
  | { readonly tabellion: 'size'; readonly width?: number; readonly height?: number }
  | { readonly tabellion: 'leave'; readonly isBack: boolean }
  /** A link was clicked: made files and places of the workbook open here. */
  | { readonly tabellion: 'follow'; readonly href: string }
export interface ToFrame {
  readonly id: number
  /** JSON text; absent for a function that returned nothing. */
  readonly result?: string
  readonly failure?: string
}
