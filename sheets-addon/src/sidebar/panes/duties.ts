import {
  addMonths,
  firstDay,
  formatPeriod,
  monthPeriod,
  nextPeriod,
  type Period,
  quarterPeriod,
} from '@tabellion/shared/calendar'
import { parseEuros } from '@tabellion/shared/money'
import type { ToldReturn } from '../../obligations/told.ts'
import { button, el, freshId, show } from '../parts/dom.ts'
import { allRight, field } from '../parts/field.ts'
import { type Frame, notice, outcomeOf, type Pane, split } from '../parts/frame.ts'
import { type Answer, ask, type Outcome } from '../parts/server.ts'
import { counted, euros, frenchDay } from '../parts/words.ts'
import { whatIfForm } from './what-if.ts'

/** The turnover return ready to copy, its period to close, and *Et si ?*. */
export function dutiesPane(frame: Frame): Pane {
  const place = el('div', { class: 'result' })
  const imagined = whatIfForm(frame.say)
  const prepare = (period?: Period): Promise<Answer> =>
    ask('prepare-turnover-return', period === undefined ? {} : { period })
  let choices: readonly Period[] = []

  async function look(answer: Answer | Promise<Answer>, period?: Period): Promise<void> {
    show(frame.body, place, imagined)
    show(frame.foot)
    const again = button('Réessayer', () => look(prepare(period), period), { kind: 'quiet' })
    const outcome = await outcomeOf(answer, { body: place, foot: frame.foot }, again)
    imagined.hidden = outcome === undefined
    if (!outcome) return
    const { turnoverReturn } = outcome
    if (turnoverReturn === undefined) {
      show(place, el('p', {}, outcome.message))
      return
    }
    if (choices.length === 0) choices = around(turnoverReturn.period)
    show(place, returnCard(turnoverReturn, outcome))
    frame.say(outcome.message)
  }

  function returnCard(told: ToldReturn, { findings }: Outcome): HTMLElement {
    const id = freshId()
    const select = el(
      'select',
      { id, 'data-key': 'period', onchange: () => void look(prepare(chosen()), chosen()) },
      choices.map((period) => el('option', { value: period, selected: period === told.period }, formatPeriod(period))),
    )
    const chosen = (): Period => choices[select.selectedIndex] ?? told.period
    const step = el('div', { class: 'result' })
    const late = told.lateReceipts.length
    return el(
      'section',
      { class: 'card', 'aria-label': 'Déclaration Urssaf' },
      el('h2', {}, 'Déclaration Urssaf'),
      el('div', { class: 'field' }, el('label', { for: id }, 'Période'), select),
      told.isPast ? el('p', { class: 'warn' }, `Le délai a pris fin le ${frenchDay(told.due)}.`) : undefined,
      el(
        'p',
        { class: 'secondary' },
        told.isPast ? 'À recopier\u00a0:' : `À faire au plus tard le ${frenchDay(told.due)}. À recopier\u00a0:`,
      ),
      el(
        'dl',
        { class: 'facts' },
        told.boxes.map(({ euros: amount, label }) => [el('dt', {}, label), el('dd', {}, el('b', {}, whole(amount)))]),
      ),
      el(
        'dl',
        { class: 'facts' },
        told.lines.map(({ amountEuros, kind, nature, ratePercent, toConfirm }) => [
          el(
            'dt',
            {},
            `${KINDS[kind]}${told.boxes.length > 1 ? NATURES[nature] : ''}, ${String(ratePercent).replace('.', ',')}\u00a0%${toConfirm ? ' (à confirmer)' : ''}`,
          ),
          el('dd', {}, whole(amountEuros)),
        ]),
        el('dt', {}, told.totalEuros === 0 ? 'Rien à payer, à déclarer quand même' : 'Cotisations estimées'),
        el('dd', {}, el('b', {}, whole(told.totalEuros))),
      ),
      late === 0
        ? undefined
        : el('p', { class: 'warn' }, `Dont ${counted(late, 'recette tardive', 'recettes tardives')}.`),
      findings.slice(0, 4).map(({ message }) => el('p', { class: 'warn' }, message)),
      step,
      el(
        'div',
        { class: 'row' },
        button('Marquer comme faite…', () => show(step, doneForm(told, step))),
        button('Clôturer la période…', () => show(step, closeQuestion(told, step)), { kind: 'quiet' }),
      ),
    )
  }

  /** What the administration answered is kept with the duty: no reminder speaks of it again. */
  function doneForm(told: ToldReturn, step: HTMLElement): HTMLElement {
    const reference = field('Référence de dépôt', { isOptional: true })
    const paid = field('Montant payé', {
      isOptional: true,
      mode: 'decimal',
      value: String(told.totalEuros),
      check: (text) => (parseEuros(text).ok ? undefined : { mood: 'bad', text: 'Un montant, par exemple 312.' }),
    })
    async function mark(): Promise<void> {
      const amount = parseEuros(paid.value())
      if (!allRight([reference, paid])) return
      await settled(
        ask('mark-deadline', {
          id: `urssaf-return/${told.period}`,
          status: 'done',
          ...(reference.value() === '' ? {} : { reference: reference.value() }),
          ...(amount.ok ? { amountCents: amount.value } : {}),
        }),
        step,
      )
    }
    return el('div', { class: 'result' }, reference.element, paid.element, button('Marquer « Fait »', mark))
  }

  const closeQuestion = (told: ToldReturn, step: HTMLElement): HTMLElement =>
    notice(
      {
        title: `Clôturer ${formatPeriod(told.period)}\u202f?`,
        text: 'Ses recettes sont scellées. Ce qui arrive ensuite s’inscrit dans la période suivante, comme recette tardive.',
      },
      'plain',
      button('Clôturer', () => settled(ask('close-period', { period: told.period }), step)),
    )

  async function settled(answer: Promise<Answer>, step: HTMLElement): Promise<void> {
    const outcome = await outcomeOf(
      answer,
      { body: step, foot: frame.foot },
      button('Fermer', () => show(step), { kind: 'quiet' }),
    )
    if (!outcome) return
    show(step, notice(split(outcome.message), 'good'))
    frame.say(outcome.message)
  }

  return {
    name: 'duties',
    label: 'Échéances',
    open: async (answer, page) => {
      await look(answer ?? prepare())
      if (page === 'what-if') imagined.querySelector('input')?.focus()
    },
  }
}

const KINDS = {
  social: 'Cotisations',
  training: 'Formation',
  chamber: 'Frais de chambre',
  'flat-income-tax': 'Versement libératoire',
} as const

const NATURES = { goods: ' (ventes)', servicesBic: ' (BIC)', servicesBnc: ' (BNC)' } as const
/** As the form takes them. */
const whole = (amount: number): string => euros(amount * 100).replace(',00', '')

/** The period under way, the last one that is over, and those of the year before it. */
function around(last: Period): readonly Period[] {
  const quarterly = last[5] === 'Q'
  const periodOf = quarterly ? quarterPeriod : monthPeriod
  const months = quarterly ? 3 : 1
  const past = Array.from({ length: quarterly ? 5 : 12 }, (_, index) =>
    periodOf(addMonths(firstDay(last), -index * months)),
  )
  return [nextPeriod(last), ...past]
}
