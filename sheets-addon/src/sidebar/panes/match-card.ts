import { of } from '@tabellion/shared/kernel'
import type { ToldDecision, ToldLine, ToldMatching, ToldOffer } from '../../actions/bank/told.ts'
import { button, type Child, el } from '../parts/dom.ts'
import { ask } from '../parts/server.ts'
import { counted, euros, frenchDay } from '../parts/words.ts'
import type { Match } from './spread.ts'

/** What can be done with a line; each can be taken back. */
export interface Deeds {
  match(line: ToldLine, match?: Match): Promise<void>
  other(line: ToldLine): void
  ignore(line: string): Promise<void>
  restore(line: string): Promise<void>
  undo(line: string): Promise<void>
}

export const matchOf = (line: ToldLine, offer: ToldOffer | undefined = line.offers[0]): Match => ({
  line: line.line,
  allocations: offer?.allocations ?? [],
  ...(offer?.feeCents === undefined ? {} : { feeCents: offer.feeCents }),
})

type Told = Pick<ToldLine, 'amountCents' | 'date' | 'label' | 'row'>
const named = ({ amountCents, date }: Told): string => `${euros(amountCents)} du ${frenchDay(date)}`

/** Amount and day, then the bank's words, which lead to their row. */
export const lineHead = (line: Told): Child => [
  el(
    'div',
    { class: 'head' },
    el('b', {}, euros(line.amountCents)),
    el('span', { class: 'secondary' }, frenchDay(line.date)),
  ),
  button(line.label, () => ask('go-to', { tab: 'Banque', row: line.row }), {
    kind: 'quiet words',
    key: `row ${line.row}`,
    name: `${line.label} : voir la ligne ${line.row} de Banque`,
  }),
]

export function lineCard(line: ToldLine, deeds: Deeds): HTMLElement {
  const [best] = line.offers
  const what = named(line)
  return el(
    'section',
    { class: 'card', 'aria-label': what },
    lineHead(line),
    best
      ? el(
          'div',
          { class: 'offer' },
          el(
            'div',
            { class: 'row' },
            el('b', {}, best.text),
            line.certain ? el('span', { class: 'tag good' }, '✓ certain') : undefined,
          ),
          el('span', { class: 'secondary' }, best.why),
          best.overCents === undefined
            ? undefined
            : el('span', { class: 'secondary warn' }, `${euros(best.overCents)} de plus : à affecter ensuite.`),
        )
      : el('p', { class: 'secondary' }, 'Aucune facture ne correspond.'),
    el(
      'div',
      { class: 'row' },
      best
        ? button('Rapprocher', () => deeds.match(line), {
            key: `match ${line.line}`,
            name: `Rapprocher ${what} ${of(best.text)}`,
          })
        : undefined,
      button(best ? 'Autre facture…' : 'Choisir une facture…', () => deeds.other(line), {
        kind: 'quiet',
        key: `other ${line.line}`,
        name: `${best ? 'Autre facture…' : 'Choisir une facture…'} pour ${what}`,
      }),
      button('Ignorer', () => deeds.ignore(line.line), {
        kind: 'quiet',
        key: `ignore ${line.line}`,
        name: `Ignorer ${what}`,
      }),
    ),
  )
}

/** Lines that look like others: only the person knows. */
export const doubles = (lines: readonly ToldDecision[], deeds: Deeds): HTMLElement | undefined =>
  lines.length === 0
    ? undefined
    : el(
        'section',
        { 'aria-label': 'Doublons possibles' },
        el('h2', {}, counted(lines.length, 'doublon possible', 'doublons possibles')),
        lines.map((line) =>
          el(
            'div',
            { class: 'card' },
            lineHead(line),
            el('span', { class: 'secondary' }, line.text),
            el(
              'div',
              { class: 'row' },
              button('C’est la même', () => deeds.ignore(line.line), {
                key: `same ${line.line}`,
                name: `C’est la même : ignorer ${named(line)}`,
              }),
              button('C’en est une autre', () => deeds.restore(line.line), {
                kind: 'quiet',
                key: `apart ${line.line}`,
                name: `C’en est une autre : garder ${named(line)}`,
              }),
            ),
          ),
        ),
      )

/** What was decided lately, folded: the way back long after. */
export const decided = ({ done, ignored }: ToldMatching, deeds: Deeds): readonly Child[] => [
  fold('Derniers rapprochements', done, 'Annuler', (line) => deeds.undo(line)),
  fold('Lignes ignorées', ignored, 'Reprendre', (line) => deeds.restore(line)),
]

const fold = (
  title: string,
  lines: readonly ToldDecision[],
  verb: string,
  work: (line: string) => Promise<void>,
): HTMLElement | undefined =>
  lines.length === 0
    ? undefined
    : el(
        'details',
        {},
        el('summary', {}, `${title} (${lines.length})`),
        el(
          'ul',
          { class: 'lines decided' },
          lines.map((line) =>
            el(
              'li',
              {},
              el(
                'span',
                {},
                el('b', {}, euros(line.amountCents)),
                ` ${line.text || line.label}`,
                el('br'),
                el('span', { class: 'secondary' }, frenchDay(line.date)),
              ),
              button(verb, () => work(line.line), {
                kind: 'quiet',
                key: `${verb} ${line.line}`,
                name: `${verb} ${named(line)}`,
              }),
            ),
          ),
        ),
      )
