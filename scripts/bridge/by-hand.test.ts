import { blockOf, type Op, readBlock } from '@tabellion/shared/exchange'
import { expect, test } from 'vitest'
import { type Delivery, type Message, messageOf, read, sealed } from '../../extension/ledger/client.ts'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { done, refused, rows, type, workshop } from '../../sheets-addon/test/workshop.ts'
import { type Browser, issued, newId, transfer, unproved } from './lane.ts'

/** The person copies the extension's block into the sheet, and the sheet's into the extension. */
async function carry<O extends Op>(
  emulator: Emulator,
  { link }: Browser,
  messages: readonly Message<O>[],
): Promise<readonly Delivery<O>[]> {
  const block = blockOf('requests', await Promise.all(messages.map((message) => sealed(link, message))))
  return bringBack(link, messages, done(emulator, 'exchange-block', { block }).block ?? '')
}
async function bringBack<O extends Op>(link: Browser['link'], messages: readonly Message<O>[], block: string) {
  const answers = readBlock('answers', block)
  if (!answers.ok) throw new Error(answers.problem.code)
  return Promise.all(messages.map((message, at) => read(link, message, answers.value[at] ?? '')))
}

async function openByHand() {
  const emulator = workshop(issued)
  const browser = await unproved(emulator)
  const [hello] = await carry(emulator, browser, [
    messageOf(newId(), 'hello', { browser: 'Firefox sans réseau', version: '0.1.0' }),
  ])
  expect(hello).toMatchObject({ kind: 'answered', answer: { status: 'done', result: { seller: 'Camille Orme' } } })
  return { emulator, browser }
}

const payments = (emulator: Emulator) => rows(emulator, 'payments').map((row) => [row['invoice'], row['amount']])

test('hello, pull, record, undo and learn go by pasted blocks, several at a time', async () => {
  const { emulator, browser } = await openByHand()
  expect(done(emulator, 'paired-browsers').browsers).toMatchObject([{ state: 'connected', byFile: true }])
  const record = messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
  const answers = await carry<Op>(emulator, browser, [
    record,
    messageOf(newId(), 'learn', { client: 'Brasserie du Ponant', name: 'SARL PONANT 44', verdict: 'is' }),
    messageOf(newId(), 'pull', {}),
  ])
  expect(answers).toMatchObject([
    { kind: 'answered', answer: { status: 'done', result: { receipts: [1] } } },
    { kind: 'answered', answer: { status: 'done', result: { bankNames: ['SARL PONANT 44'] } } },
    {
      kind: 'answered',
      answer: { status: 'done', result: { unchanged: false, invoices: [{ openCents: 0 }, {}, {}] } },
    },
  ])
  const [undone] = await carry(emulator, browser, [
    messageOf(newId(), 'undo', { payment: record.id, decidedAt: '2026-11-25T08:00:00.000Z' }),
  ])
  expect(undone).toMatchObject({ kind: 'answered', answer: { status: 'done' } })
  expect(payments(emulator)).toEqual([
    ['F2026-0001', 450],
    ['F2026-0001', -450],
  ])
})

test('the same block twice, hours or days apart, is done once and answered the same', async () => {
  const { emulator, browser } = await openByHand()
  const message = messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
  const block = blockOf('requests', [await sealed(browser.link, message)])
  const first = await bringBack(browser.link, [message], done(emulator, 'exchange-block', { block }).block ?? '')
  emulator.clock.advance(3 * 24 * 3_600_000)
  const second = await bringBack(browser.link, [message], done(emulator, 'exchange-block', { block }).block ?? '')
  expect(first).toMatchObject([{ kind: 'answered', answer: { status: 'done' } }])
  expect(second[0]?.kind === 'answered' && second[0].answer).toEqual(first[0]?.kind === 'answered' && first[0].answer)
  expect(payments(emulator)).toHaveLength(1)
})

