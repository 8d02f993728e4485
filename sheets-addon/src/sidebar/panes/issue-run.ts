import type { IssuedSummary } from '../../actions/action.ts'
import { el, show } from '../parts/dom.ts'
import type { Frame } from '../parts/frame.ts'
import { type Answer, ask, type Outcome } from '../parts/server.ts'
import { counted } from '../parts/words.ts'

/** How long the script works before it says how far it is. */
const SLICE_SECONDS = 12

export interface Run {
  readonly issued: readonly IssuedSummary[]
  /** Of the last call that was answered. */
  readonly outcome?: Outcome
  /** Why it stopped before the end; absent when all is done or was left for later. */
  readonly trouble?: Exclude<Answer, { kind: 'done' }>
  /** PDF still to be made. */
  readonly left: number
}

/**
 * Issues, then calls again until every PDF is made. It can be left at any moment: numbers are taken in the first call, the
 * PDF of what is left are made by whoever calls next.
 */
export async function runIssue(frame: Frame, args: object, expected: number): Promise<Run> {
  let isLeft = false
  const bar = el('progress', { 'aria-label': 'Avancement' })
  const text = el('p', {}, expected > 0 ? `Numérotation de ${counted(expected, 'document')}…` : 'Reprise des PDF…')
  const leave = el('button', { type: 'button', class: 'quiet', onclick: () => (isLeft = true) }, 'Finir plus tard')
  show(
    frame.body,
    el('h2', {}, 'Émission en cours'),
    text,
    bar,
    el('p', { class: 'secondary' }, 'Vous pouvez fermer ce volet : ce qui manquerait sera fini au prochain passage.'),
  )
  show(frame.foot, leave)
  frame.body.focus()

  const issued: IssuedSummary[] = []
  let total = 0
  let request: object = { ...args, seconds: SLICE_SECONDS }
  for (;;) {
    const answer = await ask('issue-invoices', request)
    if (answer.kind !== 'done') return { issued, trouble: answer, left: total }
    const { outcome } = answer
    issued.push(...(outcome.issued ?? []))
    const left = outcome.unfinished ?? 0
    const made = (outcome.files ?? []).length
    total = total === 0 ? made + left : total
    if (left === 0 || isLeft) return { issued, outcome, left }
    bar.max = total
    bar.value = total - left
    text.textContent = `PDF ${total - left} / ${total}`
    frame.say(text.textContent)
    request = { rows: [], seconds: SLICE_SECONDS }
  }
}
