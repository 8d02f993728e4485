/** A workbook as it looks: what the server sends and the page draws. Rows and columns count from 1, as in the sheet. */

export interface Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** First and last of neighbours, both included. */
export type Run = readonly [first: number, last: number]
export type Axis = 'rows' | 'columns'

/** All that does not belong to one tab. Small: it comes with every answer. */
export interface BookState {
  readonly name: string
  readonly tabs: readonly Tab[]
  readonly menus: readonly Menu[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The clock of the emulator, in the spreadsheet's zone: `2026-11-25` and `09:00`. */
  readonly today: string
  readonly time: string
  readonly sidebar?: Frame
  readonly dialog?: Frame
}

/** What the script has made and sent: newest first. */
export interface Papers {
  readonly files: readonly MadeFile[]
  readonly mails: readonly MailHead[]
}

export interface Tab {
  readonly id: number
  readonly name: string
  readonly color?: string
}

export interface Menu {
  readonly title: string
  readonly items: readonly MenuEntry[]
}
/** Neither `run` nor `items`: a separator. */
export interface MenuEntry {
  readonly label: string
  readonly run?: string
  readonly items?: readonly MenuEntry[]
}

export interface MadeFile {
  readonly id: string
  readonly name: string
  /** Folders, from the root. */
  readonly folder: string
  readonly type: string
  readonly size: number
  readonly made: string
}

export interface MailHead {
  readonly number: number
  readonly to: string
  readonly subject: string
  readonly sentAt: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[]
}
export interface Mail extends MailHead {
  readonly from: string
  readonly cc: string
  readonly body: string
  readonly html?: string
}

/** A page of HtmlService: what `src` serves, in its own origin. */
export interface Frame {
  readonly number: number
  readonly title: string
  readonly src: string
  /** Only a dialog has a size of its own; a sidebar is 300 px wide whatever the script says (ground truth §5). */
  readonly width?: number
  readonly height?: number
  readonly modal: boolean
}

/** All of a tab but its cells. */
export interface SheetShape {
  readonly id: number
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly lastRow: number
  readonly lastColumn: number
  readonly frozenRows: number
  readonly widths: readonly number[]
  /** Rows that are not 21 pixels high. */
  readonly heights: readonly (readonly [row: number, height: number])[]
  /** Hidden by the user, by a folded group or by the filter. */
  readonly hiddenRows: readonly Run[]
  readonly hiddenColumns: readonly Run[]
  readonly groups: readonly Group[]
  readonly filter?: { readonly box: Box; readonly columns: readonly number[] }
  readonly merges: readonly Box[]
  /** Editing here asks first: warning-only protections. */
  readonly warned: readonly { readonly box: Box; readonly description: string }[]
  /** Per column, the rows that hold something: what Ctrl+arrow jumps along. */
  readonly filled: readonly (readonly Run[])[]
  readonly charts: readonly Chart[]
  readonly isPlain: boolean
}

/** Lanes that fold together; the toggle stands on the lane `toggle`. */
export interface Group {
  readonly axis: Axis
  readonly first: number
  readonly last: number
  readonly depth: number
  readonly isFolded: boolean
  readonly toggle: number
}

/** An empty object is an empty, undressed cell. */
export interface Cell {
  /** What it shows. */
  readonly text?: string
  /** What the formula bar shows, when that differs. */
  readonly input?: string
  /** Text when absent. */
  readonly kind?: 'number' | 'boolean' | 'error'
  /** Places in the tables of styles and rules. */
  readonly style?: number
  readonly rule?: number
  /** Its value breaks its rule. */
  readonly isInvalid?: true
  readonly note?: string
  readonly link?: string
}

/** Colours are those of the light theme, as scripts set them. */
export interface CellStyle {
  readonly background?: string
  readonly color?: string
  readonly isBold?: true
  readonly isItalic?: true
  readonly line?: 'underline' | 'line-through'
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'middle'
  readonly wrap?: 'wrap' | 'clip'
  readonly edges?: Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', string>>>
}

export interface CellRule {
  readonly kind: 'checkbox' | 'list' | 'other'
  readonly options?: readonly string[]
  /** Values of a ticked and of an empty box, when they are not TRUE and FALSE. */
  readonly help?: string
  /** What the rule asks, in words. */
  readonly asks: string
  readonly isStrict: boolean
}

export interface Chart {
  readonly id: number
  readonly kind: 'column' | 'bar' | 'line' | 'area' | 'pie'
  readonly title: string
  readonly row: number
  readonly column: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isStacked: boolean
  readonly labels: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly color?: string
    readonly values: readonly (number | null)[]
  }[]
  /** What follows each figure: `€`, `%` or nothing. */
  readonly unit: string
}
