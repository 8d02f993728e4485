import { headingOf, type TabKey, tabTitle } from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'

/** Where a finding stands, with the names people see; `row` is the sheet's. */
export interface Place {
  readonly tab?: string
  readonly row?: number
  readonly column?: string
}

export const placeOf = ({ at }: { readonly at?: Finding['at'] }): Place =>
  at === undefined
    ? {}
    : {
        tab: tabTitle(at.tab as TabKey),
        ...(at.row === undefined ? {} : { row: at.row }),
        ...(at.column === undefined ? {} : { column: headingOf(at.tab as TabKey, at.column) }),
      }
