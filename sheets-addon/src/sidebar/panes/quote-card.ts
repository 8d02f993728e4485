import { parseDay } from '@tabellion/shared/calendar'
import { parseEuros } from '@tabellion/shared/money'
import type { ToldQuote } from '../../actions/quotes/list-quotes.ts'
import { button, el } from '../parts/dom.ts'
import { allRight, field } from '../parts/field.ts'
import { ask } from '../parts/server.ts'
import { counted, euros, frenchDay } from '../parts/words.ts'
import { choices, type Steps } from './steps.ts'

/** Less, and the client should be called. */
const SOON = 7

export function quoteCard(quote: ToldQuote, today: string, steps: Steps): HTMLElement {
  const { client, depositCents, file, grossCents, number, restCents, row, status, subject, to } = quote
  const place = steps.place()
  const isAccepted = status === 'accepted' || status === 'partlyInvoiced'
  const who = to.length === 0 ? 'sans adresse e-mail' : to.join(', ')

  const act = (label: string, work: () => unknown, kind = ''): HTMLElement =>
    button(label, work, { kind, key: `${label} ${number}`, name: `${label} ${number}` })

  const send = (): void =>
    steps.open(
      place,
      el('p', {}, `1 mail à ${who}, le devis en pièce jointe.`),
      choices(
        steps,
        button('Envoyer le devis', () => steps.act(place, 'send-quote', { number })),
      ),
    )

  function accept(): void {
    const on = field('Jour de l’accord', { type: 'date', value: today, isRequired: true, check: dayCheck })
    const proof = field('Preuve', { isOptional: true, hint: 'Un lien vers le devis signé, un e-mail.' })
    const args = (): object | undefined =>
      allRight([on])
        ? { number, date: on.value(), ...(proof.value() === '' ? {} : { proof: proof.value() }) }
        : undefined
    const note = async (): Promise<void> => {
      const given = args()
      if (given) await steps.act(place, 'accept-quote', given)
    }
    async function noteThenDeposit(): Promise<void> {
      const given = args()
      if (given && (await steps.ask(place, 'accept-quote', given))) deposit()
    }
    steps.open(
      place,
      on.element,
      proof.element,
      depositCents > 0
        ? choices(
            steps,
            button('Noter, puis demander l’acompte', noteThenDeposit),
            button('Noter l’accord', note, { kind: 'quiet' }),
          )
        : choices(steps, button('Noter l’accord', note)),
    )
  }

  function decline(): void {
    const reason = field('Pourquoi', { isOptional: true, hint: 'Pour votre mémoire.' })
    const args = (): object => ({ number, ...(reason.value() === '' ? {} : { reason: reason.value() }) })
    steps.open(
      place,
      reason.element,
      el('p', { class: 'secondary' }, 'Ses lignes seront de nouveau libres.'),
      choices(
        steps,
        button('Noter le refus', () => steps.act(place, 'decline-quote', args())),
      ),
    )
  }

  function deposit(): void {
    const amount = field('Montant TTC de l’acompte', {
      mode: 'decimal',
      isRequired: true,
      value: (depositCents / 100).toFixed(2).replace('.', ','),
      hint: `Sur ${euros(grossCents)}.`,
      check: (text) => {
        const read = parseEuros(text)
        if (!read.ok || read.value <= 0) return { mood: 'bad', text: 'Un montant, par exemple 300.' }
        return read.value > restCents ? { mood: 'bad', text: `Il reste ${euros(restCents)} à facturer.` } : undefined
      },
    })
    async function issue(sends: boolean): Promise<void> {
      const read = parseEuros(amount.value())
      if (!allRight([amount]) || !read.ok) return
      // The share that the quote proposes is named on the line; any other amount is itself.
      const part = read.value === depositCents ? {} : { amountCents: read.value }
      await steps.act(place, 'request-deposit', { quote: number, ...part, send: sends })
    }
    steps.open(place, amount.element, issueChoices(issue))
  }

  const bill = (): void =>
    steps.open(
      place,
      el(
        'p',
        {},
        `Tout ce qui reste : ${euros(restCents)}${restCents < grossCents ? ', acomptes déduits' : ''}.`,
        el('span', { class: 'secondary' }, ' Pour une partie, cochez ses lignes dans Ventes.'),
      ),
      issueChoices((sends) => steps.act(place, 'invoice-quote', { number, send: sends })),
    )

  const issueChoices = (work: (sends: boolean) => Promise<void>): HTMLElement =>
    el(
      'div',
      { class: 'result' },
      to.length === 0 ? undefined : el('p', { class: 'secondary' }, `1 facture et 1 mail à ${who}.`),
      choices(
        steps,
        to.length === 0 ? undefined : button('Émettre et envoyer', () => work(true)),
        button(to.length === 0 ? 'Émettre' : 'Émettre sans envoyer', () => work(false), {
          kind: to.length === 0 ? '' : 'quiet',
        }),
      ),
    )

  const remake = (): Promise<void> => steps.act(place, 'create-quote', { number })

  return el(
    'section',
    { class: 'card', 'aria-label': `${number}, ${client}` },
    el(
      'div',
      { class: 'head' },
      el('b', {}, client),
      el('span', { class: 'amount' }, euros(isAccepted ? restCents : grossCents)),
    ),
    el(
      'div',
      { class: 'head' },
      button(subject === '' ? number : `${number} · ${subject}`, () => ask('go-to', { tab: 'Devis', row }), {
        kind: 'quiet words',
        key: `row ${number}`,
        name: `${number} : voir la ligne ${row} de Devis`,
      }),
      file === ''
        ? undefined
        : el('a', { href: file, target: '_blank', rel: 'noopener', 'aria-label': `PDF de ${number}` }, 'PDF'),
    ),
    ageOf(quote),
    el(
      'div',
      { class: 'row' },
      status === 'draft' ? act('Envoyer…', send) : undefined,
      status === 'draft' || status === 'sent' ? act('Accepté…', accept, status === 'draft' ? 'quiet' : '') : undefined,
      status === 'sent' || status === 'draft' ? act('Refusé…', decline, 'quiet') : undefined,
      status === 'accepted' && depositCents > 0 ? act('Demander un acompte…', deposit) : undefined,
      isAccepted ? act('Facturer…', bill, status === 'accepted' && depositCents > 0 ? 'quiet' : '') : undefined,
      status === 'partlyInvoiced' ? act('Demander un acompte…', deposit, 'quiet') : undefined,
      status === 'expired' ? act('Refaire', remake) : undefined,
      status === 'sent' ? act('Renvoyer…', send, 'quiet') : undefined,
    ),
    place,
  )
}

