import { afterEach, beforeEach, expect, test } from 'vitest'
import { done, rows } from '../../sheets-addon/test/workshop.ts'
import { type Browser, type Lane, openLane, transfer } from './lane.ts'

let lane: Lane
let browser: Browser
beforeEach(async () => {
  lane = await openLane()
  browser = lane.browser
})
afterEach(() => lane.close())

const pulled = async () => {
  const answer = await browser.ask('pull', {})
  if (answer.status !== 'done' || answer.result.unchanged) throw new Error(JSON.stringify(answer))
  return answer.result
}

test('hello proves the address and names the file; the browser is in the list', async () => {
  expect(await browser.ask('hello', { browser: 'Chromium de test', version: '0.1.0' })).toMatchObject({
    status: 'done',
    result: {
      seller: 'Camille Orme',
      schema: 1,
      today: '2026-11-25',
      ops: ['hello', 'pull', 'record', 'undo', 'learn'],
    },
  })
  expect(done(lane.emulator, 'paired-browsers').browsers).toMatchObject([
    { browser: 'Chromium de test', state: 'connected', since: 'Vu le 25/11/2026', byFile: false },
  ])
})

test('pull says what is open, who owes it and what is due; asked again it says that nothing changed', async () => {
  const first = await pulled()
  expect(first.invoices).toMatchObject([
    { number: 'F2026-0001', clientId: 'brasserie du ponant', openCents: 45_000, status: 'Émise' },
    { number: 'F2026-0002', openCents: 100_000 },
    { number: 'F2026-0003', openCents: 18_000 },
  ])
  expect(first.clients.map(({ name }) => name)).toEqual(['Brasserie du Ponant', 'Éditions du Merle'])
  expect(first.seller).toMatchObject({ names: ['Camille Orme'], ibans: ['FR7699999000420001234567873'] })
  expect(await browser.ask('pull', { known: first.revision })).toEqual({
    status: 'done',
    result: { unchanged: true, revision: first.revision, today: '2026-11-25' },
  })
})

test('record writes payment, book, line of the bank and statuses; the next pull knows', async () => {
  const answer = await browser.ask('record', transfer('F2026-0001', 45_000))
  expect(answer).toEqual({
    status: 'done',
    result: {
      payment: expect.stringMatching(/^[0-9A-Z]{26}$/),
      operation: 'tx-F2026-0001',
      receipts: [1],
      documents: [{ number: 'F2026-0001', amountCents: 45_000, balanceDueCents: 0, status: 'Payée' }],
      clientCreditCents: 0,
      again: false,
      notes: [],
    },
  })
  expect(rows(lane.emulator, 'payments')).toMatchObject([
    {
      invoice: 'F2026-0001',
      client: 'Brasserie du Ponant',
      amount: 450,
      method: 'Virement',
      source: 'Extension',
      operation: 'tx-F2026-0001',
      receiptNumber: 1,
      why: 'Montant exact, numéro dans le libellé.',
    },
  ])
  expect(rows(lane.emulator, 'receiptsBook')).toMatchObject([{ rank: 1, document: 'F2026-0001', amount: 450 }])
  expect(rows(lane.emulator, 'invoices')[0]).toMatchObject({ received: 450, balanceDue: 0, status: 'Payée' })
  expect(rows(lane.emulator, 'bank')).toMatchObject([
    {
      label: 'VIR SEPA RECU F2026-0001',
      credit: 450,
      status: 'Rapproché',
      invoices: 'F2026-0001',
      leftToAllocate: 0,
      source: 'Extension',
      id: 'tx-F2026-0001',
    },
  ])
  const after = await pulled()
  expect(after.invoices[0]).toMatchObject({ openCents: 0, status: 'Payée' })
  expect(after.operations).toMatchObject([{ id: 'tx-F2026-0001', amountCents: 45_000, numbers: ['F2026-0001'] }])
  expect(done(lane.emulator, 'verify').verdict?.ok).toBe(true)
})

