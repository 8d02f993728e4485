/** One open workbook: the emulator, what is shown of it, and every verb the page may use. */
import {
  type Bundle,
  createEmulator,
  type Emulator,
  type EmulatorState,
  type Run,
  type SentMail,
  type stored,
} from '../emulator/index.ts'
import { act } from './act.ts'
import { bookState, mailOf, papersOf } from './book-state.ts'
import type { Disk } from './disk.ts'
import type { Frames } from './frames.ts'
import { noticesOf } from './notices.ts'
import { boxName } from './places.ts'
import type { Answers, Outcome, Question, Requests, Seen, Sight, Verb } from './protocol.ts'
import { refusal } from './refusal.ts'
import { choicesOf, sumOf, textOf } from './selection-text.ts'
import { createEyes, sheetSeen } from './sight.ts'
import { words } from './words.ts'
import { instantOf } from './zoned-clock.ts'

export interface DeskOptions {
  readonly bundle: Bundle
  /** What a new workbook starts as, and what *Recommencer* goes back to. */
  readonly state?: EmulatorState | undefined
  readonly mails?: readonly SentMail[] | undefined
  readonly content?: ((fileId: string) => Uint8Array | undefined) | undefined
  readonly instant: string
  readonly disk: Disk | undefined
  readonly frames: Frames
}

export interface Desk {
  readonly emulator: Emulator
  readonly mails: readonly SentMail[]
  answer<V extends Verb>(verb: V, request: Requests[V]): Answers[V]
  /** True when something changed since the last time this was asked: the web app, a timer. */
  hasChanged(): boolean
  readonly revision: number
  /** Writes to disk what is not there yet. */
  save(): void
}

