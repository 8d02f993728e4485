import { numberKey, type RegisterEntry, readRegister } from '@tabellion/shared/ledger'
import type { Workbook } from './open.ts'
import { refuse } from './refusal.ts'

/** The document of *Factures* that someone names, however the number was typed. */
export const entryOf = (workbook: Workbook, given: string): RegisterEntry =>
  readRegister(workbook.table('invoices')).find(({ number }) => numberKey(number) === numberKey(given)) ??
  refuse({ code: 'unknown-number', number: given })
