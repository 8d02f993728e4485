import type { Code } from '../../shared/matching/weights.ts'

/**
 * Every piece of evidence the score knows, and what one would expect it to weigh before any training (natural log-odds).
 * Training starts from these and departs from each only as far as many lines insist, so that a piece of evidence that is rare
 * in the benchmark keeps a sensible weight. To add one: write it here, emit it in `evidence.ts`, train.
 */
export const PRIORS = {
  // The number: how the invoices of the reading are cited (share of them cited this way).
  'number.full': 9, 'number.unpadded': 8, 'number.short-year': 7, 'number.swapped': 7.5,
  'number.listed': 7, 'number.ranged': 5, 'number.worded': 5, 'number.zeros': 4, 'number.long': 4,
  'number.bare': 2.5, 'number.elsewhere': 0.5, 'number.misread': 5, 'number.odd': 4, 'number.slip': 5,
  'number.known-slip': 3, 'number.cut': 2.5, 'number.order': 6, 'number.quote': 5,
  'number.month': 2, 'number.other-month': -2, 'number.date': 3, 'number.due-date': 1.5,
  'number.others-open': -6, 'number.others-settled': -3, 'number.others-faint': -1.5, 'number.unknown': -1,
  'number.part-cited': -3, 'number.none': -0.5,
  // The payer.
  'payer.iban': 9, 'payer.confirmed': 6, 'payer.full': 6, 'payer.once': 4, 'payer.most': 4, 'payer.shared': 2.5,
  'payer.part': 2, 'payer.word': 1, 'payer.none': 0, 'payer.stranger': -2, 'payer.bare': 0, 'payer.extra': -0.3,
  'payer.other': -5, 'payer.covered': -7, 'payer.other-part': -1.5, 'payer.one-word': -0.5, 'payer.tied': -1, 'payer.other-iban': -5, 'payer.refused': -3, 'payer.personal': -1,
  // The amount.
  'amount.exact': 5, 'amount.penny': 4, 'amount.pennies': 3, 'amount.instalment': 5, 'amount.equal-part': 1.5, 'amount.share': 1.5,
  'amount.round-part': -1, 'amount.part': -2.5, 'amount.discount': 4, 'amount.usual-discount': 2, 'amount.round-fee': 1.5, 'amount.fee': 0,
  'amount.without-vat': 2, 'amount.flat-penalty': 3, 'amount.interest': 3, 'amount.rounded-up': 0.5, 'amount.over': -1, 'amount.net': 5,
  'amount.refund': 4, 'amount.reversal': 4, 'amount.shared': -0.7, 'amount.round': -0.5, 'amount.usual': -0.3, 'amount.telling': 1.5,
  'amount.part-cited': 1.5, 'amount.word': 1,
  // The day.
  'date.early': -2, 'date.before-due': 0, 'date.on-time': 0.5, 'date.late': 0, 'date.very-late': -0.7, 'date.ancient': -1.5,
  'date.habit': 0.7, 'date.off-habit': -0.7, 'date.older-first': -1.5, 'date.discount-over': -1,
  // Several at once.
  'group.two': -1.5, 'group.three': -2, 'group.four': -2.5, 'group.more': -3, 'group.choice': -0.5, 'group.in-row': 1.5, 'group.all': 1,
  'group.credit': -1, 'group.own-credit': 1.5, 'group.spread': -0.5, 'group.clients': -3, 'group.skipped': -0.5,
  'payout.method': 3, 'payout.habit': 2, 'payout.some': 0.5, 'payout.unknown': -2, 'payout.never': -4, 'payout.delay': -0.1, 'payout.consumer': 0.5, 'payout.more': -0.5, 'payout.choice': -0.3,
  'cheque.habit': 2.5, 'cheque.some': 1, 'cheque.unknown': -1, 'cheque.never': -3, 'cheque.consumer': 0.5, 'cheque.untimely': -1, 'cheque.more': -0.5, 'cheque.choice': -0.5, 'cheque.count': 2, 'cheque.other-count': -3, 'cheque.single': 0,
  'terminal.habit': 2.5, 'terminal.some': 1, 'terminal.unknown': -1, 'terminal.never': -3, 'terminal.consumer': 0.5, 'terminal.delay': -0.3, 'terminal.more': -0.5, 'terminal.choice': -0.5,
  'kind.unlike-client': -1, 'kind.cash': 0, 'kind.card': -3, 'kind.own': -5, 'kind.interest': -5,
  'out.named': 3, 'out.rejected': 2, 'out.same-line': 3, 'out.delay': -0.5, 'out.settled': 1, 'out.recent': 1, 'out.stranger': -2,
  // Other lines of the page.
  'page.promised': 1, 'page.leans': 1, 'page.rival': -4,
  // Paying nothing at all.
  'nothing.base': 3, 'nothing.out': 4, 'nothing.transfer': 0, 'nothing.cheque': 0, 'nothing.terminal': 0, 'nothing.cash': 0, 'nothing.payout': 0,
  'nothing.card': 2, 'nothing.interest': 4, 'nothing.own': 4, 'nothing.refund': 2, 'nothing.social': 2.5, 'nothing.salary': 2.5, 'nothing.loan': 2,
  'nothing.personal': 2.5, 'nothing.own-words': 2, 'nothing.known': 2, 'nothing.known-name': -1, 'nothing.stranger': 0, 'nothing.client': 0, 'nothing.bare': 0,
  'nothing.invoice-word': -1.5, 'nothing.payment-word': -0.7, 'nothing.business': -1, 'nothing.treasury': -0.5, 'nothing.cites-settled': 1.5,
  'nothing.twice': 3, 'nothing.cites-unknown': 0, 'nothing.odd-number': 0.5, 'nothing.round': 0,
} as const satisfies Readonly<Record<string, number>>

// A code of the generated table that is not here would never be trained.
const complete: Readonly<Record<Code, number>> = PRIORS
void complete
