import type { Answer, Op, RequestEnvelope } from '@tabellion/shared/exchange'
import { asciiJson } from '@tabellion/shared/exchange'
import type { MessageAnswered } from '@tabellion/shared/journal'
import type { Ports } from '../ports.ts'
import { headProperty, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents } from '../workbook/write.ts'

/** The answer that this message was given, if it came before. */
export function firstAnswer(workbook: Workbook, id: string): MessageAnswered | undefined {
  const isIt = ({ type, key }: { readonly type: string; readonly key: string }): boolean =>
    type === 'answered' && key === id
  if (!workbook.journal().rows.some(isIt)) return undefined
  const [stored] = workbook.events(isIt)
  return stored?.event.type === 'answered' ? stored.event : undefined
}

export const answeredEvent = ({ id, kid, op, body }: RequestEnvelope, answer: Answer<Op>): MessageAnswered => ({
  type: 'answered',
  v: 1,
  message: id,
  op,
  kid,
  body,
  answer: asciiJson(answer),
})

/** Keeps an answer that came with nothing else to write. */
export function keepAnswer(ports: Ports, workbook: Workbook, request: RequestEnvelope, answer: Answer<Op>): void {
  const { sheets, store, clock } = ports
  const journal = workbook.journal()
  const events = [...schemaEvents(journal), answeredEvent(request, answer)]
  store.write(pendingProperty)
  const head = appendEvents(sheets, events, journal.head, clock.instant)
  sheets.flush()
  store.write(headProperty(head))
}
