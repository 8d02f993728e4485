import type { Day } from '@tabellion/shared/calendar'
import type { DocumentContent } from '@tabellion/shared/invoicing'
import { isAlreadyPaid } from '../cii/frame.ts'
import { computed, type Found, found, setting } from './problems.ts'

/** BR-FR-01 and BR-FR-02, on BT-1 and BT-25. */
const isNumber = (text: string): boolean => /^[A-Za-z0-9+\-_/]{1,35}$/.test(text)

/** The number, the dates, and the documents this one speaks of. */
export function referenceProblems(document: DocumentContent, number: string | undefined): Found[] {
  const problems = [...dateProblems(document), ...precedingProblems(document)]
  if (number !== undefined && !isNumber(number))
    problems.push(
      found(
        { code: 'wrong-document-number', text: number },
        setting(document.kind === 'credit' ? 'Motif des avoirs' : 'Motif des factures'),
      ),
    )
  return problems
}

function dateProblems(document: DocumentContent): Found[] {
  const { delivery, dueDate, issueDate, lines, payment } = document
  const problems: Found[] = []
  const dates: (Day | undefined)[] = [issueDate, dueDate, delivery?.from, delivery?.to, payment.alreadyPaid?.on]
  for (const line of lines) if (line.kind !== 'text') dates.push(line.date)
  for (const date of dates)
    if (date !== undefined && (date < '2000-01-01' || date > '2099-12-31'))
      problems.push(found({ code: 'date-out-of-range', date }, computed))
  const paid = isAlreadyPaid(document) ? payment.alreadyPaid?.on : undefined
  // Of a paid document BT-9 is the day of payment, which may come first (BR-FR-CO-07).
  if (paid === undefined && dueDate !== undefined && dueDate < issueDate)
    problems.push(found({ code: 'due-before-issue', due: dueDate, issued: issueDate }, computed))
  if (paid !== undefined && paid > issueDate)
    problems.push(found({ code: 'paid-after-issue', paid, issued: issueDate }, computed))
  if (delivery && delivery.from > delivery.to) problems.push(found({ code: 'period-reversed', ...delivery }, computed))
  return problems
}

function precedingProblems({ corrective, deposits, issueDate, kind, preceding }: DocumentContent): Found[] {
  const problems: Found[] = []
  if (preceding.length === 0 && (kind === 'credit' || corrective))
    problems.push(found({ code: 'missing-reference' }, computed))
  if (preceding.length > 1 && corrective) problems.push(found({ code: 'several-references' }, computed))
  for (const reference of [...preceding, ...deposits])
    if (!isNumber(reference.number) || reference.issueDate > issueDate)
      problems.push(found({ code: 'wrong-reference', number: reference.number, date: reference.issueDate }, computed))
  return problems
}
