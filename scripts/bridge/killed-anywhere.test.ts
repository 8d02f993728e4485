import type { Answer, BodyInput, Op } from '@tabellion/shared/exchange'
import { describe, expect, test } from 'vitest'
import { type Message, messageOf, read, sealed } from '../../extension/ledger/client.ts'
import type { Emulator, EmulatorState, Fault } from '../../sheets-addon/emulator/index.ts'
import { done, rows, workshop } from '../../sheets-addon/test/workshop.ts'
import { connectedState, newId, transfer } from './lane.ts'

const { state: connected, link } = await connectedState()

/** One message to the deployed web app; undefined when its run was stopped, or its answer lost. */
async function post<O extends Op>(
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

async function must<O extends Op>(emulator: Emulator, op: O, body: BodyInput<O>): Promise<Answer<O>> {
  const { answer } = await post(emulator, messageOf(newId(), op, body))
  if (answer?.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer
}

/** What must not depend on where a run was stopped. */
const ending = (emulator: Emulator) => ({
  payments: rows(emulator, 'payments'),
  book: rows(emulator, 'receiptsBook'),
  bank: rows(emulator, 'bank'),
  invoices: rows(emulator, 'invoices'),
  clients: rows(emulator, 'clients'),
  journal: rows(emulator, 'journal').map((row) => [row['sequence'], row['type'], row['key']]),
})

const recorded: { readonly state: EmulatorState; readonly payment: string } = await (async () => {
  const emulator = workshop(connected)
  const answer = await must(emulator, 'record', transfer('F2026-0001', 45_000))
  return { state: emulator.save(), payment: answer.status === 'done' ? answer.result.payment : '' }
})()

const stories: readonly (readonly [string, EmulatorState, Message])[] = [
  [
    'record',
    connected,
    messageOf(newId(), 'record', {
      ...transfer('F2026-0001', 63_000),
      allocations: [
        { number: 'F2026-0001', amountCents: 45_000, openCents: 45_000 },
        { number: 'F2026-0003', amountCents: 18_000, openCents: 18_000 },
      ],
    }),
  ],
  [
    'undo',
    recorded.state,
    messageOf(newId(), 'undo', { payment: recorded.payment, decidedAt: '2026-11-25T08:00:00.000Z' }),
  ],
  [
    'learn',
    connected,
    messageOf(newId(), 'learn', { client: 'Brasserie du Ponant', name: 'SARL PONANT 44', verdict: 'is' }),
  ],
  ['a question', connected, messageOf(newId(), 'record', transfer('F2026-0001', 45_000, { openCents: 1 }))],
]

describe.each(stories)('%s', async (_name, state, message) => {
  const whole = workshop(state)
  const { answer, calls } = await post(whole, message)
  const expected = ending(whole)

  test.each(
    (['kept', 'dropped'] as const).flatMap((unflushed) =>
      Array.from({ length: calls }, (_, index) => [unflushed, index + 1] as const),
    ),
  )(
    'with unflushed writes %s, stopped at call %i: sent again it ends the same, with the first answer',
    async (unflushed, call) => {
      const emulator = workshop(state)
      const first = await post(emulator, message, { call, unflushed })
      expect([first.answer, first.struck]).toEqual([undefined, true])
      const second = await post(emulator, message)
      expect(second.answer).toEqual(answer)
      expect(ending(emulator)).toEqual(expected)
    },
  )
})

test('an answer lost at any call after its effect: sent again, nothing is double', async () => {
  const [, state, message] = stories[0] ?? ['', connected, messageOf(newId(), 'pull', {})]
  const whole = workshop(state)
  const { calls } = await post(whole, message)
  for (let call = 2; call <= calls; call += 3) {
    const emulator = workshop(state)
    await post(emulator, message, { call, when: 'after' })
    await post(emulator, message)
    expect(ending(emulator)).toEqual(ending(whole))
  }
  expect(done(whole, 'verify').verdict?.ok).toBe(true)
})

test('stopped again and again, each time one call later', async () => {
  const [, state, message] = stories[0] ?? ['', connected, messageOf(newId(), 'pull', {})]
  const whole = workshop(state)
  const { answer, calls } = await post(whole, message)
  const emulator = workshop(state)
  for (let call = 1; call <= calls; call += 2)
    await post(emulator, message, { call, unflushed: call % 4 === 1 ? 'kept' : 'dropped' })
  expect((await post(emulator, message)).answer).toEqual(answer)
  expect(ending(emulator)).toEqual(ending(whole))
})

test('the line of the bank that a stopped run left out is put in by whatever comes next, from any browser', async () => {
  const [, state, message] = stories[0] ?? ['', connected, messageOf(newId(), 'pull', {})]
  const { calls } = await post(workshop(state), message)
  for (let call = 1; call <= calls; call++) {
    const emulator = workshop(state)
    await post(emulator, message, { call, unflushed: 'dropped' })
    await must(emulator, 'record', transfer('F2026-0002', 100_000))
    const known = rows(emulator, 'journal').filter((row) => row['type'] === 'paid').length
    expect(rows(emulator, 'bank')).toHaveLength(known)
    expect(rows(emulator, 'bank').map((row) => row['leftToAllocate'])).toEqual(Array.from({ length: known }, () => 0))
  }
})
