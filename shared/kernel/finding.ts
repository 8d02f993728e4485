/** `blocking`: nothing can be issued; `fix`: worth mending; `info`: good to know (features F.2, Severity). */
export type Severity = 'blocking' | 'fix' | 'info'

/** A cell, column, row or whole tab, by the keys of the workbook's declaration and the sheet's own row number. */
export interface CellRef {
  readonly tab: string
  readonly row?: number
  readonly column?: string
}

/** A problem met in the workbook, with where it stands. Its French sentence is made from `code` and the facts beside it. */
export type Finding<Problem extends { readonly code: string } = { readonly code: string }> = Problem & {
  readonly severity: Severity
  readonly at?: CellRef
}
