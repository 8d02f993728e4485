import type { Answer, Body, RequestEnvelope, ResultOf } from '@tabellion/shared/exchange'
import type { PaymentRecorded, PeriodSealed } from '@tabellion/shared/journal'
import {
  type DocumentStatus,
  isClientCredit,
  numberKey,
  paymentSums,
  readBank,
  readPayments,
  readRegister,
  readSettings,
  settlements,
  textOf,
} from '@tabellion/shared/ledger'
import { cents, sum } from '@tabellion/shared/money'
import { recordedOperations } from '../bank/operations.ts'
import { findLine } from '../bank/same-line.ts'
import { settleBank } from '../bank/settle.ts'
import { questionOf } from '../messages/bridge.ts'
import { findingSentence } from '../messages/findings.ts'
import { bookSetting } from '../payments/book-setting.ts'
import { statusesOf } from '../payments/statuses.ts'
import type { Ports } from '../ports.ts'
import type { Workbook } from '../workbook/open.ts'
import { keepAnswer } from './answered.ts'
import { money } from './money.ts'
import { planRecord, type RecordScene } from './record-plan.ts'

/** A confirmation in the extension: payments, lines of the book, statuses and the line of the bank, or a question. Under the lock. */
export function recordOp(
  ports: Ports,
  workbook: Workbook,
  request: RequestEnvelope,
  body: Body<'record'>,
): Answer<'record'> {
  const scene = sceneOf(workbook, body)
  const plan = planRecord(scene, request.id, body)
  if (plan.kind === 'asks')
    return kept(ports, workbook, request, { status: 'asks', questions: plan.questions.map(questionOf) })
  if (plan.kind === 'again') {
    const { id, payments, shares } = plan.operation
    const statuses = statusesOf(workbook, ports.clock.today, paymentSums(readPayments(workbook.table('payments'))))
    const result: ResultOf<'record'> = {
      payment: payments.at(-1) ?? '',
      operation: id,
      receipts: [],
      documents: [...shares].flatMap(([number, amount]) => touched(statuses, number, amount)),
      clientCreditCents: cents(0),
      again: true,
      notes: [],
    }
    return kept(ports, workbook, request, { status: 'done', result })
  }
  const answer = money<'record'>(ports, workbook, request, plan.request, ({ event, again }, statuses, findings) => ({
    payment: event.payment,
    operation: event.operation ?? body.line.id,
    receipts: event.receipts.map(({ entry }) => entry.rank),
    documents: documentsOf(event, statuses),
    clientCreditCents: clientCredit(event),
    again,
    notes: findings.map((finding) => findingSentence(finding).slice(0, 1000)),
  }))
  settleBank(ports)
  return answer
}

/** An answer that writes nothing else, kept all the same: the same message again must get it. */
function kept<O extends 'record'>(
  ports: Ports,
  workbook: Workbook,
  request: RequestEnvelope,
  answer: Answer<O>,
): Answer<O> {
  keepAnswer(ports, workbook, request, answer)
  return answer
}

function sceneOf(workbook: Workbook, { line }: Body<'record'>): RecordScene {
  const entries = readRegister(workbook.table('invoices'))
  const payments = readPayments(workbook.table('payments'))
  const bank = workbook.tableIfAny('bank')
  const read = { id: line.id, date: line.date, amount: line.amountCents, label: line.label }
  const known = findLine(
    bank ? readBank(bank) : [],
    line.account === undefined ? read : { ...read, account: line.account },
  )
  return {
    settlements: settlements(entries, paymentSums(payments)),
    notes: (number) =>
      entries
        .filter((entry) => entry.kind === 'credit' && numberKey(entry.originInvoice) === numberKey(number))
        .map((entry) => entry.number),
    operations: recordedOperations(payments),
    bankRow: known.same[0]?.row,
    seals: workbook
      .events(({ type }) => type === 'periodSealed')
      .flatMap(({ event }): PeriodSealed[] => (event.type === 'periodSealed' ? [event] : [])),
    setting: bookSetting(readSettings(workbook.table('settings'))),
  }
}

export const documentsOf = (
  { allocations }: PaymentRecorded,
  statuses: ReadonlyMap<string, DocumentStatus>,
): ResultOf<'record'>['documents'] => allocations.flatMap(({ number, amount }) => touched(statuses, number, amount))

function touched(
  statuses: ReadonlyMap<string, DocumentStatus>,
  number: string,
  amount: PaymentRecorded['allocations'][number]['amount'],
): ResultOf<'record'>['documents'] {
  const status = statuses.get(numberKey(number))
  return status
    ? [
        {
          number: status.settlement.entry.number,
          amountCents: amount,
          balanceDueCents: status.settlement.balanceDue,
          status: status.text,
        },
      ]
    : []
}

const clientCredit = ({ rows }: PaymentRecorded): ReturnType<typeof cents> =>
  sum(
    rows.flatMap(({ cells }) =>
      isClientCredit(textOf(cells['invoice'] ?? '')) ? [cents(Math.round(Number(cells['amount']) * 100))] : [],
    ),
  )
