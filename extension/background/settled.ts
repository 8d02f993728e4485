import type { Op, Pulled, Question, ResultOf } from '@tabellion/shared/exchange'
import { sum } from '@tabellion/shared/money'
import type { Desk } from './desk.ts'

/** What the sheet's answers change here. Each is called inside the transaction that takes the message out of the outbox. */

/** Nothing was written in the sheet: the person decides. */
export async function asked(desk: Desk, id: string, op: Op, questions: readonly Question[]): Promise<void> {
  const { decisions } = desk.store
  if (op === 'record') {
    // Whoever takes it back meanwhile has nothing more to hear.
    await decisions.where({ id }).modify((row) => {
      Object.assign(row, row.state === 'undoing' ? { state: 'undone' } : { state: 'asked', questions })
    })
    return
  }
  // The sheet does not know it any more: it is taken back. Otherwise it stands there, and the sheet says why.
  const isGone = questions.some(({ code }) => code === 'unknown-payment')
  await decisions.update(id, isGone ? { state: 'undone' } : { state: 'recorded', refusal: messageOf(questions) })
}

const messageOf = (questions: readonly Question[]): string => questions.map(({ message }) => message).join(' ')

export async function refused(desk: Desk, id: string, op: Op, message: string): Promise<void> {
  await desk.store.decisions.update(id, { state: op === 'record' ? 'refused' : 'recorded', refusal: message })
}

export async function recorded(desk: Desk, id: string, result: ResultOf<'record'>): Promise<void> {
  const decision = await desk.store.decisions.get(id)
  if (!decision) return
  const state = decision.state === 'undoing' ? 'undoing' : 'recorded'
  await desk.store.decisions.update(id, { state, payment: result.payment })
  const line = await desk.store.transactions.get(decision.line)
  await changePulled(desk, result.documents, (pulled) => ({
    ...pulled,
    operations: [
      ...pulled.operations.filter((operation) => operation.id !== result.operation),
      {
        id: result.operation,
        date: line?.date ?? pulled.today,
        amountCents: sum(decision.allocations.map(({ amountCents }) => amountCents)),
        ...(line && { label: line.label.slice(0, 500) }),
        payments: [
          ...(pulled.operations.find((operation) => operation.id === result.operation)?.payments ?? []),
          result.payment,
        ],
        numbers: result.documents.map(({ number }) => number),
      },
    ],
  }))
}

export async function takenBack(desk: Desk, id: string, result: ResultOf<'undo'>): Promise<void> {
  await desk.store.decisions.update(id, { state: 'undone' })
  await changePulled(desk, result.documents, (pulled) => ({
    ...pulled,
    operations: pulled.operations.filter(({ payments }) => !payments.includes(result.payment)),
  }))
}

type Touched = ResultOf<'record'>['documents']

/** The ledger as the sheet now has it, without asking for all of it again: the next pull does, since its revision differs. */
async function changePulled(desk: Desk, documents: Touched, change: (pulled: Pulled) => Pulled): Promise<void> {
  const row = await desk.store.ledger.get('pulled')
  if (!row) return
  const touched = new Map(documents.map((document) => [document.number, document]))
  const invoices = row.pulled.invoices.map((invoice) => {
    const now = touched.get(invoice.number)
    return now ? { ...invoice, openCents: now.balanceDueCents, status: now.status } : invoice
  })
  await desk.store.ledger.put({ ...row, changed: true, pulled: change({ ...row.pulled, invoices }) })
}
