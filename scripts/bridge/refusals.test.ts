import { asciiJson, sealRequest } from '@tabellion/shared/exchange'
import { appendRows, EMPTY_JOURNAL } from '@tabellion/shared/journal'
import { tabs } from '@tabellion/shared/ledger'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Message, messageOf, sealed, send } from '../../extension/ledger/client.ts'
import { done, rows } from '../../sheets-addon/test/workshop.ts'
import { type Browser, browserFetch, type Lane, newId, openLane, pair, transfer, unproved } from './lane.ts'

let lane: Lane
let browser: Browser
beforeEach(async () => {
  lane = await openLane()
  browser = lane.browser
})
afterEach(() => lane.close())

const record = (): Message<'record'> => messageOf(newId(), 'record', transfer('F2026-0001', 45_000))
const payments = () => rows(lane.emulator, 'payments').map((row) => [row['invoice'], row['amount']])
/** The text that goes over the wire, through the web app as it runs, with what the run touched. */
const post = (wire: string) => {
  const { answer, run } = lane.emulator.web({ method: 'POST', body: wire })
  return { said: JSON.parse(answer.kind === 'content' ? answer.text : '{}'), run }
}

test('the same message twice is recorded once, and gets the same answer', async () => {
  const message = record()
  const first = await browser.tell(message)
  expect(first).toMatchObject({ status: 'done', result: { again: false, receipts: [1] } })
  expect(await browser.tell(message)).toEqual(first)
  expect(payments()).toEqual([['F2026-0001', 450]])
})

test('an answer lost after the sheet had written: asked again, the first answer comes, nothing twice', async () => {
  const message = record()
  lane.server.mode = 'lost-answer'
  expect(await send(browser.link, message, browserFetch)).toEqual({ kind: 'unreachable' })
  expect(payments()).toEqual([['F2026-0001', 450]])
  lane.server.mode = 'normal'
  expect(await browser.tell(message)).toMatchObject({ status: 'done', result: { again: false, receipts: [1] } })
  expect(payments()).toEqual([['F2026-0001', 450]])
})

test('another message under the same id is refused, for good', async () => {
  const message = record()
  await browser.tell(message)
  const other = { ...messageOf(message.id, 'record', transfer('F2026-0003', 18_000)) }
  expect(await browser.tell(other)).toMatchObject({ status: 'refused', refusal: { code: 'id-reused', again: false } })
  const learn = messageOf(message.id, 'learn', { client: 'Brasserie du Ponant', name: 'X', verdict: 'is' })
  expect(await browser.tell(learn)).toMatchObject({ refusal: { code: 'id-reused' } })
  expect(payments()).toEqual([['F2026-0001', 450]])
})

test('a message overheard and sent again changes nothing; after five minutes it is refused', async () => {
  const wire = await sealed(browser.link, record())
  post(wire)
  expect(post(wire).said).toHaveProperty('mac')
  expect(payments()).toHaveLength(1)
  lane.emulator.clock.advance(5 * 60_000 + 1)
  const { said, run } = post(wire)
  expect(JSON.parse(said.body)).toMatchObject({ status: 'refused', refusal: { code: 'clock-differs', again: true } })
  expect(run.calls.spreadsheet).toBe(0)
})

test.each([
  ['late', -6, 'retarde de 6 min'],
  ['ahead', 6, 'avance de 6 min'],
  ['very late', -60 * 30, 'retarde de 30 h'],
])('a clock that is %s by %i minutes is told which way; the message stays good', async (_name, minutes, words) => {
  const message = record()
  const now = () => new Date(Date.parse(lane.emulator.clock.instant()) + minutes * 60_000).toISOString()
  const delivery = await send({ ...browser.link, now }, message, browserFetch)
  expect(delivery).toMatchObject({
    kind: 'answered',
    answer: { status: 'refused', refusal: { code: 'clock-differs', again: true } },
  })
  expect(JSON.stringify(delivery)).toContain(words)
  expect(await browser.tell(message)).toMatchObject({ status: 'done' })
})

describe('refused before the sheet is touched, without a signature', () => {
  const refusal = (wire: string) => {
    const { said, run } = post(wire)
    expect([run.calls.spreadsheet, run.calls.lock, run.error]).toEqual([0, 0, undefined])
    return said
  }
  test('forged: one letter of the body, the op, the instant or the signature is another', async () => {
    const wire = JSON.parse(await sealed(browser.link, record()))
    for (const change of [
      { body: wire.body.replace('45000', '45001') },
      { op: 'undo' },
      { at: wire.at.replace('.000Z', '.001Z') },
      { mac: wire.mac.replace(/^./, (digit: string) => (digit === '0' ? '1' : '0')) },
    ])
      expect(refusal(asciiJson({ ...wire, ...change }))).toEqual({
        v: 1,
        refused: 'wrong-mac',
        message: expect.stringMatching(/\S/),
      })
  })
  test('signed with another browser’s key, or with no key of ours', async () => {
    const other = await pair(lane.emulator, lane.server.url, 'Un autre')
    const wire = JSON.parse(await sealed({ ...other.link, kid: browser.link.kid }, record()))
    expect(refusal(asciiJson(wire))).toEqual({ v: 1, refused: 'wrong-mac', message: expect.stringMatching(/\S/) })
    const stranger = sealRequest(
      { v: 1, kid: 'ffffffffffffffff', id: newId(), at: lane.emulator.clock.instant(), op: 'pull', body: '{}' },
      new Uint8Array(32),
    )
    expect(refusal(asciiJson(stranger))).toEqual({ v: 1, refused: 'unknown-key', message: expect.stringMatching(/\S/) })
  })
  test('oversized', () => {
    expect(refusal('x'.repeat(100_001))).toEqual({ v: 1, refused: 'too-large', message: expect.stringMatching(/\S/) })
  })
  test('of another version', async () => {
    const wire = JSON.parse(await sealed(browser.link, record()))
    expect(refusal(asciiJson({ ...wire, v: 2 }))).toEqual({
      v: 1,
      refused: 'wrong-version',
      message: expect.stringMatching(/\S/),
    })
  })
  test.each(['', 'hello', '{}', '[]', '{"v":1}', '<html>'])('no message at all: « %s »', (wire) => {
    expect(refusal(wire)).toEqual({ v: 1, refused: 'unreadable', message: expect.stringMatching(/\S/) })
  })
  test('after its key was revoked', async () => {
    done(lane.emulator, 'revoke-browser', { key: browser.link.kid })
    expect(await send(browser.link, record(), browserFetch)).toEqual({ kind: 'refused', code: 'unknown-key' })
    expect(done(lane.emulator, 'paired-browsers').browsers).toMatchObject([
      { state: 'revoked', since: 'Révoqué le 25/11/2026' },
    ])
    expect(JSON.stringify(lane.emulator.properties('user'))).not.toContain('"secret"')
  })
})

