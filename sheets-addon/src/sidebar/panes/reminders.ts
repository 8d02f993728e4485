import type { ToldReminder } from '../../actions/reminders/told.ts'
import { button, el, paneHead, show } from '../parts/dom.ts'
import { type Frame, outcomeOf, type Pane } from '../parts/frame.ts'
import { type Answer, ask } from '../parts/server.ts'
import { counted, euros } from '../parts/words.ts'
import { reminderCard } from './reminder-card.ts'
import { stepsOf } from './steps.ts'

/** What waits for a yes this morning, what is held and why; read before it leaves. */
export function remindersPane(frame: Frame): Pane {
  const { body, foot } = frame
  const steps = stepsOf(frame, (word) => look(ask('prepare-reminders'), word))
  let asked: (() => void) | undefined
  const refresh = (): Promise<void> => look(ask('prepare-reminders'))

  async function look(answer: Answer | Promise<Answer>, word?: HTMLElement): Promise<void> {
    const outcome = await outcomeOf(answer, frame, button('Réessayer', refresh, { kind: 'quiet' }))
    if (outcome) list(outcome.reminders ?? [], word)
  }

  function list(all: readonly ToldReminder[], word: HTMLElement | undefined): void {
    const ready = all.filter(({ isReady }) => isReady)
    const alone = all.filter(({ hold, isReady }) => !isReady && hold === undefined)
    const held = all.filter(({ hold }) => hold !== undefined)
    asked = undefined
    frame.badge('reminders', ready.length + alone.length)
    const section = (title: string, some: readonly ToldReminder[]) =>
      some.length === 0
        ? undefined
        : [el('h3', {}, `${title} (${some.length})`), some.map((reminder) => reminderCard(reminder, steps))]
    show(
      body,
      word,
      paneHead(
        ready.length === 0
          ? 'Rien à envoyer d’un seul oui'
          : counted(ready.length, 'relance à valider', 'relances à valider'),
        refresh,
      ),
      all.length === 0
        ? el(
            'p',
            { class: 'secondary' },
            'Ici paraîtront les factures en retard, avec le texte qui partirait. Rien ne part à qui a payé.',
          )
        : undefined,
      ready.map((reminder) => reminderCard(reminder, steps)),
      section('Une par une', alone),
      section('Retenues', held),
    )
    idle(ready)
  }

  const idle = (ready: readonly ToldReminder[]): void =>
    show(
      foot,
      ready.length === 0
        ? undefined
        : button(`Envoyer ${counted(ready.length, 'relance')}`, () => confirm(ready), { kind: 'primary', key: 'all' }),
    )

  /** The one question before mails leave. */
  function confirm(ready: readonly ToldReminder[]): void {
    steps.close()
    const mails = ready.flatMap(({ to }) => to)
    const total = ready.reduce((sum, { amountCents }) => sum + amountCents, 0)
    const place = steps.place()
    const back = (): void => {
      asked = undefined
      idle(ready)
      foot.querySelector('button')?.focus()
    }
    asked = back
    const yes = button(
      `Confirmer : ${counted(ready.length, 'relance')}`,
      async () => {
        asked = undefined
        await steps.act(place, 'send-reminders', { ids: ready.map(({ id }) => id) })
      },
      { kind: 'primary', key: 'all' },
    )
    const who = mails.length === 0 ? '' : `\u00a0: ${mails.join(', ')}`
    const clients = new Set(ready.map(({ client }) => client)).size
    show(
      foot,
      el('p', {}, `${euros(total)} demandés à ${counted(clients, 'client')}${who}.`),
      place,
      yes,
      button('Annuler', back, { kind: 'quiet' }),
    )
    yes.focus()
  }

  return {
    name: 'reminders',
    label: 'Relances',
    open: (answer) => look(answer ?? ask('prepare-reminders')),
    back() {
      if (asked === undefined) return steps.close()
      asked()
      return true
    },
  }
}
