import type { PreviewedGroup, Warning } from '../../actions/issue-invoices/preview.ts'
import { button, el, show } from '../parts/dom.ts'
import { placeLink } from '../parts/frame.ts'
import { pagePicture, pdfAddress } from '../parts/picture.ts'
import type { Answer } from '../parts/server.ts'
import { counted, euros, frenchDay } from '../parts/words.ts'

const KINDS = {
  standard: 'Facture',
  deposit: 'Facture d’acompte',
  balance: 'Facture de solde',
  credit: 'Avoir',
} as const satisfies Record<PreviewedGroup['kind'], string>
/** More would hide the next document. */
const SHOWN_LINES = 3

/** One document to come: lines, totals, due date, remarks, its page, and *Retirer*. */
export function groupCard(
  group: PreviewedGroup,
  actions: { readonly remove: () => unknown; readonly draw: () => Promise<Answer> },
): HTMLElement {
  const { client, dueDate, kind, lines } = group
  const picture = el('div', {})
  const due = dueDate === undefined ? '' : `, à payer le ${frenchDay(dueDate)}`
  const preview = button('Aperçu', () => draw(picture, client, actions.draw), {
    kind: 'quiet',
    key: `aperçu ${client}`,
    name: `Aperçu de la facture pour ${client}`,
  })
  return el(
    'section',
    { class: 'card', 'aria-label': `${KINDS[kind]} pour ${client}` },
    el('div', { class: 'head' }, el('b', {}, client), el('b', { class: 'amount' }, euros(group.payableCents))),
    el('p', { class: 'secondary' }, `${KINDS[kind]}, ${counted(lines.length, 'ligne')}${due}`),
    el('ul', { class: 'lines' }, lines.slice(0, SHOWN_LINES).map(line), totals(group)),
    lines.length > SHOWN_LINES
      ? el(
          'details',
          {},
          el(
            'summary',
            { class: 'secondary' },
            `Voir ${counted(lines.length - SHOWN_LINES, 'autre ligne', 'autres lignes')}`,
          ),
          el('ul', { class: 'lines' }, lines.slice(SHOWN_LINES).map(line)),
        )
      : undefined,
    remarks(group.warnings),
    el(
      'div',
      { class: 'row' },
      preview,
      el('span', { style: 'flex: 1' }),
      button('Retirer', actions.remove, {
        kind: 'quiet',
        key: `retirer ${client}`,
        name: `Retirer ${client}`,
      }),
    ),
    picture,
  )
}

const line = ({ amountCents, label }: PreviewedGroup['lines'][number]): HTMLElement =>
  el(
    'li',
    {},
    el('span', { title: label }, label),
    el('span', { class: 'amount' }, amountCents === undefined ? '' : euros(amountCents)),
  )

function totals(group: PreviewedGroup): readonly HTMLElement[] {
  const row = (label: string, cents: number): HTMLElement =>
    el('li', { class: 'secondary' }, el('span', {}, label), el('span', { class: 'amount' }, euros(cents)))
  return [
    ...(group.franchise ? [] : [row('Total HT', group.netCents), row('TVA', group.vatCents)]),
    ...(group.prepaidCents === 0 ? [] : [row('Acomptes déduits', -group.prepaidCents)]),
  ]
}

const remarks = (warnings: readonly Warning[]): HTMLElement | undefined =>
  warnings.length === 0
    ? undefined
    : el(
        'details',
        {},
        el('summary', { class: 'warn' }, `À savoir : ${counted(warnings.length, 'remarque')}`),
        el(
          'ul',
          { class: 'problems' },
          warnings.map((warning) => el('li', { class: 'secondary' }, warning.text, placeLink(warning))),
        ),
      )

async function draw(place: HTMLElement, client: string, ask: () => Promise<Answer>): Promise<void> {
  if (place.childElementCount > 0) return show(place)
  const answer = await ask()
  const drawn = answer.kind === 'done' ? answer.outcome.drawn : undefined
  if (!drawn) {
    const text = answer.kind === 'refused' ? answer.message : 'L’aperçu n’est pas venu. Réessayez.'
    return show(place, el('p', { class: 'bad' }, text))
  }
  const address = pdfAddress(drawn.pdf)
  const [first = '', ...others] = drawn.pages
  show(
    place,
    pagePicture(first, `Aperçu de la facture pour ${client}`),
    el(
      'p',
      { class: 'secondary row' },
      el('a', { href: address, target: '_blank', rel: 'noopener' }, 'Ouvrir le PDF'),
      others.length > 0 ? `${others.length + 1} pages` : undefined,
    ),
  )
}
