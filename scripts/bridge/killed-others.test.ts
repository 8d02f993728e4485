import { expect, test } from 'vitest'
import { messageOf } from '../../extension/ledger/client.ts'
import { done, rows, workshop } from '../../sheets-addon/test/workshop.ts'
import { connected, ending, endsTheSame, must, post, recorded, two } from './killed.ts'
import { newId, transfer } from './lane.ts'

const inTurn = (call: number): readonly ('kept' | 'dropped')[] => [call % 2 === 0 ? 'kept' : 'dropped']

const undo = messageOf(newId(), 'undo', { payment: recorded.payment, decidedAt: '2026-11-25T08:00:00.000Z' })
await endsTheSame('undo', recorded.state, undo, inTurn)
const learn = messageOf(newId(), 'learn', { client: 'Brasserie du Ponant', name: 'SARL PONANT 44', verdict: 'is' })
await endsTheSame('learn', connected, learn, inTurn)
const question = messageOf(newId(), 'record', transfer('F2026-0001', 45_000, { openCents: 1 }))
await endsTheSame('a question', connected, question, inTurn)

test('an answer lost at any call after its effect: sent again, nothing is double', async () => {
  const whole = workshop(connected)
  const { calls } = await post(whole, two)
  for (let call = 2; call <= calls; call += 3) {
    const emulator = workshop(connected)
    await post(emulator, two, { call, when: 'after' })
    await post(emulator, two)
    expect(ending(emulator)).toEqual(ending(whole))
  }
  expect(done(whole, 'verify').verdict?.ok).toBe(true)
})

test('stopped again and again, each time one call later', async () => {
  const whole = workshop(connected)
  const { answer, calls } = await post(whole, two)
  const emulator = workshop(connected)
  for (let call = 1; call <= calls; call += 2)
    await post(emulator, two, { call, unflushed: call % 4 === 1 ? 'kept' : 'dropped' })
  expect((await post(emulator, two)).answer).toEqual(answer)
  expect(ending(emulator)).toEqual(ending(whole))
})

test('the line of the bank that a stopped run left out is put in by whatever comes next, from any browser', async () => {
  const { calls } = await post(workshop(connected), two)
  for (let call = 1; call <= calls; call++) {
    const emulator = workshop(connected)
    await post(emulator, two, { call, unflushed: 'dropped' })
    await must(emulator, 'record', transfer('F2026-0002', 100_000))
    const known = rows(emulator, 'journal').filter((row) => row['type'] === 'paid').length
    expect(rows(emulator, 'bank')).toHaveLength(known)
    expect(rows(emulator, 'bank').map((row) => row['leftToAllocate'])).toEqual(Array.from({ length: known }, () => 0))
  }
})

test('another browser that confirms the line of a stopped run records nothing twice', async () => {
  const { calls } = await post(workshop(connected), two)
  for (let call = 2; call <= calls; call += 2) {
    const emulator = workshop(connected)
    await post(emulator, two, { call, unflushed: call % 4 === 0 ? 'kept' : 'dropped' })
    await must(emulator, 'record', JSON.parse(two.body))
    await must(emulator, 'record', JSON.parse(two.body))
    expect(rows(emulator, 'payments').map((row) => row['amount'])).toEqual([450, 180])
    expect(rows(emulator, 'receiptsBook').map((row) => row['rank'])).toEqual([1, 2])
  }
})
