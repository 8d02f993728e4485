import 'fake-indexeddb/auto'
import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { importKey } from '../ledger/client.ts'
import { isQuota, Store } from './store.ts'
import { versions } from './versions.ts'
import { eraseAll, exportAll } from './whole.ts'

/** What a browser of each earlier version may hold. */
const earlier: Readonly<Record<number, Readonly<Record<string, readonly object[]>>>> = {
  1: {
    transactions: [
      { id: 'booked', account: 'https://banque.example', date: '2026-11-20', amountCents: 45_000, pending: false },
      { id: 'pending', account: 'https://banque.example', date: '2026-11-21', amountCents: 9_900, pending: true },
    ],
    decisions: [{ id: '01JDGX5M2Q0000000000000001', line: 'booked', what: 'confirm', state: 'waiting' }],
    outbox: [
      { id: '01JDGX5M2Q0000000000000001', op: 'record', body: '{}', tries: 2, nextAt: '2026-11-25T08:00:00.000Z' },
    ],
    log: [{ at: '2026-11-25T08:00:00.000Z', event: { kind: 'exported' } }],
  },
}

test.each(versions.slice(0, -1).map(({ number }) => number))(
  'a browser that comes from version %i keeps its lines, its decisions and what waits',
  async (number) => {
    const name = `from-${number}`
    const before = new Dexie(name)
    for (const version of versions.filter((one) => one.number <= number))
      before.version(version.number).stores(version.tables)
    await before.open()
    for (const [table, contents] of Object.entries(earlier[number] ?? {})) await before.table(table).bulkAdd(contents)
    before.close()

    const store = new Store(name)
    await store.open()
    expect(store.verno).toBe(versions.at(-1)?.number)
    expect((await store.transactions.toArray()).map(({ id }) => id)).toEqual(['booked'])
    expect(await store.decisions.count()).toBe(1)
    expect(await store.outbox.toArray()).toMatchObject([{ tries: 2, op: 'record' }])
    expect(await store.log.count()).toBe(1)
    await store.delete()
  },
)

test('each earlier version has its example', () => {
  expect(Object.keys(earlier).map(Number)).toEqual(versions.slice(0, -1).map(({ number }) => number))
})

test('all is exported, the key apart; all is erased', async () => {
  const store = new Store('whole')
  const secret = await importKey(new Uint8Array(32).fill(7))
  await store.sheet.put({
    key: 'sheet',
    url: 'http://127.0.0.1:1/macros/s/x/exec',
    kid: '0123456789abcdef',
    secret,
    file: 'Facturation',
    pairedAt: '2026-11-25T08:00:00.000Z',
  })
  await store.transactions.put({
    id: 'a',
    account: 'https://banque.example',
    date: day('2026-11-20'),
    amountCents: cents(45_000),
    label: 'VIR PONANT',
    source: 'page:https://banque.example',
    firstSeen: '2026-11-25T08:00:00.000Z',
  })
  const kept: Record<string, unknown> = JSON.parse(await exportAll(store, '2026-11-25T09:00:00.000Z'))
  expect(kept).toMatchObject({
    tabellion: 1,
    sheet: [{ file: 'Facturation', secret: 'gardé par le navigateur' }],
    transactions: [{ id: 'a', amountCents: 45_000 }],
  })
  for (const { name } of store.tables) expect(kept).toHaveProperty(name)
  await eraseAll(store)
  for (const table of store.tables) expect(await table.count()).toBe(0)
  await store.delete()
})

test('a stroke that fails leaves nothing of itself, and what was worked out before is looked at again', async () => {
  const store = new Store('stroke')
  const before = store.generation
  await expect(
    store.write(async () => {
      await store.aliases.put({ id: 'name:X', verdict: 'forgotten', at: '' })
      throw new Error('stopped')
    }),
  ).rejects.toThrow('stopped')
  expect(await store.aliases.count()).toBe(0)
  expect(store.generation).toBe(before + 1)
  await store.delete()
})

test('no room left is told from any other failure', () => {
  expect(isQuota(new DOMException('full', 'QuotaExceededError'))).toBe(true)
  expect(isQuota(Object.assign(new Error('aborted'), { inner: new DOMException('full', 'QuotaExceededError') }))).toBe(
    true,
  )
  expect(isQuota(new Error('else'))).toBe(false)
})
