import type { Answer, BodyInput, Op } from '@tabellion/shared/exchange'
import { describe, expect, test } from 'vitest'
import { type Message, messageOf, read, sealed } from '../../extension/ledger/client.ts'
import type { Emulator, EmulatorState, Fault } from '../../sheets-addon/emulator/index.ts'
import { rows, workshop } from '../../sheets-addon/test/workshop.ts'
import { connectedState, newId, transfer } from './lane.ts'

export const { state: connected, link } = await connectedState()

/** One message to the deployed web app; undefined when its run was stopped, or its answer lost. */
export async function post<O extends Op>(
  emulator: Emulator,
  message: Message<O>,
  fault?: Fault,
): Promise<{ readonly answer: Answer<O> | undefined; readonly struck: boolean; readonly calls: number }> {
  const here = { ...link, now: () => emulator.clock.instant() }
  const { answer, run } = emulator.web({ method: 'POST', body: await sealed(here, message) }, fault ? { fault } : {})
  const delivery = await read(here, message, answer.kind === 'content' ? answer.text : '')
  return {
    answer: delivery.kind === 'answered' ? delivery.answer : undefined,
    struck: run.fault !== undefined,
    calls: run.calls.total,
  }
}

export async function must<O extends Op>(emulator: Emulator, op: O, body: BodyInput<O>): Promise<Answer<O>> {
  const { answer } = await post(emulator, messageOf(newId(), op, body))
  if (answer?.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer
}

/** What must not depend on where a run was stopped. */
export const ending = (emulator: Emulator) => ({
  payments: rows(emulator, 'payments'),
  book: rows(emulator, 'receiptsBook'),
  bank: rows(emulator, 'bank'),
  invoices: rows(emulator, 'invoices'),
  clients: rows(emulator, 'clients'),
  journal: rows(emulator, 'journal').map((row) => [row['sequence'], row['type'], row['key']]),
})

export const recorded: { readonly state: EmulatorState; readonly payment: string } = await (async () => {
  const emulator = workshop(connected)
  const answer = await must(emulator, 'record', transfer('F2026-0001', 45_000))
  return { state: emulator.save(), payment: answer.status === 'done' ? answer.result.payment : '' }
})()

/** The message that the longest story tells: one transfer for two invoices. */
export const two: Message<'record'> = messageOf(newId(), 'record', {
  ...transfer('F2026-0001', 63_000),
  allocations: [
    { number: 'F2026-0001', amountCents: 45_000, openCents: 45_000 },
    { number: 'F2026-0003', amountCents: 18_000, openCents: 18_000 },
  ],
})

type Unflushed = 'kept' | 'dropped'

/** Each call struck in turn: sent again, the message gets the first answer and everything ends as if nothing had happened. */
export async function endsTheSame(
  name: string,
  state: EmulatorState,
  message: Message,
  modes: (call: number) => readonly Unflushed[],
): Promise<void> {
  const whole = workshop(state)
  const { answer, calls } = await post(whole, message)
  const expected = ending(whole)
  const stops = Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    modes(call).map((unflushed) => [unflushed, call] as const),
  )
  describe(name, () => {
    test.each(stops)('with unflushed writes %s, stopped at call %i', async (unflushed, call) => {
      const emulator = workshop(state)
      const first = await post(emulator, message, { call, unflushed })
      expect([first.answer, first.struck]).toEqual([undefined, true])
      const second = await post(emulator, message)
      expect(second.answer).toEqual(answer)
      expect(ending(emulator)).toEqual(expected)
    })
  })
}
