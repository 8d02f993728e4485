import { describe, expect, test } from 'vitest'
import { choosing } from './gestures/choosing.ts'
import { copying } from './gestures/copying.ts'
import { lanes } from './gestures/lanes.ts'
import { moving } from './gestures/moving.ts'
import { typing } from './gestures/typing.ts'
import { ledgerInChromium } from './ledger-in-chromium.ts'

const ledger = ledgerInChromium(20)

describe('each gesture does what it does in Google Sheets', () => {
  test.each([...moving, ...typing, ...choosing, ...copying, ...lanes])(
    '$name',
    async ({ from, hand, leads, cells = {}, event }) => {
      const tried = ledger()
      await tried.begin(from)
      tried.forgetEvent()
      await hand(tried)
      await tried.settled()
      expect(await tried.selected()).toBe(leads)
      expect(await tried.active()).toBe(leads.split(':')[0])
      expect(Object.fromEntries(Object.keys(cells).map((name) => [name, tried.input(name)]))).toEqual(cells)
      expect(tried.event()).toEqual(event)
    },
  )
})
