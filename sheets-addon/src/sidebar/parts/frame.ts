import type { Place } from '../../messages/places.ts'
import { el, part, show } from './dom.ts'
import { type Answer, ask, type Outcome, type PageName } from './server.ts'
import { type Explained, unreachable } from './words.ts'

/** What a pane may use of the sidebar around it. */
export interface Frame {
  readonly body: HTMLElement
  readonly foot: HTMLElement
  /** Said aloud, and nowhere shown twice. */
  say(text: string): void
  go(page: PageName, answer?: Answer): void
  badge(page: PageName, count: number): void
}

export interface Pane {
  readonly name: PageName
  readonly label: string
  /** Has a tab of its own; three of them fit. */
  readonly isDaily?: boolean
  /** With what the menu had worked out, or asking for it; `page` is what was wanted of it. */
  open(answer: Answer | undefined, page: PageName): Promise<void>
  /** Esc: true when the pane took one step back itself. */
  back?(): boolean
  /** The person comes back to the sidebar from the sheet. */
  returned?(): Promise<void>
}

/** Something to read, with what can be done about it. */
export const notice = (
  { text, title }: Explained,
  mood: 'bad' | 'warn' | 'good' | 'plain' = 'plain',
  ...actions: readonly (Node | undefined)[]
): HTMLElement => el('div', { class: `notice is-${mood}` }, el('b', {}, title), el('span', {}, text), actions)

/** The answer's outcome; a refusal or a silence is shown in its place. */
export async function outcomeOf(
  answer: Answer | Promise<Answer>,
  { body, foot }: Pick<Frame, 'body' | 'foot'>,
  retry: HTMLElement,
): Promise<Outcome | undefined> {
  body.ariaBusy = 'true'
  const settled = await answer
  body.ariaBusy = null
  if (settled.kind === 'done') return settled.outcome
  show(foot)
  if (settled.kind === 'unreachable') show(body, notice(unreachable(settled), 'bad', retry))
  else {
    // What waits for a cell is no fault: said calmly, with the way to it.
    const place = placeLink(settled)
    show(body, notice(split(settled.message), place ? 'plain' : 'bad', place, retry))
  }
  return undefined
}

/** What happened is the first sentence; the rest is what to do. */
export function split(message: string): Explained {
  const end = /[.!?] (?=\p{Lu})/u.exec(message)
  return end
    ? { title: message.slice(0, end.index + 1), text: message.slice(end.index + 2) }
    : { title: message, text: '' }
}

/** A sentence's cell, as a link to it. */
export function placeLink({ column, row, tab }: Place): HTMLElement | undefined {
  if (tab === undefined) return undefined
  const name = [tab, row === undefined ? '' : `ligne ${row}`, column ?? ''].filter((text) => text !== '').join(', ')
  return el('button', { type: 'button', class: 'quiet', onclick: () => void ask('go-to', { tab, row, column }) }, name)
}

export const mainFrame = (): Pick<Frame, 'body' | 'foot'> => ({
  body: part('body', HTMLElement),
  foot: part('foot', HTMLElement),
})
