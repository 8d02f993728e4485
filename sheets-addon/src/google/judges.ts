/**
 * Whether what someone types will do, judged right after it is typed: the next questions are not asked in vain. The actions judge
 * again, under the lock, with what only they know.
 */
import { numberKey, readQuotes, readRegister, textOf } from '@tabellion/shared/ledger'
import { googlePorts } from '../compose.ts'
import { refusalSentence } from '../messages/refusals.ts'
import { quoteStates } from '../quotes/states.ts'
import { entryOf } from '../workbook/entry.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { Refusal, type RefusalProblem, refuse } from '../workbook/refusal.ts'

/** The number as the workbook writes it; refuses what will not do. */
export type Judge = (workbook: Workbook, number: string) => string

export interface Wrong {
  readonly wrong: string
}

/** What is read from the workbook as it is now, else the sentence of the refusal. */
export function reading<Value>(read: (workbook: Workbook) => Value): Value | Wrong {
  try {
    return read(openWorkbook(googlePorts()))
  } catch (error) {
    if (error instanceof Refusal) return { wrong: refusalSentence(error.problem) }
    throw error
  }
}

export const anyDocument: Judge = (workbook, number) => entryOf(workbook, number).number

/** Issued here: its lines are known. */
export const ours: Judge = (workbook, given) => {
  const { number } = entryOf(workbook, given)
  return workbook.journal().keys('takenOver').includes(number) ? refuse({ code: 'taken-over-number', number }) : number
}

/** An invoice that a credit note can still correct. */
export const creditable: Judge = (workbook, given) => {
  const number = ours(workbook, given)
  const { credited, kind, payable } = entryOf(workbook, number)
  if (kind === 'credit') refuse({ code: 'credit-of-a-credit', number })
  const credits = readRegister(workbook.table('invoices')).flatMap((entry) =>
    entry.kind === 'credit' && numberKey(entry.originInvoice) === numberKey(number) ? [entry.number] : [],
  )
  return credited >= payable && credited > 0 ? refuse({ code: 'nothing-left-to-credit', number, credits }) : number
}

/** An invoice of which something is due. */
export const owed =
  (problem: (number: string) => RefusalProblem): Judge =>
  (workbook, given) => {
    const { balanceDue, kind, number } = entryOf(workbook, given)
    return kind === 'credit' || balanceDue <= 0 ? refuse(problem(number)) : number
  }

export const claimed = owed((number) => ({ code: 'not-reminded', number, why: 'settled', detail: '' }))

export const plannable: Judge = (workbook, given) => {
  const { disputed, number } = entryOf(workbook, given)
  return disputed
    ? refuse({ code: 'plan-disputed', number })
    : owed((due) => ({ code: 'plan-nothing-due', number: due }))(workbook, number)
}

/** A quote that may still be decided, one that was accepted, or any that was not declined. */
export const quoteThatIs =
  (wanted: 'accepted' | 'kept' | 'undecided'): Judge =>
  (workbook, given) => {
    const entry = readQuotes(workbook.table('quotes')).find((one) => numberKey(one.number) === numberKey(given))
    const number = entry?.number ?? refuse({ code: 'unknown-quote', number: given })
    const { decision } = quoteStates(workbook).get(number) ?? refuse({ code: 'unknown-quote', number })
    if (decision === 'declined') refuse({ code: 'quote-declined', number })
    if (wanted === 'accepted' && decision !== 'accepted') refuse({ code: 'quote-not-accepted', number })
    if (wanted === 'undecided' && decision === 'accepted' && entry?.acceptedOn)
      refuse({ code: 'quote-already-accepted', number, on: entry.acceptedOn })
    return number
  }

export const anyOrder: Judge = (workbook, order) =>
  workbook.table('orders').rows.some(({ cells }) => textOf(cells.order) === order)
    ? order
    : refuse({ code: 'unknown-order', order })

export const anyReminder: Judge = (workbook, id) =>
  workbook.table('reminders').rows.some(({ cells }) => textOf(cells.id) === id)
    ? id
    : refuse({ code: 'reminder-unknown', id })
