import { describe, expect, test } from 'vitest'
import { asciiJson, type BodyInput, browserOps, isOp, MOST_ORDER_LINES, readAnswer, readBody } from './index.ts'

const record = {
  line: { id: 'k3j9x2a1b', date: '2026-11-24', amountCents: 45_000, label: 'VIR SEPA BRASSERIE DU PONANT F2026-0001' },
  allocations: [{ number: 'F2026-0001', amountCents: 45_000, openCents: 45_000 }],
  method: 'transfer',
  why: 'Montant exact, numéro dans le libellé.',
  decidedAt: '2026-11-25T08:00:00.000Z',
} as const satisfies BodyInput<'record'>

test('a browser asks these five; an order is none of them', () => {
  expect(browserOps).toEqual(['hello', 'pull', 'record', 'undo', 'learn'])
  expect(isOp('order')).toBe(true)
  expect(isOp('record')).toBe(true)
  expect(isOp('answer')).toBe(false)
  expect(isOp('toString')).toBe(false)
})

test('a record reads as days and cents', () => {
  expect(readBody('record', asciiJson(record))).toEqual({ ok: true, value: record })
})

describe('a record is refused', () => {
  const line = record.line
  const [allocation] = record.allocations
  test.each<[string, object, string]>([
    ['without a line', { ...record, line: undefined }, 'line'],
    ['with a day that is none', { ...record, line: { ...line, date: '2026-02-30' } }, 'line.date'],
    ['with a part of a cent', { ...record, line: { ...line, amountCents: 0.5 } }, 'line.amountCents'],
    [
      'with a whole IBAN',
      { ...record, line: { ...line, maskedIban: 'FR7630001007941234567890185' } },
      'line.maskedIban',
    ],
    ['with an id that could be a formula', { ...record, line: { ...line, id: '=1+1' } }, 'line.id'],
    ['for nothing', { ...record, allocations: [] }, 'allocations'],
    ['for zero', { ...record, allocations: [{ ...allocation, amountCents: 0 }] }, 'allocations.0.amountCents'],
    ['for more than came', { ...record, allocations: [{ ...allocation, amountCents: 45_001 }] }, 'allocations'],
    [
      'for money back where money came',
      { ...record, allocations: [{ ...allocation, amountCents: -1 }] },
      'allocations',
    ],
    ['with a negative fee', { ...record, feeCents: -1 }, 'feeCents'],
    ['with a method of its own', { ...record, method: 'barter' }, 'method'],
    ['accepting what cannot be', { ...record, accepted: ['unknown-invoice'] }, 'accepted.0'],
    ['with a member that nothing reads', { ...record, force: true }, 'force'],
  ])('%s', (_name, body, path) => {
    expect(readBody('record', asciiJson(body))).toEqual({ ok: false, problem: { code: 'wrong-body', path } })
  })
  test('when it is no JSON', () => {
    expect(readBody('record', 'x')).toEqual({ ok: false, problem: { code: 'wrong-body', path: '' } })
  })
})

const order = {
  order: '#1042',
  client: { name: 'Zoé Martel', email: 'zoe@exemple.fr' },
  lines: [{ label: 'Affiche A3', quantity: 1.25, unitPriceCents: 4_500, vatRate: 5.5 }],
} as const satisfies BodyInput<'order'>
const [line] = order.lines

test('an order reads as it was sent, less the blanks around', () => {
  expect(readBody('order', asciiJson({ ...order, client: { ...order.client, name: ' Zoé Martel ' } }))).toEqual({
    ok: true,
    value: order,
  })
})
test.each<[string, object, string]>([
  ['without a number', { ...order, order: ' ' }, 'order'],
  ['with a formula for a number', { ...order, order: '=1+1' }, 'order'],
  ['without a name', { ...order, client: { ...order.client, name: '' } }, 'client.name'],
  ['with two addresses in one', { ...order, client: { ...order.client, email: 'a@b.fr,c@d.fr' } }, 'client.email'],
  ['with a line break in a name', { ...order, client: { ...order.client, name: 'A\nBcc: x' } }, 'client.name'],
  ['with writing turned round', { ...order, client: { ...order.client, city: 'Ly\u202eon' } }, 'client.city'],
  ['of a kind of client that is none', { ...order, client: { ...order.client, type: 'friend' } }, 'client.type'],
  ['for nothing', { ...order, lines: [] }, 'lines'],
  ['with too many lines', { ...order, lines: Array.from({ length: MOST_ORDER_LINES + 1 }, () => line) }, 'lines'],
  ['with a negative price', { ...order, lines: [{ ...line, unitPriceCents: -1 }] }, 'lines.0.unitPriceCents'],
  ['with a part of a cent', { ...order, lines: [{ ...line, unitPriceCents: 0.5 }] }, 'lines.0.unitPriceCents'],
  ['with too fine a quantity', { ...order, lines: [{ ...line, quantity: 0.00001 }] }, 'lines.0.quantity'],
  ['with a rate above the whole', { ...order, lines: [{ ...line, vatRate: 200 }] }, 'lines.0.vatRate'],
  ['with a member that nothing reads', { ...order, paid: true }, 'paid'],
])('an order is refused %s', (_name, body, path) => {
  expect(readBody('order', asciiJson(body))).toEqual({ ok: false, problem: { code: 'wrong-body', path } })
})

test('a fee makes up what a processor kept; money back is negative throughout', () => {
  const payout = { ...record, line: { ...record.line, amountCents: 44_010 }, feeCents: 990 }
  expect(readBody('record', asciiJson(payout)).ok).toBe(true)
  const back = {
    ...record,
    line: { ...record.line, amountCents: -5_000 },
    allocations: [{ number: 'F2026-0001', amountCents: -5_000, openCents: 0 }],
  }
  expect(readBody('record', asciiJson(back)).ok).toBe(true)
})

test('an answer is done, asks or is refused; members of later versions are left out', () => {
  const done = { status: 'done', result: { client: 'Dupont', bankNames: ['SARL DUPONT'], later: 1 } }
  expect(readAnswer('learn', asciiJson(done))).toEqual({
    status: 'done',
    result: { client: 'Dupont', bankNames: ['SARL DUPONT'] },
  })
  const asks = {
    status: 'asks',
    questions: [{ code: 'balance-changed', message: 'Il reste 200 €.', accept: true, nowCents: 20_000 }],
  }
  expect(readAnswer('record', asciiJson(asks))).toEqual(asks)
  const refused = {
    status: 'refused',
    refusal: { code: 'busy', message: 'Une autre action est en cours.', again: true },
  }
  expect(readAnswer('pull', asciiJson(refused))).toEqual(refused)
  expect(readAnswer('record', asciiJson(done))).toBeUndefined()
  expect(readAnswer('record', asciiJson({ status: 'asks', questions: [] }))).toBeUndefined()
  expect(readAnswer('record', 'no')).toBeUndefined()
})
