import type { Code } from '../../shared/matching/weights.ts'

/**
 * Every piece of evidence the score knows, and what one would expect it to weigh before any training (natural log-odds).
 * Training starts from these and departs from each only as far as many lines insist, so that a piece of evidence that is rare
 * in the benchmark keeps a sensible weight. To add one: write it here, emit it in an `evidence-….ts`, train.
 */
export const PRIORS = {
  // How the invoices are cited, each for its share.
  'number.full': 9, 'number.unpadded': 8, 'number.listed': 7, 'number.short-year': 7, 'number.swapped': 7.5, 'number.order': 6, 'number.ranged': 5, 'number.worded': 5,
  'number.zeros': 4, 'number.long': 4, 'number.bare': 2.5, 'number.slip': 5, 'number.date': 3, 'number.month': 2, 'number.other-month': -2,
  // Other invoices, plainly cited.
  'number.others-open': -4, 'number.others-settled': -2,
  // Who pays.
  'payer.iban': 9, 'payer.confirmed': 6, 'payer.full': 6, 'payer.once': 4, 'payer.most': 4, 'payer.shared': 2.5, 'payer.part': 2, 'payer.word': 1, 'payer.none': 0,
  'payer.stranger': -1, 'payer.bare': 0, 'payer.extra': -0.3, 'payer.personal': -1, 'payer.covered': -7, 'payer.other': -5, 'payer.other-part': -1.5, 'payer.other-iban': -5,
  'payer.other-means': -0.5, 'payer.refused': -3,
  // The amount.
  'amount.exact': 5, 'amount.penny': 4, 'amount.pennies': 3, 'amount.instalment': 5, 'amount.equal-part': 1.5, 'amount.share': 1.5, 'amount.round-part': -1, 'amount.part': -2.5,
  'amount.discount': 4, 'amount.usual-discount': 2, 'amount.round-fee': 1.5, 'amount.fee': 0, 'amount.without-vat': 2, 'amount.flat-penalty': 3, 'amount.interest': 3,
  'amount.rounded-up': 0.5, 'amount.over': -1, 'amount.net': 5, 'amount.refund': 4, 'amount.reversal': 4, 'amount.usual': -0.3, 'amount.telling': 1.5, 'amount.word': 1,
  // The day.
  'date.early': -2, 'date.before-due': 0, 'date.on-time': 0.5, 'date.very-late': -0.7, 'date.ancient': -1.5, 'date.habit': 0.7, 'date.off-habit': -0.7, 'date.older-first': -1,
  // Several invoices of one client.
  'group.extra': -0.5, 'group.choice': -0.5, 'group.in-row': 1, 'group.all': 1, 'group.credit': -1, 'group.own-credit': 1.5, 'group.spread': -0.5, 'group.clients': -3,
  // Several clients: a payout, a deposit of cheques, card takings.
  'gathered.asked': 3, 'gathered.habit': 2.5, 'gathered.some': 1, 'gathered.unknown': -1, 'gathered.never': -3, 'gathered.consumer': 0.5, 'gathered.more': -0.5, 'gathered.choice': -0.4,
  'payout.delay': -0.3, 'terminal.delay': -0.3, 'cheque.untimely': -1, 'cheque.count': 2, 'cheque.other-count': -3,
  // Money that leaves.
  'out.named': 3, 'out.stranger': -2, 'out.same-line': 3, 'out.delay': -0.5, 'out.recent': 1,
  // Other lines of the page.
  'page.promised': 1, 'page.rival': -4,
  // Paying nothing at all.
  'nothing.out': 5, 'nothing.kind-transfer': 3, 'nothing.kind-cheque': 3, 'nothing.kind-terminal': 3, 'nothing.kind-cash': 4, 'nothing.kind-payout': 3, 'nothing.kind-card': 8, 'nothing.kind-interest': 9,
  'nothing.kind-own': 9, 'nothing.refund': 2.5, 'nothing.institution': 2.5, 'nothing.personal': 2.5, 'nothing.own': 2, 'nothing.known': 1.5, 'nothing.stranger': 0.5, 'nothing.bare': 0,
  'nothing.invoice': -1.5, 'nothing.payment': -0.7, 'nothing.business': -1, 'nothing.twice': 2.5,
} as const satisfies Readonly<Record<string, number>>

// A code of the generated table that is not here would never be trained.
const complete: Readonly<Record<Code, number>> = PRIORS
void complete
