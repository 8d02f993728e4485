import { expect, test } from 'vitest'
import { addressOf } from './where.ts'

test('a frame that the page wrote itself is of the bank, wherever its address says nothing', () => {
  const bank = 'https://banque.example'
  expect(addressOf({ url: `${bank}/comptes?x=1`, origin: bank })).toBe(`${bank}/comptes?x=1`)
  expect(addressOf({ url: 'about:srcdoc', origin: bank })).toBe(`${bank}/`)
  expect(addressOf({ url: 'about:blank', origin: 'null' })).toBeUndefined()
  expect(addressOf({ url: 'about:srcdoc' })).toBeUndefined()
})
