import type { IssuedSummary } from '../../actions/action.ts'
import { el, show } from '../parts/dom.ts'
import type { Frame } from '../parts/frame.ts'
import { leaveButton } from '../parts/leave.ts'
import { type Answer, ask, type Outcome } from '../parts/server.ts'
import { counted } from '../parts/words.ts'

/** How long the script works before it says how far it is. */
const SLICE_SECONDS = 12

export interface Run {
  readonly issued: readonly IssuedSummary[]
  /** Mails that left. */
  readonly sent: number
  /** What deserves a look, of all calls. */
  readonly troubles: Outcome['findings']
  /** Of the last call that was answered. */
  readonly outcome?: Outcome
  /** Why it stopped before the end; absent when all is done or was left for later. */
  readonly trouble?: Exclude<Answer, { kind: 'done' }>
  /** Documents still to be finished. */
  readonly left: number
}

/**
 * Issues, then calls again until every document is finished. It can be left at any moment: numbers are taken in the first
 * call, the pages and mails of what is left are made by whoever calls next. `said` is what was read before the button was pressed.
 */
export async function runIssue(
  frame: Frame,
  args: object,
  { count, said }: { readonly count: number; readonly said: ReadonlySet<string> },
): Promise<Run> {
  const bar = el('progress', { 'aria-label': 'Avancement' })
  const text = el('p', {}, count > 0 ? `Numérotation de ${counted(count, 'document')}…` : 'Reprise des PDF…')
  const leave = leaveButton('On finit celui-ci, puis on s’arrête.')
  show(
    frame.body,
    el('h2', {}, 'Émission en cours'),
    text,
    bar,
    el('p', { class: 'secondary' }, 'Vous pouvez fermer ce volet : ce qui manquerait sera fini au prochain passage.'),
  )
  show(frame.foot, leave.button)
  frame.body.focus()

  const issued = new Map<string, IssuedSummary>()
  const troubles = new Map<string, Outcome['findings'][number]>()
  let sent = 0
  let total = 0
  let request: object = { ...args, seconds: SLICE_SECONDS }
  for (;;) {
    const answer = await ask('issue-invoices', request)
    const soFar = { issued: [...issued.values()], sent, troubles: [...troubles.values()] }
    if (answer.kind !== 'done') return { ...soFar, trouble: answer, left: total }
    const { outcome } = answer
    for (const made of outcome.issued ?? []) issued.set(made.number, made)
    for (const finding of outcome.findings)
      if (finding.severity !== 'info' && !said.has(finding.text)) troubles.set(finding.message, finding)
    sent += outcome.sent?.length ?? 0
    const left = outcome.unfinished ?? 0
    total = Math.max(total, issued.size, left)
    if (left === 0 || leave.isLeft())
      return { issued: [...issued.values()], sent, troubles: [...troubles.values()], outcome, left }
    bar.max = total
    bar.value = total - left
    text.textContent = `PDF ${total - left} / ${total}`
    frame.say(text.textContent)
    request = { rows: [], seconds: SLICE_SECONDS }
  }
}
