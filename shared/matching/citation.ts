import type { IndexedInvoice } from './invoice-index.ts'

/**
 * How an invoice is cited, clearest first. *full*: head and sequence; *unpadded*: without its zeros, or with one more; *listed*: in a list, after one with
 * its head; *short-year*: 26 for 2026; *swapped*: sequence before year; *order*: the client's order number or the quote's; *ranged*: inside « 12 à 15 »;
 * *digits*: all its digits, five or more, without its letters; *worded*: the sequence after « facture n° »; *zeros*: the sequence alone with its zeros; *long*, *bare*: alone, of four digits or more, of fewer;
 * *elsewhere*: after another noun (« dossier 12 »).
 */
export const CITED = [
  'full',
  'unpadded',
  'listed',
  'short-year',
  'swapped',
  'order',
  'ranged',
  'digits',
  'worded',
  'zeros',
  'long',
  'bare',
  'elsewhere',
] as const
export type CitedHow = (typeof CITED)[number]

export const clearness = (how: CitedHow): number => CITED.indexOf(how)
/** No doubt about which invoice is meant. */
export const isPlain = ({ how }: Citation): boolean => clearness(how) <= clearness('order')

export interface Citation {
  readonly how: CitedHow
  /** Usually one; a sequence alone may be that of several years' invoices; none when the ledger has no such number. */
  readonly invoices: readonly IndexedInvoice[]
  /** Indexes of runs, end excluded. */
  readonly from: number
  readonly to: number
  readonly head: string
  /** A word that is no known name and says nothing of invoices stands right before: it may be the number of anything. */
  readonly afterUnknownWord?: boolean
}

/** The runs it is written with. */
export const rangeOf = ({ from, to }: { readonly from: number; readonly to: number }): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)