test('a block of more than a month, or from a clock that is ahead, is refused in words', async () => {
  const { emulator, browser } = await openByHand()
  const message = messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
  const old = await sealed({ ...browser.link, now: () => '2026-10-20T08:00:00.000Z' }, message)
  const [late] = await bringBack(
    browser.link,
    [message],
    done(emulator, 'exchange-block', { block: blockOf('requests', [old]) }).block ?? '',
  )
  expect(late).toMatchObject({
    answer: { refusal: { code: 'clock-differs', message: expect.stringContaining('36 jours') } },
  })
  const ahead = await sealed({ ...browser.link, now: () => '2026-11-25T09:00:00.000Z' }, message)
  const [early] = await bringBack(
    browser.link,
    [message],
    done(emulator, 'exchange-block', { block: blockOf('requests', [ahead]) }).block ?? '',
  )
  expect(early).toMatchObject({ answer: { refusal: { code: 'clock-differs' } } })
  expect(payments(emulator)).toEqual([])
})

test('forged, of another key, of another version: the others of the block are done all the same', async () => {
  const { emulator, browser } = await openByHand()
  const good = messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
  const forged = (await sealed(browser.link, messageOf(newId(), 'record', transfer('F2026-0002', 100_000)))).replace(
    '100000',
    '100001',
  )
  const newer = (await sealed(browser.link, good)).replace('"v":1', '"v":2')
  const block = blockOf('requests', [forged, newer, 'rien', await sealed(browser.link, good)])
  const outcome = done(emulator, 'exchange-block', { block })
  expect(outcome.message).toContain('3 n’ont pas été reconnus')
  const answers = readBlock('answers', outcome.block ?? '')
  expect(answers.ok && answers.value.slice(0, 3).map((line) => JSON.parse(line).refused)).toEqual([
    'wrong-mac',
    'wrong-version',
    'unreadable',
  ])
  expect(payments(emulator)).toEqual([['F2026-0001', 450]])
})

test.each([
  [
    'a hand edit',
    (emulator: Emulator) =>
      type(emulator, 'payments', { date: '25/11/2026', invoice: 'F2026-0001', amount: '450', method: 'Virement' }),
    [{ code: 'already-settled' }],
  ],
  [
    'an invoice credited',
    (emulator: Emulator) => done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Annulation' }),
    [{ code: 'invoice-credited', documents: ['AV2026-0001'] }],
  ],
  [
    'a period sealed',
    (emulator: Emulator) => {
      emulator.clock.set('2027-01-10T08:00:00Z')
      done(emulator, 'close-period', { period: '2026-Q4' })
    },
    [{ code: 'period-closed', period: '2026-Q4' }],
  ],
])(
  '%s between the extension’s block and the sheet: a question, and nothing written',
  async (_, meanwhile, questions) => {
    const { emulator, browser } = await openByHand()
    const message = messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
    meanwhile(emulator)
    const before = payments(emulator)
    const [answer] = await carry(emulator, browser, [message])
    expect(answer).toMatchObject({ answer: { status: 'asks', questions } })
    expect(payments(emulator)).toEqual(before)
  },
)

test('a conflict comes back as a question by hand too', async () => {
  const { emulator, browser } = await openByHand()
  done(emulator, 'record-payment', { number: 'F2026-0001', date: '2026-11-25', amountCents: 20_000, method: 'cheque' })
  const [answer] = await carry(emulator, browser, [messageOf(newId(), 'record', transfer('F2026-0001', 45_000))])
  expect(answer).toMatchObject({
    answer: { status: 'asks', questions: [{ code: 'balance-changed', nowCents: 25_000 }] },
  })
})

test.each([
  ['rien du tout', 'no-block'],
  [blockOf('requests', ['{}']).slice(0, -20), 'block-cut'],
  [blockOf('answers', ['{}']), 'block-goes-the-other-way'],
  [blockOf('requests', ['{}']).replace('TABELLION 1', 'TABELLION 2'), 'block-of-another-version'],
])('%.20s… is refused with what to do', (block, code) => {
  const emulator = workshop(issued)
  expect(refused(emulator, 'exchange-block', { block })).toMatchObject({ code })
})

test.each([
  ['https://docs.google.com/spreadsheets/d/1abc/edit', 'spreadsheet-address'],
  ['https://script.google.com/macros/s/AKfycbzExampleExampleExample/dev', 'test-address'],
  ['https://script.google.com/home/projects/1abc/edit', 'editor-address'],
  ['https://exemple.fr/exec', 'other-address'],
  ['AKfycbz', 'no-address'],
])('connecting to %s is refused with where to find the right one', (url, code) => {
  const error = refused(workshop(issued), 'connect-extension', { url })
  expect(error.code).toBe(code)
  expect(error.message).toContain('/exec')
})
