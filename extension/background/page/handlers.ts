import type { Desk } from '../desk.ts'
import type { Handlers } from '../handlers.ts'
import { guideOf, keepGuide, learntPages, placeOf, takePage } from './guides.ts'
import { keepReading, stopReading } from './registered.ts'
import { copyOf, followFrame, readTab, selectionIn, teach } from './tab.ts'
import { addressOf } from './where.ts'

type PageAsks =
  | 'page-open'
  | 'page-follow'
  | 'page-learnt'
  | 'read-tab'
  | 'learn-tab'
  | 'copy-tab'
  | 'selection'
  | 'banks'
  | 'always-on'
  | 'always-off'
  | 'learnt-pages'
  | 'take-page'
  | 'forget-page'

/** What concerns the pages of banks, not what is read in them. */
export function pageHandlers(desk: Desk): Pick<Handlers, PageAsks> {
  const { store } = desk
  return {
    async 'page-open'(_, sender) {
      const url = addressOf(sender)
      const guide = url === undefined ? undefined : await guideOf(store, url)
      return { today: desk.today(), ...(guide && { guide }) }
    },
    async 'page-follow'(_, sender) {
      return { followed: await followFrame(sender) }
    },
    async 'page-learnt'({ guide }, sender) {
      const url = addressOf(sender)
      if (url === undefined) return { kept: false }
      await keepGuide(store, url, guide, desk.now())
      return { kept: true }
    },
    async 'read-tab'({ tab }) {
      const reading = await readTab(tab)
      if (!reading) return { state: 'closed' }
      return { ...reading, always: (await store.banks.get(reading.origin)) !== undefined }
    },
    async 'learn-tab'({ tab }) {
      return { started: await teach(tab) }
    },
    async 'copy-tab'({ tab }) {
      const html = await copyOf(tab)
      return { ...(html !== undefined && { html }) }
    },
    async selection({ tab }) {
      return { text: await selectionIn(tab) }
    },
    banks: () => store.banks.toArray(),
    async 'always-on'({ origin, frames }) {
      const registered = await keepReading(desk, { origin, frames, since: desk.now() })
      return { registered }
    },
    async 'always-off'({ origin }) {
      await stopReading(desk, origin)
      return { registered: false }
    },
    'learnt-pages': () => learntPages(store),
    async 'take-page'({ file }) {
      const place = await takePage(store, file, desk.now())
      return { ...(place !== undefined && { place }) }
    },
    async 'forget-page'({ place }) {
      await store.profiles.delete(placeOf(place))
      return { kept: false }
    },
  }
}
