import type { ActivityNature } from '@tabellion/shared/deadlines'
import { parseEuros } from '@tabellion/shared/money'
import type { ToldGauge, ToldSituation } from '../../obligations/told.ts'
import { el, show } from '../parts/dom.ts'
import { allRight, choice, field } from '../parts/field.ts'
import { outcomeOf } from '../parts/frame.ts'
import { ask } from '../parts/server.ts'
import { euros } from '../parts/words.ts'

const NATURES: Readonly<Record<string, ActivityNature>> = {
  'Vente de marchandises': 'goods',
  'Prestation BIC': 'servicesBic',
  'Prestation BNC': 'servicesBnc',
}
const MAIN = 'Votre activité principale'

/** *Et si ?* (features D-04): one sale more, and what becomes of the year. Writes nothing. */
export function whatIfForm(say: (text: string) => void): HTMLElement {
  const amount = field('Montant de plus, hors taxes', {
    isRequired: true,
    mode: 'decimal',
    placeholder: '3 000',
    check: (text) => (parseEuros(text).ok ? undefined : { mood: 'bad', text: 'Un montant, par exemple 3 000.' }),
  })
  const nature = choice('Ce qui serait vendu', [MAIN, ...Object.keys(NATURES)], MAIN)
  const date = field('Encaissé le', { type: 'date', hint: 'Aujourd’hui si vous laissez vide.' })
  const result = el('div', { class: 'result', 'aria-live': 'polite' })

  async function simulate(event: Event): Promise<void> {
    event.preventDefault()
    const read = parseEuros(amount.value())
    if (!allRight([amount, date]) || !read.ok) return
    const chosen = NATURES[nature.value()]
    const args = {
      amountCents: read.value,
      ...(chosen === undefined ? {} : { nature: chosen }),
      ...(date.value() === '' ? {} : { date: date.value() }),
    }
    const retry = el('button', { type: 'submit', class: 'quiet' }, 'Réessayer')
    const outcome = await outcomeOf(ask('what-if', args), { body: result, foot: el('div', {}) }, retry)
    if (!outcome) return
    const { whatIf } = outcome
    show(result, whatIf ? compared(whatIf.asIs, whatIf.imagined) : el('p', {}, outcome.message))
    say(outcome.message)
  }

  return el(
    'form',
    { onsubmit: (event) => void simulate(event), novalidate: true },
    el('h2', {}, 'Et si ?'),
    el('p', { class: 'secondary' }, 'Une vente de plus, et ce qu’elle changerait à votre année. Rien n’est écrit.'),
    amount.element,
    nature.element,
    date.element,
    el('button', { type: 'submit' }, 'Simuler'),
    result,
  )
}

function compared(asIs: ToldSituation, imagined: ToldSituation): HTMLElement {
  const more = imagined.contributionEuros - asIs.contributionEuros
  const before = new Map(asIs.gauges.map((gauge) => [gauge.id, gauge]))
  return el(
    'div',
    { class: 'card' },
    el('div', { class: 'figure' }, `${more < 0 ? '' : '+'}${euros(more * 100).replace(',00', '')}`),
    el(
      'div',
      { class: 'secondary' },
      `de cotisations, soit ${euros(imagined.contributionEuros * 100).replace(',00', '')} sur l’année`,
    ),
    el(
      'ul',
      { class: 'gauges' },
      imagined.gauges.map((gauge) => gaugeOf(gauge, before.get(gauge.id))),
    ),
    imagined.franchise === undefined
      ? undefined
      : el('p', { class: imagined.franchise.kind === 'kept' ? 'good' : 'warn' }, imagined.franchise.message),
  )
}

/** The part of the limit that would be reached, in figures first: the bar only repeats them. */
function gaugeOf({ changed, crossedOn, label, limitCents, reachedCents, toConfirm }: ToldGauge, before?: ToldGauge) {
  const percent = Math.round((100 * reachedCents) / limitCents)
  const crosses = crossedOn !== undefined && before?.crossedOn === undefined
  const marks = [...(toConfirm ? ['limite à confirmer'] : []), ...(changed ? ['votre limite, dans Barèmes'] : [])]
  return el(
    'li',
    {},
    el('div', { class: 'head' }, el('span', {}, label), el('b', { class: crosses ? 'bad' : '' }, `${percent} %`)),
    el('meter', {
      min: 0,
      max: limitCents,
      high: limitCents * 0.8,
      optimum: 0,
      value: reachedCents,
      'aria-label': label,
    }),
    el(
      'div',
      { class: 'secondary' },
      `${euros(reachedCents)} sur ${euros(limitCents)}${marks.map((mark) => `, ${mark}`).join('')}`,
    ),
    crosses ? el('div', { class: 'bad' }, 'Ce montant vous ferait dépasser la limite.') : undefined,
  )
}
