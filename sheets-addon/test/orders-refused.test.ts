import { asciiJson } from '@tabellion/shared/exchange'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curlExample, scriptExample } from '../src/sidebar/orders/example.ts'
import { killOrders } from './killed-orders.ts'
import { ALL_AUTOMATIC, ORDER, open, ordered, post, siteOf, URL_OF_TEST } from './ordering.ts'
import { done, refused, rows, workshop } from './workshop.ts'

const shared = open()
const fresh = () => ({ ...shared, emulator: workshop(shared.emulator.save()) })
const swap = (from: string | RegExp, to: string) => (wire: string) => wire.replace(from, to)

test.each<[string, Parameters<typeof post>[3], string]>([
  ['late', { at: '2026-11-25T07:54:00.000Z' }, 'clock-differs'],
  ['early', { at: '2026-11-25T08:06:00.000Z' }, 'clock-differs'],
  ['forged: another price', { change: swap('4500', '4501') }, 'wrong-mac'],
  ['forged: another instant', { change: swap(':00.000Z', ':01.000Z') }, 'wrong-mac'],
  ['of a key that is none', { change: swap(/"kid":"[0-9a-f]+"/, '"kid":"ffffffffffffffff"') }, 'unknown-key'],
  ['of another version', { change: swap('"v":1', '"v":2') }, 'wrong-version'],
  ['oversized', { change: (wire) => wire + ' '.repeat(100_001) }, 'too-large'],
  ['cut', { change: (wire) => wire.slice(0, -9) }, 'unreadable'],
  ['empty', { change: () => '' }, 'unreadable'],
  ['asking for the invoices', { op: 'pull' }, 'op-not-allowed'],
  ['asking for a payment', { op: 'record' }, 'op-not-allowed'],
])('%s: refused with a sentence, the sheet untouched', (_name, options, code) => {
  const { emulator, site } = fresh()
  const said = post(emulator, site, ORDER, options)
  expect(said).toMatchObject({ code, message: expect.stringMatching(/\S/), spreadsheetCalls: 0 })
  expect(said.text).not.toMatch(/Orme|Ponant/)
  expect(rows(emulator, 'orders')).toEqual([])
})

test.each<[string, object | string]>([
  ['no JSON', 'order=1042'],
  ['a line without quantity', { ...ORDER, lines: [{ label: 'Affiche', unitPriceCents: 1 }] }],
  ['a name with a line break', { ...ORDER, client: { ...ORDER.client, name: 'Zoé\nBcc: x@y.example' } }],
  ['51 lines', { ...ORDER, lines: Array.from({ length: 51 }, () => ORDER.lines[0]) }],
])('%s: refused, and says where', (_name, body) => {
  const { emulator, site } = fresh()
  expect(post(emulator, site, body)).toMatchObject({ code: 'wrong-order', message: expect.stringContaining('exemple') })
  expect(rows(emulator, 'orders')).toEqual([])
})

test('a key brings orders and nothing else; renewed or revoked, the one before is no good; it shows in no list', () => {
  const { emulator, site } = fresh()
  expect(done(emulator, 'paired-browsers').browsers).toEqual([])
  expect(JSON.stringify(done(emulator, 'orders-key', { do: 'show' }))).not.toContain(
    Buffer.from(site.secret).toString('hex'),
  )
  const next = siteOf(emulator)
  expect(post(emulator, site, ORDER).code).toBe('unknown-key')
  expect(post(emulator, next, ORDER).status).toBe('done')
  done(emulator, 'orders-key', { do: 'revoke' })
  expect(post(emulator, next, { ...ORDER, order: '1043' }).code).toBe('unknown-key')
  expect(done(emulator, 'orders-key', { do: 'show' }).message).toContain('Aucun site')
  expect(JSON.stringify(emulator.properties('user'))).not.toContain('"secret"')
  expect(refused(emulator, 'orders-key', { do: 'make', url: 'https://exemple.fr' }).code).toBe('other-address')
})

test('a file that cannot write says to come back, and nothing of what is wrong', () => {
  const { emulator, site } = fresh()
  emulator.book.type('Commandes', 3, 1, [['E-mail']])
  const said = post(emulator, site, ORDER)
  expect(said).toMatchObject({ code: 'workbook', message: expect.stringContaining('plus tard') })
  expect(said.text).not.toContain('Commandes')
})

