/** The page's own state: the workbook's mirror, the table, and what stands around the grid. */
import { boxNamed } from '../places.ts'
import type { Answer, Box, Notice, Outcome, Papers, Question, ToFrame } from '../protocol.ts'
import { at, overBox, type Selection } from './grid/selection.ts'
import { createTable, type Table } from './grid/table.ts'
import { createMirror, type Mirror } from './mirror.ts'
import { createStore, type Store } from './store.ts'
import { words } from './words.ts'

export type Panel = 'sidebar' | 'files' | 'mails'
export interface Preview {
  readonly title: string
  readonly src: string
}
export interface Asked {
  readonly question: Question
  readonly answer: (answer: Answer) => void
}
export interface Warned {
  readonly description: string
  readonly decide: (isGoing: boolean, isMuted: boolean) => void
}
/** What shows in the corner for a while. */
export interface Toast {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly isError: boolean
  readonly action?: { readonly label: string; readonly go: () => void }
}

export interface Bench {
  readonly mirror: Mirror
  readonly table: Table
  readonly panel: Store<Panel | undefined>
  readonly preview: Store<Preview | undefined>
  readonly asked: Store<Asked | undefined>
  readonly warned: Store<Warned | undefined>
  readonly toasts: Store<readonly Toast[]>
  readonly isRunning: Store<boolean>
  /** The mail open in the panel. */
  readonly mail: Store<number | undefined>
  /** The server is gone. */
  readonly isLost: Store<boolean>
  start(): Promise<void>
  turnTo(sheet: number, box?: Box): Promise<void>
  runMenu(name: string): Promise<void>
  callFromFrame(id: number, name: string, args: readonly unknown[]): Promise<ToFrame>
  closeFrame(frame: number): Promise<void>
  setClock(today: string, time: string): Promise<void>
  restart(): Promise<void>
  dismiss(toast: number): void
  follow(link: string): void
}

const MUTE_MS = 5 * 60_000
const SAID_AFTER_MS = 400

export function createBench(): Bench {
  const mirror = createMirror()
  const panel = createStore<Panel | undefined>(undefined)
  const preview = createStore<Preview | undefined>(undefined)
  const asked = createStore<Asked | undefined>(undefined)
  const warned = createStore<Warned | undefined>(undefined)
  const toasts = createStore<readonly Toast[]>([])
  const isRunning = createStore(false)
  const mail = createStore<number | undefined>(undefined)
  const isLost = createStore(false)
  /** Where each tab was left. */
  const places = new Map<number, Selection>()
  let toastCount = 0
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
    heard: (outcome) => void hear(outcome.notices),
    turnTab(by) {
      const tabs = mirror.book.get()?.tabs ?? []
      const here = tabs.findIndex(({ id }) => id === mirror.shape.get()?.id)
      const next = tabs[here + by]
      if (next) void turnTo(next.id)
    },
    today: () => (mirror.book.get()?.today ?? '').split('-').reverse().join('/'),
  })

  function tell(toast: Omit<Toast, 'number'>): void {
    toasts.set([...toasts.get(), { ...toast, number: ++toastCount }])
  }

  /** One after the other: what must be read waits for its turn. */
  async function hear(notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) {
      if (notice.kind === 'toast') tell({ title: notice.title, text: notice.text, isError: false })
      else if (notice.kind === 'error') tell({ title: notice.text, text: notice.detail, isError: true })
      else await ask({ kind: 'alert', title: notice.title, text: notice.text, buttons: ['OK'] })
    }
  }

  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve) =>
      asked.set({
        question,
        answer(answer) {
          asked.set(undefined)
          resolve(answer)
        },
      }),
    )

  /** A script's questions are asked one by one; each answer starts the run again, with all answers so far. */
  async function running<Result extends Outcome>(
    request: (answers: readonly Answer[]) => Promise<Result>,
  ): Promise<Result> {
    const before = mirror.papers.get()
    const answers: Answer[] = []
    const stop = sayRunning()
    try {
      for (;;) {
        const outcome = await request(answers)
        if (!outcome.question) {
          announce(before)
          return outcome
        }
        stop()
        answers.push(await ask(outcome.question))
      }
    } finally {
      stop()
    }
  }

  /** What takes no time is not worth a word. */
  function sayRunning(): () => void {
    const timer = setTimeout(() => isRunning.set(true), SAID_AFTER_MS)
    return () => {
      clearTimeout(timer)
      isRunning.set(false)
    }
  }

  /** New documents and messages are worth a word and a way to them. */
  function announce(before: Papers): void {
    const now = mirror.papers.get()
    const files = now.files.slice(0, Math.max(0, now.files.length - before.files.length))
    const mails = now.mails.slice(0, Math.max(0, now.mails.length - before.mails.length))
    const [file, letter] = [files[0], mails[0]]
    if (file) {
      const isOne = files.length === 1
      const go = (): void => {
        if (isOne) preview.set({ title: file.name, src: `file/${file.id}` })
        else panel.set('files')
      }
      const text = isOne ? words.fileMade(file.name) : words.filesMade(files.length)
      tell({ title: '', text, isError: false, action: { label: isOne ? words.openFile : words.show, go } })
    }
    if (letter) {
      const isOne = mails.length === 1
      const go = (): void => {
        mail.set(isOne ? letter.number : undefined)
        panel.set('mails')
      }
      const text = isOne ? words.mailSent(letter.to) : words.mailsSent(mails.length)
      tell({ title: '', text, isError: false, action: { label: isOne ? words.read : words.show, go } })
    }
  }

  async function turnTo(sheet: number, box?: Box): Promise<void> {
    const from = mirror.shape.get()
    if (from) places.set(from.id, table.selection.get())
    if (from?.id !== sheet) await mirror.turnTo(sheet)
    table.select(box ? overBox(box) : (places.get(sheet) ?? at(1, 1)))
  }

  function showSidebar(): void {
    if (mirror.book.get()?.sidebar) panel.set('sidebar')
  }

  return {
    mirror,
    table,
    panel,
    preview,
    asked,
    warned,
    toasts,
    isRunning,
    mail,
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
      await hear(outcome.notices)
    },
    async callFromFrame(id, name, args) {
      const { notices, result, failure } = await running((answers) => mirror.call(name, args, answers))
      void hear(notices)
      if (failure !== undefined) return { id, failure }
      return { id, ...(result === undefined ? {} : { result }) }
    },
    async closeFrame(frame) {
      const isSidebar = mirror.book.get()?.sidebar?.number === frame
      await mirror.closeFrame(frame)
      if (isSidebar && panel.get() === 'sidebar') panel.set(undefined)
    },
    async setClock(today, time) {
      const outcome = await running(() => mirror.setClock(today, time))
      await hear(outcome.notices)
    },
    async restart() {
      preview.set(undefined)
      panel.set(undefined)
      places.clear()
      await mirror.restart()
      table.select(at(1, 1))
    },
    dismiss: (number) => toasts.set(toasts.get().filter((toast) => toast.number !== number)),
    /** A file of « Drive » opens beside the grid, `#gid=12&range=A4` leads to a cell; anything else opens elsewhere. */
    follow(link) {
      const fileId = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)/.exec(link)?.[1]
      const file = mirror.papers.get().files.find(({ id }) => id === fileId)
      if (file) preview.set({ title: file.name, src: `file/${file.id}` })
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
