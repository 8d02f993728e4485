/** Reads this frame of a bank's page and follows it; what marks the rows is fetched when there are some. */
import { type PageReading, readPage } from '../reader/page.ts'
import { watchPage } from '../reader/watch.ts'
import { ask } from './ask.ts'
import { offFrom, type Room } from './room.ts'

// A second click on the toolbar button finds it here already.
globalThis.tabellion ??= begin()

function begin(): Room {
  const stop = new AbortController()
  const { signal } = stop
  let last: PageReading | undefined
  let isFollowed = false
  let listen: ((reading: PageReading, isNew: boolean) => void) | undefined
  const { onMessage } = chrome.runtime
  const onTold = (message: unknown): void => {
    if (message === offFrom(self.origin)) room.end()
  }
  onMessage.addListener(onTold)
  const begun = ask({ ask: 'page-open' }).then(
    (opened) =>
      opened &&
      new Promise<void>((resolve) => {
        const { today } = opened
        if (opened.guide) room.guide = opened.guide
        room.read = (guide) => readPage(document, today, guide)
        const read = (): PageReading => readPage(document, today, room.guide)
        const onRead = (reading: PageReading, isNew: boolean): void => {
          last = reading
          resolve()
          listen?.(reading, isNew)
          if (!isFollowed && reading.state !== 'none') void ask({ ask: 'page-follow' })
          isFollowed ||= reading.state !== 'none'
        }
        watchPage(document, { today, read, signal, onRead })
      }),
  )
  const room: Room = {
    signal,
    end() {
      stop.abort()
      globalThis.tabellion = undefined
      onMessage.removeListener(onTold)
    },
    read: () => undefined,
    told: () => begun.then(() => last),
    follow(next) {
      listen = next
      if (last) next(last, true)
    },
  }
  return room
}