test('two hundred in a day, and no more', () => {
  const { emulator, site } = fresh()
  const headings = emulator.book.values('Commandes')[2] ?? []
  const many = Array.from({ length: 200 }, (_, at) => [`A${at}`])
  emulator.book.type('Commandes', 4, headings.indexOf('Commande') + 1, many)
  emulator.book.type(
    'Commandes',
    4,
    headings.indexOf('Reçue le') + 1,
    many.map(() => ['25/11/2026']),
  )
  expect(post(emulator, site, ORDER)).toMatchObject({
    code: 'too-many-orders',
    message: expect.stringContaining('demain'),
  })
})

test('the JavaScript that we show signs what the sheet takes, accents included', async () => {
  const { emulator } = fresh()
  const { site } = done(emulator, 'orders-key', { do: 'make', url: URL_OF_TEST })
  if (site === undefined) throw new Error('no key')
  expect(curlExample(site)).toContain(site.secret)
  const wires: string[] = []
  const { sendOrder } = await import(`data:text/javascript,${encodeURIComponent(scriptExample(site))}`)
  const before = globalThis.fetch
  globalThis.fetch = async (_url, init) => {
    wires.push(String(init?.body))
    return new Response('{"v":1}')
  }
  await sendOrder(ORDER).finally(() => {
    globalThis.fetch = before
  })
  emulator.clock.set(JSON.parse(wires[0] ?? '{}').at)
  const { answer } = emulator.web({ method: 'POST', body: wires[0] ?? '' })
  expect(answer.kind === 'content' && JSON.parse(JSON.parse(answer.text).body)).toEqual({
    status: 'done',
    result: { order: '1042' },
  })
  expect(rows(emulator, 'orders')[0]).toMatchObject({ client: 'Zoé Martel' })
})

test('whatever orders come, in whatever order and how often: each is there once, under its first content', () => {
  const { emulator, site } = fresh()
  const line = fc.record({
    label: fc.constantFrom('Affiche A3', 'Carte de visite', '=1+1', '<b>Tirage</b>'),
    quantity: fc.integer({ min: 1, max: 9 }),
    unitPriceCents: fc.integer({ min: 1, max: 99_999 }),
  })
  const sent = fc.record({
    order: fc.constantFrom('a', 'b', 'c'),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(sent, { minLength: 2, maxLength: 6 }), (list) => {
      const here = workshop(emulator.save())
      const first = new Map<string, (typeof list)[number]>()
      for (const { lines, order } of list) {
        const { code } = post(here, site, { ...ORDER, order, lines })
        const known = first.get(order)
        expect(code).toBe(
          known === undefined || asciiJson(known.lines) === asciiJson(lines) ? undefined : 'order-reused',
        )
        if (known === undefined) first.set(order, { lines, order })
      }
      const wanted = [...first.values()].flatMap(({ lines, order }) => lines.map(({ label }) => [order, label]))
      expect(rows(here, 'orders').map((row) => [row['order'], row['label']])).toEqual(wanted)
    }),
    { numRuns: 4 },
  )
})

test('stopped before, between and after its rows are written: sent again, all is done once', () => {
  const { calls, kill } = killOrders('post', {})
  for (const call of [Math.round(calls / 4), Math.round(calls / 2), calls - 6]) {
    const { ending, expected, ok } = kill(call)
    expect([call, ending]).toEqual([call, expected])
    expect(ok).toBe(true)
  }
})

test('a quote that the day’s quota held back leaves the next morning, once', () => {
  const { emulator, site } = open(ALL_AUTOMATIC)
  const refusals = [1, 2].map(
    (nth) => ({ service: 'MailApp', method: 'sendEmail', nth, error: 'mail-day-limit' }) as const,
  )
  post(emulator, site, ORDER, { refusals })
  expect(ordered(emulator)[0]?.[1]).toBe('Devis créé')
  const tomorrow = workshop(emulator.save(), '2026-11-26T08:00:00Z')
  done(tomorrow, 'daily')
  done(tomorrow, 'daily')
  expect(ordered(tomorrow)[0]?.[1]).toBe('Devis envoyé')
  expect(tomorrow.mails()).toHaveLength(1)
})
