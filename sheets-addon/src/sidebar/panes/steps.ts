import { button, type Child, el, show } from '../parts/dom.ts'
import { type Frame, notice, split } from '../parts/frame.ts'
import { type Answer, ask, type Outcome } from '../parts/server.ts'
import { unreachable } from '../parts/words.ts'

/** Cards whose questions open under their own buttons, one at a time; Esc closes them. */
export interface Steps {
  /** Where a card's questions will open. */
  place(): HTMLElement
  open(place: HTMLElement, ...children: readonly Child[]): void
  close(): boolean
  /** Asks, and says no in the place of the question. */
  ask(place: HTMLElement, action: string, args: object): Promise<Outcome | undefined>
  /** The same, then the list anew under what was done. */
  act(place: HTMLElement, action: string, args: object, undo?: () => HTMLElement): Promise<void>
}

export function stepsOf(frame: Frame, listed: (word: HTMLElement) => Promise<void>): Steps {
  let current: HTMLElement | undefined
  const heard = async (place: HTMLElement, answer: Promise<Answer>): Promise<Outcome | undefined> => {
    const settled = await answer
    if (settled.kind === 'done') return settled.outcome
    const word = settled.kind === 'refused' ? split(settled.message) : unreachable(settled)
    show(place, notice(word, 'bad', button('Fermer', steps.close, { kind: 'quiet' })))
    current = place
    frame.say(word.title)
    return undefined
  }
  const steps: Steps = {
    place: () => el('div', { class: 'result' }),
    open(place, ...children) {
      if (current !== place) steps.close()
      current = place
      show(place, children)
      place.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    },
    close() {
      const open = current
      current = undefined
      if (!open?.hasChildNodes()) return false
      const card = open.closest('section')
      show(open)
      card?.querySelector<HTMLElement>('.row button')?.focus()
      return true
    },
    ask: (place, action, args) => heard(place, ask(action, args)),
    async act(place, action, args, undo) {
      const outcome = await heard(place, ask(action, args))
      if (outcome === undefined) return
      current = undefined
      const troubles = outcome.findings.filter(({ severity }) => severity !== 'info').slice(0, 4)
      const more = troubles.map(({ message }) => el('span', {}, message))
      const word = notice(split(outcome.message), troubles.length > 0 ? 'warn' : 'good', ...more, undo?.())
      await listed(word)
      frame.say(outcome.message)
      if (!frame.body.contains(document.activeElement)) frame.body.focus()
      frame.body.parentElement?.scrollTo(0, 0)
    },
  }
  return steps
}

/** « Annuler » beside the one button that does it. */
export const choices = (steps: Steps, ...buttons: readonly (HTMLElement | undefined)[]): HTMLElement =>
  el('div', { class: 'row' }, buttons, button('Annuler', steps.close, { kind: 'quiet' }))
