import { of } from '@tabellion/shared/kernel'
import type { ToldLine, ToldMatching } from '../../actions/bank/told.ts'
import { button, el, show } from '../parts/dom.ts'
import { field, tick } from '../parts/field.ts'
import type { Frame } from '../parts/frame.ts'
import { euros } from '../parts/words.ts'
import { type Deeds, lineHead, matchOf } from './match-card.ts'
import { type Due, type Match, spread } from './spread.ts'

/** How many are shown at once: the search finds the others. */
const MOST_SHOWN = 30

/** *Autre facture…*: the other proposals, and every document that something is still due on. */
export function chooseOther(
  { body, foot, say }: Frame,
  line: ToldLine,
  documents: ToldMatching['documents'],
  { back, deeds }: { readonly back: () => void; readonly deeds: Deeds },
): void {
  const fitting = documents.filter(({ openCents }) => Math.sign(openCents) === Math.sign(line.amountCents))
  const chosen = new Map<string, Due>()
  const results = el('ul', { class: 'lines picks' })
  const sum = el('p', { class: 'secondary', role: 'status' })
  const fee = tick('Des frais ont été retenus', false)
  fee.input.addEventListener('change', () => weigh())
  const search = field('Facture ou client', { type: 'search' })
  search.input.addEventListener('input', () => list())
  const take = button('Rapprocher', () => deeds.match(line, match()), { kind: 'primary' })
  const match = (): Match => spread(line, [...chosen.values()], fee.input.checked)

  function list(): void {
    const wanted = plain(search.value())
    const found = fitting.filter(({ number, client }) => plain(`${number} ${client}`).includes(wanted))
    show(
      results,
      found.slice(0, MOST_SHOWN).map((document) => el('li', {}, choice(document))),
      found.length > MOST_SHOWN
        ? el('li', { class: 'secondary' }, `Et ${found.length - MOST_SHOWN} autres : précisez la recherche.`)
        : found.length === 0
          ? el('li', { class: 'secondary' }, fitting.length === 0 ? NOTHING : 'Aucune ne répond à ces mots.')
          : undefined,
    )
  }

  function choice(document: Due): HTMLElement {
    const { element, input } = tick(
      document.number,
      chosen.has(document.number),
      `${document.client} · ${euros(Math.abs(document.openCents))} à payer`,
    )
    input.addEventListener('change', () => {
      if (input.checked) chosen.set(document.number, document)
      else chosen.delete(document.number)
      weigh()
    })
    return element
  }

  function weigh(): void {
    const due = [...chosen.values()].reduce((whole, { openCents }) => whole + Math.abs(openCents), 0)
    const came = Math.abs(line.amountCents)
    const isShort = line.amountCents > 0 && due > came
    fee.element.hidden = !isShort
    if (!isShort) fee.input.checked = false
    const left = due - came
    sum.textContent =
      chosen.size === 0
        ? 'Cochez ce que cette ligne paie.'
        : left === 0
          ? `${euros(came)} : le compte y est.`
          : left < 0
            ? `${euros(due)} sur ${euros(came)} : il restera ${euros(-left)} à affecter.`
            : fee.input.checked
              ? `Tout est payé, ${euros(left)} de frais.`
              : `${euros(came)} sur ${euros(due)} : il restera ${euros(left)} à payer.`
    take.hidden = chosen.size === 0
    take.textContent =
      chosen.size === 1 ? `Rapprocher de ${[...chosen.keys()][0]}` : `Rapprocher de ${chosen.size} factures`
  }

  show(
    body,
    button('‹ Retour', back, { kind: 'quiet' }),
    el('section', { class: 'card', 'aria-label': 'La ligne' }, lineHead(line)),
    line.offers.length < 2
      ? undefined
      : el(
          'section',
          { 'aria-label': 'Autres propositions' },
          el('h2', {}, 'Autres propositions'),
          line.offers.slice(1).map((offer) =>
            el(
              'div',
              { class: 'card' },
              el('b', {}, offer.text),
              el('span', { class: 'secondary' }, offer.why),
              button('Rapprocher', () => deeds.match(line, matchOf(line, offer)), {
                key: offer.text,
                name: `Rapprocher ${of(offer.text)}`,
              }),
            ),
          ),
        ),
    search.element,
    results,
  )
  show(foot, sum, fee.element, take)
  list()
  weigh()
  search.input.focus()
  say('Choisissez ce que cette ligne paie.')
}

const NOTHING = 'Rien n’est dû : toutes les factures sont payées.'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
