import type { NumberReserved } from '@tabellion/shared/journal'
import { numberKey, readRegister } from '@tabellion/shared/ledger'
import type { Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'

/** An issued invoice with the documents that decide what is left of it. */
export interface CreditedInvoice {
  readonly invoice: NumberReserved
  /** Credit notes on it, in order. */
  readonly earlier: readonly NumberReserved[]
  /** Of a balance: its deposits, and the credit notes that these had before it. */
  readonly deducted: readonly NumberReserved[]
}

export function creditedInvoice(workbook: Workbook, number: string): CreditedInvoice {
  const journal = workbook.journal()
  const reserved = journal.keys('reserved')
  if (!reserved.includes(number))
    return refuse(
      journal.keys('takenOver').includes(number)
        ? { code: 'taken-over-number', number }
        : { code: 'unknown-number', number },
    )
  // Credit notes by the register; a number that it lacks may be one, whose run was stopped.
  const register = new Map(readRegister(workbook.table('invoices')).map((entry) => [numberKey(entry.number), entry]))
  const mayCredit = (candidate: string): boolean => {
    const entry = register.get(numberKey(candidate))
    return entry === undefined || entry.kind === 'credit'
  }
  const wanted = (numbers: ReadonlySet<string>): readonly NumberReserved[] =>
    workbook
      .events(({ type, key }) => type === 'reserved' && numbers.has(key))
      .flatMap(({ event }) => (event.type === 'reserved' ? [event] : []))
  const events = wanted(new Set(reserved.filter((candidate) => candidate === number || mayCredit(candidate))))
  const invoice = events.find((event) => event.number === number)
  if (invoice === undefined) return refuse({ code: 'unknown-number', number })
  const deposits = new Set<string>(invoice.document.deposits.map((deposit) => deposit.number))
  const before = reserved.slice(0, reserved.indexOf(number))
  return {
    invoice,
    earlier: events.filter((event) => correctedBy(event) === number),
    deducted:
      deposits.size === 0
        ? []
        : [
            ...wanted(deposits),
            ...events.filter((event) => before.includes(event.number) && deposits.has(correctedBy(event) ?? '')),
          ],
  }
}

const correctedBy = ({ document }: NumberReserved): string | undefined =>
  document.kind === 'credit' ? document.preceding[0]?.number : undefined
