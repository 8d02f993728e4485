import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { allKeys, keyNamed, newKey, revoked, stateOf, storedKey } from './keys.ts'

const secret = new Uint8Array(32).map((_, at) => at)
const key = newKey(secret, '2026-11-25T08:00:00.000Z', 'http://127.0.0.1:1/macros/s/x/exec')

test('a key is stored as it is and read back', () => {
  const seen = { ...key, browser: 'Firefox', seenOn: day('2026-11-25') }
  expect(keyNamed(storedKey(seen), key.kid)).toEqual(seen)
  expect(keyNamed({}, key.kid)).toBeUndefined()
})
test('revoked, nothing of its secret is left', () => {
  const stored = storedKey(revoked(key, day('2026-11-26')))
  expect(JSON.stringify(stored)).not.toContain('secret')
  expect(keyNamed(stored, key.kid)).toMatchObject({ revokedOn: '2026-11-26' })
})
test('what is not ours is left alone; a damaged one gives no right', () => {
  expect(allKeys({ 'other.key': '{}', 'bridge.key.zz': 'no json', ...storedKey(key) })).toEqual([key])
  expect(keyNamed({ 'bridge.key.zz': '{"ops":["erase","pull"],"secret":"AAAA"}' }, 'zz')).toEqual({
    kid: 'zz',
    ops: ['pull'],
    madeAt: '',
    browser: '',
  })
})
test.each([
  ['2026-11-25T08:59:00.000Z', {}, 'waiting'],
  ['2026-11-25T09:01:00.000Z', {}, 'expired'],
  ['2026-11-30T09:01:00.000Z', { seenOn: day('2026-11-25') }, 'connected'],
  ['2026-11-30T09:01:00.000Z', { seenOn: day('2026-11-25'), revokedOn: day('2026-11-26') }, 'revoked'],
])('at %s %o is %s', (instant, more, state) => {
  expect(stateOf({ ...key, ...more }, instant)).toBe(state)
})