test('an op that nobody knows, a body that says something else, and a key that may not', async () => {
  const unknown = { ...messageOf(newId(), 'pull', {}), op: 'erase' } as unknown as Message<'pull'>
  expect(await browser.tell(unknown)).toMatchObject({ refusal: { code: 'unknown-op', again: false } })
  const wrong = { ...record(), body: '{"line":{}}' }
  expect(await browser.tell(wrong)).toMatchObject({ refusal: { code: 'wrong-body', again: false } })
  const [name, stored] = Object.entries(lane.emulator.properties('user')).find(([key]) =>
    key.includes(browser.link.kid),
  ) ?? ['', '']
  lane.emulator.setProperties('user', { [name]: JSON.stringify({ ...JSON.parse(stored), ops: ['hello', 'pull'] }) })
  expect(await browser.tell(record())).toMatchObject({ refusal: { code: 'op-not-allowed', again: false } })
  expect(await browser.ask('pull', {})).toMatchObject({ status: 'done' })
  expect(payments()).toEqual([])
})

test('a code serves for an hour, and says hello first', async () => {
  const fresh = await unproved(lane.emulator, lane.server.url)
  expect(await fresh.ask('pull', {})).toMatchObject({ refusal: { code: 'pairing-expired', again: false } })
  lane.emulator.clock.advance(61 * 60_000)
  expect(await fresh.ask('hello', { browser: 'Trop tard', version: '0.1.0' })).toMatchObject({
    refusal: { code: 'pairing-expired' },
  })
  expect(done(lane.emulator, 'paired-browsers').browsers?.[0]).toMatchObject({ state: 'expired' })
})

test.each(['sign-in', 'quota', 'unauthorized', 'denied', 'not-found'] as const)(
  'Google’s own page (%s) is unreachable; the message is sent again and recorded once',
  async (mode) => {
    const message = record()
    lane.server.mode = mode
    expect(await send(browser.link, message, browserFetch)).toEqual({ kind: 'unreachable' })
    lane.server.mode = 'normal'
    expect(await browser.tell(message)).toMatchObject({ status: 'done' })
    expect(payments()).toHaveLength(1)
  },
)

test('the sheet busy with another action: come again', async () => {
  const wire = await sealed(browser.link, record())
  const { answer } = lane.emulator.web({ method: 'POST', body: wire }, { locksHeld: ['script'] })
  expect(JSON.parse(JSON.parse(answer.kind === 'content' ? answer.text : '').body)).toMatchObject({
    refusal: { code: 'busy', again: true },
  })
  expect(payments()).toEqual([])
})

describe('a deployed script older than the sheet', () => {
  test('of the same schema works, and says « redéployez »', async () => {
    lane.emulator.setProperties('script', { ...lane.emulator.properties('script'), 'code.version': '0.2.0' })
    expect(await browser.tell(record())).toMatchObject({ status: 'done', redeploy: true })
  })
  test('of an older schema writes nothing, and says how to redeploy', async () => {
    const journal = rows(lane.emulator, 'journal')
    const last = journal.at(-1)
    const head = { sequence: Number(last?.['sequence']), hash: String(last?.['hash']) }
    const added = appendRows(
      [{ type: 'schema', v: 1, schema: 2 }],
      last ? head : EMPTY_JOURNAL,
      '2026-11-25T08:00:00.000Z',
    )
    const [row] = added.rows
    if (!row) throw new Error('no row')
    lane.emulator.book.put(tabs.journal.title, 3 + row.sequence, 1, [
      [row.sequence, row.instant, row.type, row.key, row.data, row.previousHash, row.hash],
    ])
    const message = record()
    const answer = await browser.tell(message)
    expect(answer).toMatchObject({ status: 'refused', refusal: { code: 'redeploy', again: true } })
    expect(JSON.stringify(answer)).toContain('Nouvelle version')
    expect(await browser.ask('pull', {})).toMatchObject({ refusal: { code: 'redeploy' } })
    expect(payments()).toEqual([])
  })
})

test('a file that someone brought back in time refuses in words, and keeps nothing', async () => {
  const before = lane.emulator.book.values(tabs.journal.title)
  lane.emulator.user.deleteRows(tabs.journal.title, before.length)
  const answer = await browser.tell(record())
  expect(answer).toMatchObject({ status: 'refused', refusal: { code: 'workbook', again: true } })
  expect(JSON.stringify(answer)).toContain('Historique des versions')
})
