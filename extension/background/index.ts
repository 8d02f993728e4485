/** The service worker: listeners are registered at the top level and no state is kept in memory, since it may be stopped at any time. */
import { day } from '@tabellion/shared/calendar'
import { readAsk } from '../messages.ts'
import { askerOf } from './asker.ts'
import type { Handlers } from './handlers.ts'

const handlers: Pick<Handlers, 'overview'> = {
  overview: async () => ({
    connection: { state: 'not-connected' },
    offline: false,
    waiting: 0,
    counts: { toMatch: 0, certain: 0, asked: 0, late: 0 },
    ibans: [],
    deadlines: [],
    today: day('2026-01-01'),
  }),
}

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  const asker = askerOf(sender)
  const asked = asker && readAsk(asker, message)
  if (asked?.ask !== 'overview') return
  void handlers.overview(asked, sender).then(answer)
  return true
})