test('one transfer for two invoices, a part of one, and what a processor kept', async () => {
  const two = {
    ...transfer('F2026-0001', 63_000),
    allocations: [
      { number: 'F2026-0001', amountCents: 45_000, openCents: 45_000 },
      { number: 'F2026-0003', amountCents: 18_000, openCents: 18_000 },
    ],
  }
  expect(await browser.ask('record', two)).toMatchObject({ status: 'done', result: { receipts: [1, 2] } })
  const payout = { ...transfer('F2026-0002', 98_550), feeCents: 1_450, method: 'online' as const }
  expect(
    await browser.ask('record', {
      ...payout,
      allocations: [{ number: 'F2026-0002', amountCents: 100_000, openCents: 100_000 }],
    }),
  ).toMatchObject({ status: 'done', result: { documents: [{ balanceDueCents: 0, status: 'Payée' }] } })
  expect(rows(lane.emulator, 'bank').map((row) => [row['status'], row['invoices'], row['leftToAllocate']])).toEqual([
    ['Rapproché', 'F2026-0001, F2026-0003', 0],
    ['Rapproché', 'F2026-0002', 0],
  ])
})

test('undo reverses every row and line, the line of the bank is to be matched again, and matching again adds up', async () => {
  const recorded = await browser.ask('record', transfer('F2026-0001', 45_000))
  const payment = recorded.status === 'done' ? recorded.result.payment : ''
  const undone = await browser.ask('undo', { payment, decidedAt: '2026-11-25T08:01:00.000Z' })
  expect(undone).toMatchObject({
    status: 'done',
    result: {
      payment,
      operation: 'tx-F2026-0001',
      receipts: [2],
      documents: [{ number: 'F2026-0001', amountCents: -45_000, balanceDueCents: 45_000, status: 'Émise' }],
      again: false,
    },
  })
  expect(rows(lane.emulator, 'payments').map((row) => row['amount'])).toEqual([450, -450])
  expect(rows(lane.emulator, 'receiptsBook').map((row) => [row['amount'], row['remarks']])).toEqual([
    [450, ''],
    [-450, 'Annule la ligne 1'],
  ])
  expect(rows(lane.emulator, 'bank')).toMatchObject([{ status: 'À rapprocher', invoices: '', leftToAllocate: 450 }])
  expect(await browser.ask('undo', { payment, decidedAt: '2026-11-25T08:02:00.000Z' })).toMatchObject({
    status: 'done',
    result: { again: true, receipts: [2] },
  })
  expect(await browser.ask('record', transfer('F2026-0001', 45_000))).toMatchObject({
    status: 'done',
    result: { receipts: [3], documents: [{ status: 'Payée' }] },
  })
  expect(rows(lane.emulator, 'bank')).toMatchObject([{ status: 'Rapproché', leftToAllocate: 0 }])
  expect(done(lane.emulator, 'verify').verdict?.ok).toBe(true)
})

test('learn writes the name in Noms en banque, or sets it aside', async () => {
  const client = 'Brasserie du Ponant'
  expect(await browser.ask('learn', { client, name: 'SARL PONANT 44', verdict: 'is' })).toEqual({
    status: 'done',
    result: { client, bankNames: ['SARL PONANT 44'] },
  })
  await browser.ask('learn', { client, name: 'STRIPE', verdict: 'is-not' })
  expect(rows(lane.emulator, 'clients')[0]).toMatchObject({ bankNames: 'SARL PONANT 44; ≠ STRIPE' })
  expect((await pulled()).clients[0]).toMatchObject({ bankNames: ['SARL PONANT 44'], refusedNames: ['STRIPE'] })
  expect(await browser.ask('learn', { client: 'Inconnu', name: 'X', verdict: 'is' })).toMatchObject({
    status: 'asks',
    questions: [{ code: 'unknown-client', accept: false }],
  })
})
