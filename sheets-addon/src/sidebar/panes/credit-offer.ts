import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, split } from '../parts/frame.ts'
import { ask } from '../parts/server.ts'
import { euros, unreachable } from '../parts/words.ts'

/** What the client has with us may pay this invoice: one button, then what came of it in its place. */
export function creditOffer(number: string, cents: number, say: Frame['say'], done?: () => unknown): HTMLElement {
  const place = el('div')
  async function use(): Promise<void> {
    const answer = await ask('use-credit', { number })
    if (answer.kind === 'done') {
      show(place, el('p', { class: 'good' }, `✓ ${answer.outcome.message}`))
      say(answer.outcome.message)
      await done?.()
      return
    }
    const word = answer.kind === 'refused' ? split(answer.message) : unreachable(answer)
    say(word.title)
    show(place, notice(word, 'bad', offer))
  }
  const offer = button(`Imputer ${euros(cents)} de crédit sur ${number}`, use, { kind: 'quiet' })
  show(place, offer)
  return place
}
