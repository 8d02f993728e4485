import { parseDay } from '@tabellion/shared/calendar'
import type { ToldReminder } from '../../actions/reminders/told.ts'
import { button, el, freshId } from '../parts/dom.ts'
import { allRight, choice, field, type Verdict } from '../parts/field.ts'
import { ask } from '../parts/server.ts'
import { counted, euros } from '../parts/words.ts'
import { choices, type Steps } from './steps.ts'

export function reminderCard(reminder: ToldReminder, steps: Steps): HTMLElement {
  const { amountCents, channel, client, daysLate, hold, id, level, number, rank, row, status, to, why } = reminder
  const place = steps.place()
  const isHeld = hold !== undefined
  const isSuspended = hold === 'suspended'
  // Only a hold that was shown is passed over: money that came since is looked at first.
  const anyway = hold === 'credit'
  const isMail = channel === 'E-mail'
  const act = (label: string, work: () => unknown, kind = ''): HTMLElement =>
    button(label, work, { kind, key: `${label} ${number}`, name: `${label} ${number}` })

  /** Read, changed if need be, then sent: the text that leaves is the one shown. */
  async function read(): Promise<void> {
    const letter = (await steps.ask(place, 'preview-reminder', { id }))?.letter
    if (letter === undefined) return
    const box = area(letter.body, 'Texte de la relance')
    const args = (): object => ({
      ids: [id],
      anyway,
      ...(box.input.value.trim() === letter.body.trim() ? {} : { text: box.input.value }),
    })
    steps.open(
      place,
      el('p', {}, el('b', {}, letter.subject)),
      box.element,
      el(
        'p',
        { class: 'secondary' },
        isMail ? `1 mail à ${to.join(', ')}, la facture jointe.` : `${channel} : le PDF à imprimer ira dans le Drive.`,
      ),
      choices(
        steps,
        button(isMail ? 'Envoyer la relance' : 'Faire la relance', () => steps.act(place, 'send-reminders', args())),
      ),
    )
  }

  async function notice(): Promise<void> {
    const letter = (await steps.ask(place, 'preview-reminder', { id }))?.letter
    if (letter === undefined) return
    steps.open(
      place,
      area(letter.body, 'Texte de la lettre', true).element,
      el(
        'p',
        { class: 'secondary' },
        'La lettre sera datée d’aujourd’hui, son PDF rangé dans le Drive. Notez ensuite ici le jour où vous la postez.',
      ),
      choices(
        steps,
        button('Faire la mise en demeure', () => steps.act(place, 'formal-notice', { number, anyway })),
      ),
    )
  }

  /** Its delay runs from there. */
  function posted(): void {
    const on = field('Postée le', { type: 'date', isRequired: true, check: someDay })
    const registered = field('N° du recommandé', { isOptional: true })
    steps.open(
      place,
      on.element,
      registered.element,
      choices(
        steps,
        button('Noter l’envoi', async () => {
          const more = registered.value() === '' ? {} : { registered: registered.value() }
          if (allRight([on])) await steps.act(place, 'post-notice', { number, date: on.value(), ...more })
        }),
      ),
    )
  }

  function postpone(): void {
    const on = field('Relancer plutôt le', {
      type: 'date',
      isRequired: true,
      check: someDay,
    })
    steps.open(
      place,
      on.element,
      choices(
        steps,
        button('Reporter', async () => {
          if (allRight([on])) await steps.act(place, 'postpone-reminder', { id, date: on.value() })
        }),
      ),
    )
  }

  const resume = (): Promise<void> => steps.act(place, 'suspend-reminders', { number, undo: true })
  const suspend = (): Promise<void> =>
    steps.act(place, 'suspend-reminders', { number }, () => button('Reprendre', resume, { kind: 'quiet' }))

  async function plan(): Promise<void> {
    const offer = await steps.ask(place, 'offer-plans', { number })
    if (offer === undefined) return
    const count = choice('Convenu en', ['2', '3', '4', '6', '10'], '3', 'Parts égales, une par mois.')
    const first = field('Première échéance', {
      type: 'date',
      isOptional: true,
      hint: 'Sans date : dans un mois.',
    })
    const agreed = (): object => ({
      number,
      count: Number(count.value()),
      ...(first.value() === '' ? {} : { firstDate: first.value() }),
    })
    steps.open(
      place,
      to.length === 0 ? undefined : area(offer.message, 'Proposition en 2, 3 ou 4 fois', true).element,
      to.length === 0
        ? undefined
        : choices(
            steps,
            button('Envoyer la proposition', () => steps.act(place, 'offer-plans', { number, send: true })),
          ),
      el('h3', {}, 'Le client est d’accord'),
      count.element,
      first.element,
      choices(
        steps,
        button('Noter l’échéancier', () => steps.act(place, 'create-plan', agreed())),
      ),
    )
  }

  async function explain(): Promise<void> {
    const told = await steps.ask(place, 'explain-amount', { number })
    if (told === undefined) return
    steps.open(
      place,
      el('p', {}, el('b', {}, told.message)),
      (told.lines ?? []).filter((line) => line !== '').map((line) => el('p', { class: 'secondary' }, line)),
      el('div', { class: 'row' }, button('Fermer', steps.close, { kind: 'quiet' })),
    )
  }

  return el(
    'section',
    { class: 'card', 'aria-label': `${number}, ${client}` },
    el('div', { class: 'head' }, el('b', {}, client), el('span', { class: 'amount' }, euros(amountCents))),
    button(`${number} · ${level.toLowerCase()}`, () => ask('go-to', { tab: 'Factures', row }), {
      kind: 'quiet words',
      key: `row ${number}`,
      name: `${number} : voir la ligne ${row} de Factures`,
    }),
    el(
      'span',
      { class: 'secondary' },
      `${daysLate > 0 ? `${counted(daysLate, 'jour')} de retard` : 'Pas encore en retard'} · ${isMail && to.length > 0 ? to.join(', ') : channel}`,
    ),
    why === '' ? undefined : el('span', { class: isHeld ? 'secondary warn' : 'secondary' }, why),
    el(
      'div',
      { class: 'row' },
      hold === 'dispute' || isSuspended
        ? undefined
        : status === 'À poster'
          ? act('Lettre postée…', posted)
          : rank === 3
            ? act('Mettre en demeure…', notice, isHeld ? 'quiet' : '')
            : act('Lire et envoyer…', read, isHeld ? 'quiet' : ''),
      isSuspended ? act('Reprendre', resume, 'quiet') : act('Reporter…', postpone, 'quiet'),
    ),
    el(
      'details',
      {},
      el('summary', { class: 'secondary', 'aria-label': `Autres suites de ${number}` }, 'Autres suites'),
      el(
        'div',
        { class: 'row' },
        isSuspended ? undefined : act('Ne plus relancer', suspend, 'quiet'),
        act('Échéancier…', plan, 'quiet'),
        act('Expliquer ce montant', explain, 'quiet'),
      ),
    ),
    place,
  )
}

const someDay = (text: string): Verdict | undefined =>
  parseDay(text) === undefined ? { mood: 'bad', text: 'Une date.' } : undefined

function area(
  text: string,
  label: string,
  readonly = false,
): { readonly element: HTMLElement; readonly input: HTMLTextAreaElement } {
  const id = freshId()
  const input = el('textarea', { id, class: 'letter', rows: 10, readonly, 'data-key': label }, text.trimEnd())
  return { element: el('div', { class: 'field' }, el('label', { for: id }, label), input), input }
}