const dayCheck = (text: string) =>
  parseDay(text) === undefined ? ({ mood: 'bad', text: 'Une date.' } as const) : undefined

function ageOf({ daysOld, daysValid, grossCents, restCents, status, validUntil }: ToldQuote): HTMLElement {
  const since = daysOld === 0 ? 'Fait aujourd’hui' : `Fait il y a ${counted(daysOld, 'jour')}`
  if (status === 'accepted') return el('span', { class: 'secondary' }, 'Rien n’est encore facturé.')
  if (status === 'partlyInvoiced')
    return el(
      'span',
      { class: 'secondary' },
      `Reste à facturer sur ${euros(grossCents)} ; ${euros(grossCents - restCents)} déjà facturés.`,
    )
  if (status === 'expired')
    return el(
      'span',
      { class: 'secondary warn' },
      `Sans réponse, expiré le ${frenchDay(validUntil)}. Refait, il reprend ses lignes et une nouvelle validité.`,
    )
  const left = daysValid === 0 ? 'dernier jour' : `encore ${counted(daysValid, 'jour')}`
  return el(
    'span',
    { class: daysValid <= SOON ? 'secondary warn' : 'secondary' },
    validUntil === '' ? `${since}.` : `${since}, valable jusqu’au ${frenchDay(validUntil)} (${left}).`,
  )
}
