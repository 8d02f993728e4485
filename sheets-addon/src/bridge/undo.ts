import type { Answer, Body, RequestEnvelope } from '@tabellion/shared/exchange'
import { settleBank } from '../bank/settle.ts'
import { questionOf } from '../messages/bridge.ts'
import type { PaymentRequest } from '../payments/request.ts'
import { reversalOf } from '../payments/reverse.ts'
import type { Ports } from '../ports.ts'
import type { Workbook } from '../workbook/open.ts'
import { keepAnswer } from './answered.ts'
import { money } from './money.ts'
import { documentsOf } from './record.ts'

/** *Annuler*: the payment again, negated, and the line of the bank is to be matched again (features C-16). Under the lock. */
export function undoOp(
  ports: Ports,
  workbook: Workbook,
  request: RequestEnvelope,
  { payment }: Body<'undo'>,
): Answer<'undo'> {
  if (!workbook.journal().keys('paid').includes(payment)) {
    const answer: Answer<'undo'> = { status: 'asks', questions: [questionOf({ code: 'unknown-payment' })] }
    keepAnswer(ports, workbook, request, answer)
    return answer
  }
  const answer = money<'undo'>(
    ports,
    workbook,
    request,
    reversalRequest(payment, ports),
    ({ event, again }, statuses) => ({
      payment,
      ...(event.operation === undefined ? {} : { operation: event.operation }),
      receipts: event.receipts.map(({ entry }) => entry.rank),
      documents: documentsOf(event, statuses),
      again,
    }),
  )
  settleBank(ports)
  return answer
}

/** Everything but the name follows from the payment that is taken back. */
export const reversalRequest = (payment: string, { clock }: Pick<Ports, 'clock'>): PaymentRequest => ({
  payment: reversalOf(payment),
  reverses: payment,
  on: clock.today,
  method: 'other',
  reference: '',
  source: 'extension',
  allocations: [],
})
