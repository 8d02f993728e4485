import type { NumberReserved } from '@tabellion/shared/journal'
import { numberKey, readRegister } from '@tabellion/shared/ledger'
import { type Cents, sum } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'

/** An issued invoice with the documents that decide what is left of it. */
export interface CreditedInvoice {
  readonly invoice: NumberReserved
  /** Credit notes on it, in order. */
  readonly earlier: readonly NumberReserved[]
  /** Of a balance: its deposits, and the credit notes that these had before it. */
  readonly deducted: readonly NumberReserved[]
  /** Of a deposit: the balances that ask for less because of it. */
  readonly balances: readonly Balance[]
}

export interface Balance {
  readonly number: string
  /** Its row in *Factures*; absent from a run that was stopped. */
  readonly row?: number
  /** What it deducts of this deposit, VAT included. */
  readonly gross: Cents
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
  const kindOf = (candidate: string): string | undefined => register.get(numberKey(candidate))?.kind
  const wantedKinds = new Set([undefined, 'credit', ...(kindOf(number) === 'deposit' ? ['balance'] : [])])
  const wanted = (numbers: ReadonlySet<string>): readonly NumberReserved[] =>
    workbook
      .events(({ type, key }) => type === 'reserved' && numbers.has(key))
      .flatMap(({ event }) => (event.type === 'reserved' ? [event] : []))
  const events = wanted(
    new Set(reserved.filter((candidate) => candidate === number || wantedKinds.has(kindOf(candidate)))),
  )
  const invoice = events.find((event) => event.number === number)
  if (invoice === undefined) return refuse({ code: 'unknown-number', number })
  const deposits = new Set<string>(invoice.document.deposits.map((deposit) => deposit.number))
  const before = reserved.slice(0, reserved.indexOf(number))
  const notesOn = (corrected: string): readonly NumberReserved[] =>
    events.filter((event) => correctedBy(event) === corrected)
  return {
    invoice,
    earlier: notesOn(number),
    balances: events.flatMap((event): readonly Balance[] => {
      if (event.document.kind !== 'balance') return []
      const documents = [event, ...notesOn(event.number)].map(({ document }) => document)
      const gross = sum(
        documents.flatMap((document) =>
          document.deposits.filter((deposit) => deposit.number === number).map((deposit) => deposit.gross),
        ),
      )
      // A balance that asks for nothing any more loses nothing with its deposit: the sale is taken back whole.
      const asked = sum(documents.map(({ totals }) => totals.payable))
      const row = register.get(numberKey(event.number))?.row
      return gross <= 0 || asked <= 0 ? [] : [{ number: event.number, gross, ...(row === undefined ? {} : { row }) }]
    }),
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
