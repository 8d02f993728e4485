/** The one way to the script. JSON text both ways: nothing else crosses that wire whole (ground truth 19). */
import type { Place } from '../../messages/places.ts'
import type { Told } from '../../run-action.ts'

export type Outcome = Extract<Told, { ok: true }>['outcome']

export type Answer =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  /** The script said no, in words; and where, when one cell is missing. */
  | ({ readonly kind: 'refused'; readonly code: string; readonly message: string } & Place)
  /** Nothing came back: several accounts, a script that stopped, a line that is cut. Google's own text says no more. */
  | { readonly kind: 'unreachable'; readonly hadAnswered: boolean }

/** What the menu opens. */
export type PageName =
  | 'today'
  | 'issue'
  | 'sale'
  | 'quotes'
  | 'reminders'
  | 'client'
  | 'duties'
  | 'what-if'
  | 'received'
  | 'takeover'
  | 'match'
  | 'import'
  | 'connect'
  | 'orders'
  | 'assistant'
  | 'templates'

interface Runner {
  withSuccessHandler(handler: (result: string | null) => void): Runner
  withFailureHandler(handler: (error: unknown) => void): Runner
  perform(action: string, args: string): void
  openPage(page: PageName): void
}
declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void; setHeight(height: number): void } }
}

let hasAnswered = false
const listeners = new Set<(answer: Answer) => void>()
/** Hears every answer: the banner that says why nothing comes. */
export const onAnswer = (listener: (answer: Answer) => void): void => {
  listeners.add(listener)
}

/** Runs an action of the registry. It never throws: what can go wrong is an answer. */
export const ask = (action: string, args: object = {}): Promise<Answer> =>
  call((runner) => runner.perform(action, JSON.stringify(args)), read)

/** Opens a pane or a dialog; this page may be closed by it. */
export const openPage = (page: PageName): Promise<Answer> =>
  call(
    (runner) => runner.openPage(page),
    () => ({ kind: 'done', outcome: { message: '', findings: [] } }),
  )

export const closePage = (): void => google.script.host.close()

function call(start: (runner: Runner) => void, reader: (result: string | null) => Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      for (const listener of listeners) listener(answer)
      resolve(answer)
    }
    const fail = (): void => settle({ kind: 'unreachable', hadAnswered: hasAnswered })
    try {
      start(
        google.script.run
          .withSuccessHandler((result) => {
            hasAnswered = true
            settle(reader(result))
          })
          .withFailureHandler(fail),
      )
    } catch {
      fail()
    }
  })
}

function read(result: string | null): Answer {
  if (result === null) return { kind: 'unreachable', hadAnswered: true }
  return answerOf(JSON.parse(result))
}

const answerOf = (told: Told): Answer =>
  told.ok ? { kind: 'done', outcome: told.outcome } : { kind: 'refused', ...told.error }

/** What the menu had the script work out before it opened this page: the first screen costs no second wait. */
export interface Start {
  readonly page: PageName
  readonly told: Told
}
export function start(): { readonly page: PageName; readonly answer: Answer } | undefined {
  const text = document.getElementById('start')?.textContent?.trim() ?? ''
  if (text === '') return undefined
  const { page, told }: Start = JSON.parse(text)
  return { page, answer: answerOf(told) }
}