export function openDesk(options: DeskOptions): Desk {
  const { bundle, disk, frames } = options
  const eyes = createEyes()
  let earlierMails: readonly SentMail[] = []
  let emulator = start()
  let revision = 1
  let seenBook: stored.Book | undefined
  let savedBook: stored.Book | undefined
  let savedInstant = ''

  function start(): Emulator {
    const kept = disk?.load()
    earlierMails = kept ? (disk?.mails() ?? []) : (options.mails ?? [])
    const state = kept?.state ?? options.state
    const opened = createEmulator({
      bundle,
      seed: 1,
      // The clock never goes back by itself: a workbook left « in March » opens in March.
      instant: kept && kept.instant > options.instant ? kept.instant : options.instant,
      ...(state ? { state } : {}),
      content: (id) => disk?.file(id) ?? options.content?.(id),
      spreadsheet: { name: words.fileName, locale: 'fr_FR', timeZone: 'Europe/Paris' },
    })
    opened.user.open()
    return opened
  }

  const mails = (): readonly SentMail[] => [...earlierMails, ...emulator.mails()]
  /** Read again only when a script may have made some: 1 200 invoices are long to list. */
  let papers = papersOf(emulator, mails())
  let papersRead = 1
  function readPapers(): void {
    const next = papersOf(emulator, mails())
    if (JSON.stringify(next) === JSON.stringify(papers)) return
    papers = next
    papersRead++
  }

  function hasChanged(): boolean {
    const book = emulator.screen.book()
    if (book === seenBook) return false
    seenBook = book
    revision++
    return true
  }

  function sight(seen: Seen): Sight {
    hasChanged()
    const book = bookState(emulator, frames)
    return eyes.look(emulator, { revision, book, papers, papersDigest: String(papersRead) }, seen)
  }

  function outcome(seen: Seen, runs: readonly Run[], more: Omit<Outcome, 'sight' | 'notices'> = {}): Outcome {
    for (const { dialogs } of runs) {
      const page = dialogs.filter(({ kind }) => kind !== 'alert' && kind !== 'prompt').at(-1)
      const shown = emulator.shown()
      if (page && shown) frames.show(page, shown.html, shown.title)
    }
    if (runs.length > 0) readPapers()
    return { sight: sight(seen), notices: runs.flatMap(noticesOf), ...more }
  }

  function select({ sheet, selection }: Seen): void {
    emulator.user.select(sheetSeen(emulator, sheet).name, boxName(selection))
  }

  /** A question ends the run, which is taken back: it will come again with one answer more. */
  function execute(
    context: 'menu' | 'rpc',
    { seen, function: name, answers }: Requests['run'],
    args: readonly unknown[],
  ): { readonly run: Run; readonly outcome: Outcome } {
    select(seen)
    const before = emulator.screen.selection()
    const run = emulator.run(name, JSON.parse(JSON.stringify(args)), { context, answers, unanswered: 'taken-back' })
    if (run.question) return { run, outcome: outcome(seen, [], { question: asked(run.question) }) }
    const now = emulator.screen.selection()
    const isElsewhere = now !== undefined && now !== before
    return { run, outcome: outcome(seen, [run], isElsewhere ? { goTo: now } : {}) }
  }

  const verbs: { readonly [V in Verb]: (request: Requests[V]) => Answers[V] } = {
    look: ({ seen }) => sight(seen),
    act({ seen, gesture }) {
      const sheet = sheetSeen(emulator, seen.sheet)
      select(seen)
      try {
        return outcome(seen, act(emulator, sheet, gesture))
      } catch (error) {
        return outcome(seen, [], { refused: refusal(emulator.screen, sheet, gesture, error) })
      }
    },
    run: (request) => execute('menu', request, []).outcome,
    call(request) {
      const { run, outcome: told } = execute('rpc', request, request.args)
      if (run.error) return { ...told, notices: [], failure: run.error.message }
      return { ...told, ...(run.result === undefined ? {} : { result: JSON.stringify(run.result) }) }
    },
    text: ({ sheet, box }) => ({ text: textOf(emulator.screen, sheetSeen(emulator, sheet), box) }),
    sum: ({ sheet, box }) => ({ text: sumOf(emulator.screen, sheetSeen(emulator, sheet), box) }),
    choices: ({ sheet, column }) => choicesOf(emulator.screen, sheetSeen(emulator, sheet), column),
    mail: ({ number }) => mailOf(mails(), number),
    clock({ seen, today, time }) {
      const instant = instantOf(today, time, emulator.book.timeZone())
      if (instant === undefined) return outcome(seen, [])
      const ahead = Date.parse(instant) - Date.parse(emulator.clock.instant())
      if (ahead > 0) return outcome(seen, emulator.clock.advance(ahead))
      emulator.clock.set(instant)
      return outcome(seen, [])
    },
    close({ seen, frame }) {
      frames.close(frame)
      return outcome(seen, [])
    },
    restart({ seen }) {
      disk?.clear()
      frames.closeAll()
      emulator = start()
      readPapers()
      return outcome(seen, [])
    },
  }

  return {
    get emulator() {
      return emulator
    },
    get mails() {
      return mails()
    },
    get revision() {
      return revision
    },
    answer: (verb, request) => verbs[verb](request),
    hasChanged() {
      if (!hasChanged()) return false
      readPapers()
      return true
    },
    save() {
      const [book, instant] = [emulator.screen.book(), emulator.clock.instant()]
      if (!disk || (book === savedBook && instant === savedInstant)) return
      disk.saveFiles(
        emulator.drive
          .files()
          .filter(({ folder }) => !folder)
          .map(({ id }) => ({ id, content: () => emulator.drive.content(id) })),
      )
      disk.saveMails(mails())
      disk.save({ state: emulator.save(), instant })
      savedBook = book
      savedInstant = instant
    },
  }
}

const buttonSets: Readonly<Record<string, Question['buttons']>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
}

const asked = ({ kind, title, text, buttons = 'OK' }: NonNullable<Run['question']>): Question => ({
  kind: kind === 'prompt' ? 'prompt' : 'alert',
  title,
  text,
  buttons: buttonSets[buttons] ?? ['OK'],
})
