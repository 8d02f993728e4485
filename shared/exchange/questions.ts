import * as v from 'valibot'
import { centsAmount, documentNumber, type Frozen, said, text } from './values.ts'

/**
 * What the sheet asks back instead of writing: nothing was recorded, and the person decides. `accept`: the same can be sent
 * again, as a new message, with the code in `accepted`; otherwise something else has to be chosen.
 */
export const questionCodes = [
  /** No document bears the number in this file. */
  'unknown-invoice',
  /** It is paid, by other money: what comes is kept for the client. */
  'already-settled',
  /** Credit notes took it off. */
  'invoice-credited',
  /** What is left to pay is not what the person saw: a payment or a credit note came meanwhile, or the sheet was changed. */
  'balance-changed',
  /** The period of the payment is closed: it enters the oldest open one, as late. */
  'period-closed',
  /** This line of the bank was recorded otherwise. */
  'already-matched',
  /** The person set it aside in the sheet. */
  'line-ignored',
  /** The money cannot be entered as it is; the message says why. */
  'payment-refused',
  /** Nothing was recorded under this name, or it was taken back. */
  'unknown-payment',
  /** No client of that name. */
  'unknown-client',
] as const

export type QuestionCode = (typeof questionCodes)[number]
/** Those that can be answered by sending it again. */
export const acceptable = v.picklist(['already-settled', 'balance-changed', 'period-closed', 'line-ignored'])
export type Acceptable = v.InferOutput<typeof acceptable>
export const acceptableCodes = (codes: readonly QuestionCode[]): readonly Acceptable[] =>
  codes.filter((code): code is Acceptable => v.is(acceptable, code))

export const questionSchema = v.object({
  code: v.picklist(questionCodes),
  /** In French, as the sheet says it. */
  message: said(1000),
  accept: v.boolean(),
  number: v.exactOptional(documentNumber),
  shownCents: v.exactOptional(centsAmount),
  nowCents: v.exactOptional(centsAmount),
  /** Credit notes, or the documents that the line already pays. */
  documents: v.exactOptional(v.array(documentNumber)),
  period: v.exactOptional(text(20)),
})
export type Question = Frozen<v.InferOutput<typeof questionSchema>>
