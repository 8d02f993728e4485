import { nameKey, type OpenDeposit } from '@tabellion/shared/invoicing'
import { cents, divideRounded, sum } from '@tabellion/shared/money'
import type { RegisterEntry } from './read-invoices.ts'
import { numberKey } from './read-payments.ts'

/** What ties deposits and balance: the client with the *Regroupement*, or the quote. */
export interface Job {
  readonly client: string
  readonly group: string
  readonly quote: string
}

/**
 * Deposits of a job, less what credit notes took back of them and what balances have deducted already: the earliest first. A
 * balance that was credited gives back what it had deducted.
 */
export function openDeposits(register: readonly RegisterEntry[], job: Job): readonly OpenDeposit[] {
  const same = register.filter(
    ({ client, group, quote }) =>
      nameKey(client) === nameKey(job.client) &&
      (nameKey(group) === nameKey(job.group) || (job.quote !== '' && quote === job.quote)),
  )
  const numbers = new Set(same.map(({ number }) => numberKey(number)))
  const creditsOf = (number: string): readonly RegisterEntry[] =>
    register.filter(({ kind, originInvoice }) => kind === 'credit' && numberKey(originInvoice) === numberKey(number))
  const deducting = [
    ...same.filter(({ kind }) => kind === 'balance'),
    ...register.filter(({ kind, originInvoice }) => kind === 'credit' && numbers.has(numberKey(originInvoice))),
  ]
  let gone: number = sum(deducting.map(({ deducted }) => deducted))
  return same.flatMap((entry): readonly OpenDeposit[] => {
    if (entry.kind !== 'deposit' || entry.issueDate === undefined || entry.credited >= entry.payable) return []
    const notes = creditsOf(entry.number)
    const gross = sum([entry.gross, ...notes.map((note) => note.gross)])
    const vat = sum([entry.vat, ...notes.map((note) => note.vat)])
    const taken = Math.min(gross, Math.max(0, gone))
    gone -= taken
    if (taken === gross) return []
    // The parts taken are rounded; the last has what is left of it, so that they sum.
    const vatTaken = Number(divideRounded(BigInt(vat) * BigInt(taken), BigInt(gross)))
    return [
      {
        number: entry.number,
        issueDate: entry.issueDate,
        gross: cents(gross - taken),
        vat: cents(vat - vatTaken),
        ...(taken === 0 ? {} : { whole: { gross, vat } }),
      },
    ]
  })
}
