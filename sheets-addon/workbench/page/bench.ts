/** The page's own state: the workbook's mirror, the table, and what stands around the grid. */
import { boxNamed } from '../places.ts'
import type { Answer, Box, Outcome, ToFrame } from '../protocol.ts'
import { at, overBox, type Selection } from './grid/selection.ts'
import { createTable, type Table } from './grid/table.ts'
import { createMirror, type Mirror } from './mirror.ts'
import { createSide, type Side } from './side.ts'
import { createStore, type Store } from './store.ts'
import { createTelling, type Telling } from './telling.ts'

export interface Warned {
  readonly description: string
  readonly decide: (isGoing: boolean, isMuted: boolean) => void
}
export interface Bench {
  readonly mirror: Mirror
  readonly table: Table
  readonly telling: Telling
  readonly side: Side
  readonly warned: Store<Warned | undefined>
  readonly isRunning: Store<boolean>
  /** The server is gone. */
  readonly isLost: Store<boolean>
  start(): Promise<void>
  turnTo(sheet: number, box?: Box): Promise<void>
  runMenu(name: string): Promise<void>
  callFromFrame(id: number, name: string, args: readonly unknown[]): Promise<ToFrame>
  closeFrame(frame: number): Promise<void>
  setClock(today: string, time: string): Promise<void>
  restart(): Promise<void>
  follow(link: string): void
}

const MUTE_MS = 5 * 60_000
const SAID_AFTER_MS = 400

export function createBench(): Bench {
  const mirror = createMirror()
  const telling = createTelling()
  const side = createSide(telling)
  const warned = createStore<Warned | undefined>(undefined)
  const isRunning = createStore(false)
  const isLost = createStore(false)
  /** Where each tab was left. */
  const places = new Map<number, Selection>()
  let mutedUntil = 0

  const table = createTable(mirror, {
    confirm(description) {
      if (Date.now() < mutedUntil) return Promise.resolve(true)
      return new Promise((resolve) =>
        warned.set({
          description,
          decide(isGoing, isMuted) {
            warned.set(undefined)
            if (isGoing && isMuted) mutedUntil = Date.now() + MUTE_MS
            resolve(isGoing)
          },
        }),
      )
    },
    heard: (outcome) => void telling.hear(outcome.notices),
    turnTab(by) {
      const tabs = mirror.book.get()?.tabs ?? []
      const here = tabs.findIndex(({ id }) => id === mirror.shape.get()?.id)
      const next = tabs[here + by]
      if (next) void turnTo(next.id)
    },
    today: () => (mirror.book.get()?.today ?? '').split('-').reverse().join('/'),
  })

  /** A script's questions are asked one by one; each answer starts the run again, with all answers so far. */
  async function running<Result extends Outcome>(
    request: (answers: readonly Answer[]) => Promise<Result>,
  ): Promise<Result> {
    const before = mirror.papers.get()
    const answers: Answer[] = []
    for (;;) {
      const outcome = await saidToRun(request(answers))
      if (!outcome.question) {
        side.announce(before, mirror.papers.get())
        return outcome
      }
      answers.push(await telling.ask(outcome.question))
    }
  }

  /** What takes no time is not worth a word. */
  async function saidToRun<Result>(run: Promise<Result>): Promise<Result> {
    const timer = setTimeout(() => isRunning.set(true), SAID_AFTER_MS)
    try {
      return await run
    } finally {
      clearTimeout(timer)
      isRunning.set(false)
    }
  }

  async function turnTo(sheet: number, box?: Box): Promise<void> {
    const from = mirror.shape.get()
    if (from) places.set(from.id, table.selection.get())
    if (from?.id !== sheet) await mirror.turnTo(sheet)
    table.select(box ? overBox(box) : (places.get(sheet) ?? at(1, 1)))
  }

  function showSidebar(): void {
    if (mirror.book.get()?.sidebar) side.panel.set('sidebar')
  }

  return {
    mirror,
    table,
    telling,
    side,
    warned,
    isRunning,
    isLost,
    async start() {
      await mirror.turnTo(-1)
      table.select(at(1, 1))
      showSidebar()
      const changes = new EventSource('changes')
      changes.onmessage = () => void mirror.refresh()
      changes.onopen = () => isLost.set(false)
      changes.onerror = () => isLost.set(true)
    },
    turnTo,
    async runMenu(name) {
      const before = mirror.book.get()?.sidebar?.number
      const outcome = await running((answers) => mirror.run(name, answers))
      if (mirror.book.get()?.sidebar?.number !== before) showSidebar()
      if (outcome.goTo) await turnTo(outcome.goTo.sheet, outcome.goTo.box)
      await telling.hear(outcome.notices)
    },
    async callFromFrame(id, name, args) {
      const before = mirror.book.get()?.sidebar?.number
      const { goTo, notices, result, failure } = await running((answers) => mirror.call(name, args, answers))
      if (mirror.book.get()?.sidebar?.number !== before) showSidebar()
      if (goTo) await turnTo(goTo.sheet, goTo.box)
      void telling.hear(notices)
      if (failure !== undefined) return { id, failure }
      return { id, ...(result === undefined ? {} : { result }) }
    },
    async closeFrame(frame) {
      const isSidebar = mirror.book.get()?.sidebar?.number === frame
      await mirror.closeFrame(frame)
      if (isSidebar && side.panel.get() === 'sidebar') side.panel.set(undefined)
    },
    async setClock(today, time) {
      const outcome = await running(() => mirror.setClock(today, time))
      await telling.hear(outcome.notices)
    },
    async restart() {
      side.preview.set(undefined)
      side.panel.set(undefined)
      places.clear()
      await mirror.restart()
      table.select(at(1, 1))
    },
    /** A file of « Drive » opens beside the grid, `#gid=12&range=A4` leads to a cell; anything else opens elsewhere. */
    follow(link) {
      const fileId = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)/.exec(link)?.[1]
      const file = mirror.papers.get().files.find(({ id }) => id === fileId)
      if (file) side.open(file)
      if (fileId !== undefined) return
      const place = new URLSearchParams(link.replace(/^.*#/, ''))
      const gid = place.get('gid')
      if (gid === null) {
        if (/^(https?|mailto):/i.test(link)) window.open(link, '_blank', 'noopener,noreferrer')
        return
      }
      void turnTo(Number(gid), boxNamed(place.get('range') ?? ''))
    },
  }
}
