import type { Answer } from '@tabellion/shared/exchange'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messageOf } from '../../extension/ledger/client.ts'
import { done, rows, type } from '../../sheets-addon/test/workshop.ts'
import { type Browser, type Lane, newId, openLane, pair, transfer } from './lane.ts'

let lane: Lane
let browser: Browser
beforeEach(async () => {
  lane = await openLane()
  browser = lane.browser
})
afterEach(() => lane.close())

const payments = () => rows(lane.emulator, 'payments').map((row) => [row['invoice'], row['amount']])
const asked = (answer: Answer<'record'>) => {
  if (answer.status !== 'asks') throw new Error(JSON.stringify(answer))
  return answer.questions
}

test('two browsers confirm the same line: the second hears that it is done', async () => {
  const other = await pair(lane.emulator, lane.server.url, 'Le portable')
  expect(await browser.ask('record', transfer('F2026-0001', 45_000))).toMatchObject({ result: { again: false } })
  expect(await other.ask('record', transfer('F2026-0001', 45_000))).toMatchObject({
    status: 'done',
    result: { again: true, operation: 'tx-F2026-0001', documents: [{ balanceDueCents: 0, status: 'Payée' }] },
  })
  expect(payments()).toEqual([['F2026-0001', 450]])
})

test('two browsers say that the line pays different invoices: the second is asked', async () => {
  const other = await pair(lane.emulator, lane.server.url, 'Le portable')
  await browser.ask('record', transfer('F2026-0001', 18_000, { id: 'tx', openCents: 45_000 }))
  const questions = asked(await other.ask('record', transfer('F2026-0003', 18_000, { id: 'tx' })))
  expect(questions).toMatchObject([{ code: 'already-matched', accept: false, documents: ['F2026-0001'] }])
  expect(payments()).toEqual([['F2026-0001', 180]])
})

test('two lines for one invoice, confirmed in two browsers: the second is asked, and may be kept for the client', async () => {
  const other = await pair(lane.emulator, lane.server.url, 'Le portable')
  await browser.ask('record', transfer('F2026-0001', 45_000))
  const second = transfer('F2026-0001', 45_000, { id: 'tx-F2026-0001.2' })
  const [question] = asked(await other.ask('record', second))
  expect(question).toMatchObject({ code: 'already-settled', accept: true, number: 'F2026-0001' })
  expect(payments()).toHaveLength(1)
  expect(await other.ask('record', { ...second, accepted: ['already-settled'] })).toMatchObject({
    status: 'done',
    result: { clientCreditCents: 45_000 },
  })
  expect(payments()).toEqual([
    ['F2026-0001', 450],
    ['Crédit client', 450],
  ])
})

test('a question is the first answer: the same message again is asked again, even once the way is free', async () => {
  const message = messageOf(newId(), 'record', transfer('F2026-0001', 45_000, { openCents: 40_000 }))
  const [question] = asked(await browser.tell(message))
  expect(question).toMatchObject({ code: 'balance-changed', shownCents: 40_000, nowCents: 45_000, accept: true })
  expect(question?.message).toContain('450,00')
  expect(asked(await browser.tell(message))).toEqual([question])
  expect(payments()).toEqual([])
})

test('a payment typed by hand between pull and record: asked, then as the person says', async () => {
  const pulled = await browser.ask('pull', {})
  type(lane.emulator, 'payments', {
    date: '25/11/2026',
    invoice: 'F2026-0001',
    amount: '200',
    method: 'Chèque',
  })
  const [question] = asked(await browser.ask('record', transfer('F2026-0001', 45_000)))
  expect(question).toMatchObject({ code: 'balance-changed', shownCents: 45_000, nowCents: 25_000 })
  const again = await browser.ask('pull', pulled.status === 'done' ? { known: pulled.result.revision } : {})
  expect(again).toMatchObject({ result: { unchanged: false } })
  expect(await browser.ask('record', transfer('F2026-0001', 25_000, { id: 'tx-rest' }))).toMatchObject({
    status: 'done',
    result: { documents: [{ balanceDueCents: 0, status: 'Payée' }] },
  })
  expect(payments()).toEqual([
    ['F2026-0001', 200],
    ['F2026-0001', 250],
  ])
})

