import {
  type Answer,
  type Body,
  type Op,
  type RequestEnvelope,
  type ResultOf,
  readBody,
} from '@tabellion/shared/exchange'
import { settleBank } from '../bank/settle.ts'
import { orderOp } from '../orders/receive.ts'
import { openFinished } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { isOlder, VERSION, VERSION_PROPERTY } from '../version.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { firstAnswer, keepAnswer } from './answered.ts'
import { helloOp } from './hello.ts'
import type { BrowserKey } from './keys.ts'
import { learnOp } from './learn.ts'
import { pullOp } from './pull.ts'
import { recordOp } from './record.ts'
import { refusedFor } from './refused.ts'
import { see } from './see.ts'
import { undoOp } from './undo.ts'

/** Does what a checked request asks. Refusals of the workbook leave through here; `receive` says them. */
export function performOp(ports: Ports, key: BrowserKey, op: Op, request: RequestEnvelope): Answer<Op> {
  if (op === 'order') return orderOp(ports, key, request)
  const answer = answerOf(ports, key, op, request)
  const pushed = ports.store.read()[VERSION_PROPERTY]
  return pushed !== undefined && isOlder(VERSION, pushed) ? { ...answer, redeploy: true } : answer
}

function answerOf(ports: Ports, key: BrowserKey, op: Exclude<Op, 'order'>, request: RequestEnvelope): Answer<Op> {
  const { clock, sheets } = ports
  switch (op) {
    case 'hello':
      return reading(ports, op, request, (workbook, body) => {
        const result = helloOp(workbook, sheets.title(), key, clock.today)
        see(ports, key, { ...key, browser: body.browser, seenOn: clock.today })
        return result
      })
    case 'pull':
      return reading(ports, op, request, (workbook, body) => {
        see(ports, key, { ...key, seenOn: clock.today })
        return pullOp(workbook, sheets.title(), body, clock.today)
      })
    case 'record':
      return deciding(ports, op, request, (workbook, body) => recordOp(ports, workbook, request, body))
    case 'undo':
      return deciding(ports, op, request, (workbook, body) => undoOp(ports, workbook, request, body))
    case 'learn':
      return deciding(ports, op, request, (workbook, body) => {
        const answer = learnOp(ports, workbook, body)
        keepAnswer(ports, workbook, request, answer)
        return answer
      })
  }
}

/** What changes nothing is answered anew each time: there is no first answer to keep, and no lock to wait for. */
function reading<O extends Op>(
  ports: Ports,
  op: O,
  { body }: RequestEnvelope,
  work: (workbook: Workbook, body: Body<O>) => ResultOf<O>,
): Answer<Op> {
  const read = readBody(op, body)
  if (!read.ok) return refusedFor(read.problem)
  const workbook = openWorkbook(ports)
  schemaEvents(workbook.journal())
  return { status: 'done', result: work(workbook, read.value) } as Answer<Op>
}

/** What writes is done once under its id: the same message again gets the answer that it got, and another one is refused. */
function deciding<O extends Op>(
  ports: Ports,
  op: O,
  request: RequestEnvelope,
  work: (workbook: Workbook, body: Body<O>) => Answer<O>,
): Answer<Op> {
  const read = readBody(op, request.body)
  if (!read.ok) return refusedFor(read.problem)
  const answer = ports.lock.need((): Answer<Op> => {
    // A run that was stopped, of this message or another, may have left the tabs behind the journal.
    const workbook = openFinished(ports)
    const first = firstAnswer(workbook, request.id)
    if (first === undefined) return work(workbook, read.value) as Answer<Op>
    if (first.op !== op || first.body !== request.body) return refusedFor({ code: 'id-reused' })
    settleBank(ports)
    return JSON.parse(first.answer) as Answer<Op>
  })
  return answer
}
