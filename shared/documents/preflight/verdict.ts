import type { DocumentContent } from '@tabellion/shared/invoicing'
import type { Severity } from '@tabellion/shared/kernel'
import { eInvoicingBinds } from '@tabellion/shared/regulation'
import { isDomesticBusiness } from '../cii/frame.ts'
import { positive } from '../cii/mirror.ts'
import { amountProblems } from './amounts.ts'
import { buyerProblems } from './buyer.ts'
import { lineProblems } from './lines.ts'
import { paymentProblems } from './payment.ts'
import type { Found, GradedProblem } from './problems.ts'
import { referenceProblems } from './references.ts'
import { sellerProblems } from './seller.ts'

/**
 * `conformant`: the document goes out as a Factur-X. `incomplete`: as a plain PDF/A-3b, or not at all when a reason blocks.
 * `notApplicable`: a consumer whom no platform can reach, hence a plain PDF/A-3b.
 */
export interface EinvoiceVerdict {
  readonly verdict: 'conformant' | 'incomplete' | 'notApplicable'
  readonly reasons: readonly GradedProblem[]
}

/**
 * Everything that the official rules would refuse, and what they let through although it is wrong, before a number is taken.
 * `number` is the one that would be taken.
 */
export function einvoiceVerdict(document: DocumentContent, number?: string): EinvoiceVerdict {
  const seen = positive(document)
  const problems = [
    ...referenceProblems(seen, number),
    ...sellerProblems(seen),
    ...buyerProblems(seen),
    ...lineProblems(seen),
    ...amountProblems(seen),
    ...paymentProblems(seen),
  ]
  const unreachable = problems.some(({ code }) => code === 'consumer-without-email')
  // Without XML, only what is wrong on paper too still counts.
  const relevant = unreachable
    ? problems.filter(({ basis, code }) => basis === 'anyone' || code === 'consumer-without-email')
    : problems
  return {
    verdict: unreachable ? 'notApplicable' : problems.length === 0 ? 'conformant' : 'incomplete',
    reasons: relevant.map((problem) => ({ ...problem, severity: severityOf(problem, document) })),
  }
}

/** door.md §5 « E-invoice verdict ». Whom the obligation does not reach may always have a plain PDF. */
function severityOf({ basis, code }: Found, { buyer, issueDate }: DocumentContent): Severity {
  if (code === 'consumer-without-email') return 'info'
  if (basis === 'anyone') return 'blocking'
  if (!isDomesticBusiness(buyer)) return 'fix'
  return basis === 'europe' || eInvoicingBinds('issue', issueDate) ? 'blocking' : 'fix'
}