test('an invoice credited meanwhile: wholly, then in part', async () => {
  done(lane.emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Annulation' })
  expect(asked(await browser.ask('record', transfer('F2026-0001', 45_000)))).toMatchObject([
    { code: 'invoice-credited', accept: false, documents: ['AV2026-0001'] },
  ])
  done(lane.emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Geste commercial', amountCents: 10_000 })
  expect(asked(await browser.ask('record', transfer('F2026-0002', 100_000)))).toMatchObject([
    { code: 'balance-changed', shownCents: 100_000, nowCents: 90_000 },
  ])
  expect(payments()).toEqual([])
})

test('an invoice of another file, and a day that has not come', async () => {
  expect(asked(await browser.ask('record', transfer('F2025-0099', 45_000)))).toMatchObject([
    { code: 'unknown-invoice', accept: false, number: 'F2025-0099' },
  ])
  const tomorrow = transfer('F2026-0001', 45_000)
  expect(
    asked(await browser.ask('record', { ...tomorrow, line: { ...tomorrow.line, date: '2026-11-26' } })),
  ).toMatchObject([{ code: 'payment-refused', accept: false, message: expect.stringContaining('26/11/2026') }])
})

test('a line set aside in the sheet: asked, and matched once the person insists', async () => {
  const recorded = await browser.ask('record', transfer('F2026-0001', 45_000))
  const payment = recorded.status === 'done' ? recorded.result.payment : ''
  await browser.ask('undo', { payment, decidedAt: '2026-11-25T08:00:00.000Z' })
  lane.emulator.user.edit('Banque', 'E4', 'À ignorer')
  const again = transfer('F2026-0001', 45_000)
  expect(asked(await browser.ask('record', again))).toMatchObject([{ code: 'line-ignored', accept: true }])
  expect(await browser.ask('record', { ...again, accepted: ['line-ignored'] })).toMatchObject({ status: 'done' })
  expect(rows(lane.emulator, 'bank')).toMatchObject([{ status: 'Rapproché' }])
})

test('undo of what was never recorded, and of money that was given back since', async () => {
  expect(await browser.ask('undo', { payment: newId(), decidedAt: '2026-11-25T08:00:00.000Z' })).toMatchObject({
    status: 'asks',
    questions: [{ code: 'unknown-payment' }],
  })
  const over = await browser.ask('record', transfer('F2026-0001', 50_000, { openCents: 45_000 }))
  expect(over).toMatchObject({ status: 'done', result: { clientCreditCents: 5_000 } })
  done(lane.emulator, 'record-payment', {
    number: 'F2026-0001',
    date: '2026-11-25',
    amountCents: -5_000,
    method: 'transfer',
  })
  const payment = over.status === 'done' ? over.result.payment : ''
  expect(await browser.ask('undo', { payment, decidedAt: '2026-11-25T08:00:00.000Z' })).toMatchObject({
    status: 'asks',
    questions: [{ code: 'payment-refused', message: expect.stringContaining('crédit client') }],
  })
})

test('a period sealed meanwhile: asked where the money will be declared, then late; its undo goes to the open period', async () => {
  lane.emulator.clock.set('2026-12-20T08:00:00Z')
  const on = (date: string, number: string, cents: number) => {
    const body = transfer(number, cents)
    return { ...body, line: { ...body.line, date } }
  }
  const first = await browser.ask('record', on('2026-12-20', 'F2026-0001', 45_000))
  lane.emulator.clock.set('2027-01-10T08:00:00Z')
  done(lane.emulator, 'close-period', { period: '2026-Q4' })
  const late = on('2026-12-28', 'F2026-0002', 100_000)
  expect(asked(await browser.ask('record', late))).toMatchObject([
    { code: 'period-closed', accept: true, period: '2026-Q4', message: expect.stringContaining('1er trimestre 2027') },
  ])
  expect(payments()).toHaveLength(1)
  expect(await browser.ask('record', { ...late, accepted: ['period-closed'] })).toMatchObject({ status: 'done' })
  const payment = first.status === 'done' ? first.result.payment : ''
  expect(await browser.ask('undo', { payment, decidedAt: '2027-01-10T08:00:00.000Z' })).toMatchObject({
    status: 'done',
  })
  expect(rows(lane.emulator, 'receiptsBook').map((row) => [row['rank'], row['amount'], row['period']])).toEqual([
    [1, 450, '4e trimestre 2026'],
    [2, 1000, '1er trimestre 2027'],
    [3, -450, '1er trimestre 2027'],
  ])
  expect(rows(lane.emulator, 'receiptsBook')[1]?.['remarks']).toContain('Tardive')
  expect(done(lane.emulator, 'verify').verdict?.ok).toBe(true)
})
