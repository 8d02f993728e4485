/** Where a page has a list: gathers its rows, tells the worker, and marks them. */
import type { Mark, PageAnswer } from '../answers.ts'
import { isChanged } from '../changed.ts'
import { type Opened, openFrame } from '../marks/frame.ts'
import { type MarkedRow, Marks } from '../marks/marks.ts'
import { Standing } from '../marks/standing.ts'
import { accumulate, nothingSeen, type Seen } from '../reader/accumulate.ts'
import { boundedFacts, type PageFacts } from '../reader/facts.ts'
import type { PageReading } from '../reader/page.ts'
import { frameWords } from '../words/page.ts'
import { ask } from './ask.ts'
import { isFrameTold, type Room } from './room.ts'

/** The extension was updated or taken away under the open page: what this script shows leads nowhere any more. */
const isOrphan = (): boolean => chrome.runtime?.id === undefined

/** As many rows as a message may hold; the youngest are at the end of a list that was scrolled, the oldest known already. */
const MOST_ROWS = 5_000

const { tabellion: room } = globalThis
if (room && !room.isFollowed) follow(room)

function follow(room: Room): void {
  room.isFollowed = true
  const { signal } = room
  const standing = new Standing(signal)
  const marks = new Marks(standing, (row, button) => void open(row, button), signal)
  let seen: Seen = nothingSeen(location.href)
  let reading: PageReading | undefined
  /** The name in `seen` of each row shown, in the order of the reading. */
  let names: readonly (string | undefined)[] = []
  let known: ReadonlyMap<string, Mark> = new Map()
  let opened: Opened | undefined
  let turn = 0

  room.follow((next, isNew) => {
    reading = next
    if (!isNew) return paint()
    seen = accumulate(seen, { ...next, place: location.href })
    const nameOf = new Map<PageFacts, string>([...seen.shown].map(([name, row]) => [row, name]))
    names = next.rows.map((row) => nameOf.get(row))
    paint()
    void tell()
  })

  /** All rows known so far; their marks come back in their order. */
  function tell(): Promise<void> {
    const { assumedDebitLeft, state } = seen
    const some = [...seen.rows].slice(-MOST_ROWS)
    const rows = some.map(([, row]) => boundedFacts(row))
    return learn(
      some.map(([name]) => name),
      ask({ ask: 'page-read', state, rows, assumedDebitLeft }),
    )
  }

  /** What has become of them since. */
  function look(): Promise<void> {
    const some = [...known]
      .flatMap(([name, { line }]) => (line === undefined ? [] : [{ name, line }]))
      .slice(-MOST_ROWS)
    if (some.length === 0) return tell()
    return learn(
      some.map(({ name }) => name),
      ask({ ask: 'page-marks', lines: some.map(({ line }) => line) }),
    )
  }

  /** An answer that was overtaken by another question is let go. */
  async function learn(asked: readonly string[], answering: Promise<PageAnswer | undefined>): Promise<void> {
    turn += 1
    const own = turn
    const answer = await answering
    if (own !== turn || signal.aborted || !answer) return
    const next = new Map(known)
    answer.marks.forEach((mark, at) => next.set(asked[at] ?? '', mark))
    known = next
    paint()
  }

  function paint(): void {
    if (isOrphan()) room.end()
    if (signal.aborted) return
    const rows = (reading?.rows ?? []).map((row, at): MarkedRow => {
      const mark = known.get(names[at] ?? '')
      return { element: row.element, state: mark?.state ?? 'noise', line: mark?.line }
    })
    marks.show(rows)
  }

  async function open({ line }: MarkedRow, button: HTMLElement): Promise<void> {
    opened?.close()
    if (line === undefined) return
    const answer = await ask({ ask: 'mark-clicked', line })
    if (isOrphan()) room.end()
    if (signal.aborted || !answer || !('token' in answer)) return
    opened = openFrame(standing, `${chrome.runtime.getURL('tabs/frame.html')}#${answer.token}`, button, frameWords)
  }

  const onMessage = (message: unknown): void => {
    if (isChanged(message)) void look()
    if (!isFrameTold(message)) return
    if (message.frame === 'here') opened?.arrived()
    else opened?.close()
  }
  chrome.runtime.onMessage.addListener(onMessage)
  signal.addEventListener('abort', () => {
    opened?.close()
    chrome.runtime.onMessage.removeListener(onMessage)
  })
}
