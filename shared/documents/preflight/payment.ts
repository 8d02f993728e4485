import type { DocumentContent } from '@tabellion/shared/invoicing'
import { parseBic, parseIban } from '@tabellion/shared/party'
import type { MentionId } from '@tabellion/shared/regulation'
import { computed, type Found, found, isBlank, setting } from './problems.ts'

/** The three notes of BR-FR-05 and the mentions that fill them. */
const NOTES: readonly (readonly ['PMD' | 'PMT' | 'AAB', MentionId])[] = [
  ['PMD', 'penalty'],
  ['PMT', 'recovery-fee'],
  ['AAB', 'discount'],
]

/** BG-16 and BG-1: accounts by their keys, terms, the mentions between professionals. */
export function paymentProblems(document: DocumentContent): Found[] {
  return [...accountProblems(document), ...termProblems(document), ...mentionProblems(document)]
}

function accountProblems({ payment }: DocumentContent): Found[] {
  const problems: Found[] = []
  const { directDebit, transfer } = payment
  if (transfer && !parseIban(transfer.iban).ok)
    problems.push(found({ code: 'wrong-iban', text: transfer.iban }, setting('IBAN')))
  if (transfer?.bic !== undefined && !parseBic(transfer.bic).ok)
    problems.push(found({ code: 'wrong-bic', text: transfer.bic }, setting('BIC')))
  if (directDebit) {
    if (isBlank(directDebit.mandate) || isBlank(directDebit.creditorId))
      problems.push(found({ code: 'incomplete-direct-debit' }, computed))
    if (directDebit.debtorIban !== undefined && !parseIban(directDebit.debtorIban).ok)
      problems.push(found({ code: 'wrong-iban', text: directDebit.debtorIban }, computed))
  }
  return problems
}

function termProblems({ dueDate, kind, payment, totals }: DocumentContent): Found[] {
  const stated = dueDate !== undefined || !isBlank(payment.terms) || payment.alreadyPaid !== undefined
  return kind === 'credit' || stated || totals.payable <= 0
    ? []
    : [found({ code: 'missing-payment-terms' }, setting('Délai de paiement'))]
}

/** A consumer is owed none of them, and nobody owes anything on a credit note: the XML's notes then say so. */
function mentionProblems({ buyer, kind, mentions }: DocumentContent): Found[] {
  if (kind === 'credit' || buyer.type === 'consumer') return []
  return NOTES.flatMap(([subject, id]) => {
    const mention = mentions.find((candidate) => candidate.id === id)
    return isBlank(mention?.text) ? [found({ code: 'missing-mention', subject }, computed)] : []
  })
}
