import type { Answer, RequestEnvelope, ResultOf } from '@tabellion/shared/exchange'
import type { PaymentRecorded } from '@tabellion/shared/journal'
import type { DocumentStatus } from '@tabellion/shared/ledger'
import { questionOf } from '../messages/bridge.ts'
import { findingSentence } from '../messages/findings.ts'
import { isPaymentProblem, paymentRefusal } from '../messages/payments.ts'
import { refusalSentence } from '../messages/refusals.ts'
import { recordPayments } from '../payments/record.ts'
import type { PaymentRequest } from '../payments/request.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { Refusal } from '../workbook/refusal.ts'
import { answeredEvent, keepAnswer } from './answered.ts'
import { refusedAs } from './refused.ts'

type MoneyOp = 'record' | 'undo'
type Told<O extends MoneyOp> = (
  taken: { readonly event: PaymentRecorded; readonly again: boolean },
  statuses: ReadonlyMap<string, DocumentStatus>,
  findings: readonly Finding[],
) => ResultOf<O>

/**
 * Records one request as every payment is recorded, with its answer in the same stroke of the journal: whoever finds the payment
 * there finds what was answered. What the books do not allow comes back as a question.
 */
export function money<O extends MoneyOp>(
  ports: Ports,
  workbook: Workbook,
  request: RequestEnvelope,
  wanted: PaymentRequest,
  tell: Told<O>,
): Answer<O> {
  let answer: Answer<O> | undefined
  try {
    const done = recordPayments(ports, workbook, {
      requests: [wanted],
      beside: ({ recorded: [first], findings }, statuses) => {
        if (first === undefined) return []
        answer = doneWith(tell(first, statuses, findings))
        return [answeredEvent(request, answer as Answer<MoneyOp>)]
      },
    })
    const [first] = done.recorded
    // A column that money needs was lost, and is there again: nothing was recorded yet.
    if (first === undefined)
      return refusedAs('workbook', done.findings.map(findingSentence).join(' ').slice(0, 1000)) as Answer<O>
    if (answer) return answer
    answer = doneWith(tell(first, done.statuses, []))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = whyNot(error.problem)
    if (why === undefined) throw error
    answer = { status: 'asks', questions: [questionOf({ code: 'payment-refused', why })] } as Answer<O>
  }
  keepAnswer(ports, openWorkbook(ports), request, answer as Answer<MoneyOp>)
  return answer
}

const doneWith = <O extends MoneyOp>(result: ResultOf<O>): Answer<O> => ({ status: 'done', result }) as Answer<O>

/** In words, when it is about this money and not about the file. */
function whyNot(problem: Refusal['problem']): string | undefined {
  if (isPaymentProblem(problem)) return paymentRefusal(problem)
  return problem.code === 'unknown-number' ? refusalSentence(problem) : undefined
}
