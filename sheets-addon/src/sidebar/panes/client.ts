import type { ClientCard, OpenInvoice } from '../../actions/client-card.ts'
import { button, el, freshId, show } from '../parts/dom.ts'
import { type Frame, outcomeOf, type Pane } from '../parts/frame.ts'
import { type Answer, ask } from '../parts/server.ts'
import { counted, euros, frenchDay } from '../parts/words.ts'
import { creditOffer } from './credit-offer.ts'

/** Who the active row speaks of, and what they owe; or whoever is looked up. */
export function clientPane(frame: Frame): Pane {
  const result = el('div', { class: 'result' })
  const input = el('input', { id: freshId(), type: 'search', autocomplete: 'off', 'data-key': 'search' })
  const form = el(
    'form',
    { role: 'search', onsubmit: submitted },
    el('div', { class: 'field' }, el('label', { for: input.id }, 'Client ou n° de document'), input),
    el(
      'div',
      { class: 'row' },
      el('button', { type: 'submit' }, 'Chercher'),
      button('Client de la ligne active', () => look(ask('client-card')), { kind: 'quiet' }),
    ),
  )

  function submitted(event: Event): void {
    event.preventDefault()
    void look(ask('client-card', { search: input.value }))
  }

  async function look(answer: Answer | Promise<Answer>): Promise<void> {
    if (!frame.body.contains(form)) show(frame.body, form, result)
    show(frame.foot)
    const again = button('Réessayer', () => look(ask('client-card', { search: input.value })), { kind: 'quiet' })
    const outcome = await outcomeOf(answer, { body: result, foot: frame.foot }, again)
    if (!outcome) return
    frame.say(outcome.message)
    if (outcome.client) show(result, card(outcome.client))
    else if (outcome.clients) show(result, el('p', { class: 'secondary' }, outcome.message), choices(outcome.clients))
    else show(result, el('p', { class: 'secondary' }, outcome.message))
  }

  const choices = (names: readonly string[]): HTMLElement =>
    el(
      'ul',
      { class: 'todo' },
      names.map((name) =>
        el(
          'li',
          {},
          button(name, () => look(ask('client-card', { search: name }))),
        ),
      ),
    )

  const card = (client: ClientCard): HTMLElement => {
    const [first] = client.open
    return el(
      'section',
      { class: 'card', 'aria-label': client.name },
      el('div', { class: 'head' }, el('h2', {}, client.name), el('span', { class: 'tag' }, client.relation)),
      el(
        'div',
        {},
        el('div', { class: 'figure' }, euros(client.balanceDueCents)),
        el('div', { class: 'secondary' }, client.balanceDueCents > 0 ? 'Reste dû' : 'Reste dû : ne doit rien'),
      ),
      client.open.length > 0 ? el('ul', { class: 'todo' }, client.open.map(invoice)) : undefined,
      el(
        'dl',
        { class: 'facts' },
        fact('Facturé', euros(client.invoicedCents)),
        fact('Encaissé', euros(client.receivedCents)),
        client.creditCents > 0 ? fact('Crédit', euros(client.creditCents)) : undefined,
        client.averageDelayDays === undefined
          ? undefined
          : fact('Paie en moyenne en', counted(client.averageDelayDays, 'jour')),
        client.type === '' ? undefined : fact('Type', client.type),
        client.email === '' ? undefined : fact('E-mail', client.email),
        client.phone === '' ? undefined : fact('Téléphone', client.phone),
      ),
      first && client.creditCents > 0
        ? creditOffer(first.number, Math.min(client.creditCents, first.balanceDueCents), frame.say, () =>
            look(ask('client-card', { search: client.name })),
          )
        : undefined,
      el(
        'div',
        { class: 'row' },
        client.rowsToInvoice > 0
          ? button(`Facturer ${counted(client.rowsToInvoice, 'ligne cochée', 'lignes cochées')}`, () =>
              frame.go('issue'),
            )
          : undefined,
        client.row === undefined
          ? undefined
          : button('Voir sa fiche', () => ask('go-to', { tab: 'Clients', row: client.row }), { kind: 'quiet' }),
      ),
    )
  }

  const fact = (name: string, value: string): readonly HTMLElement[] => [el('dt', {}, name), el('dd', {}, value)]

  const invoice = (open: OpenInvoice): HTMLElement =>
    el(
      'li',
      {},
      el(
        'button',
        { type: 'button', onclick: () => void ask('go-to', { tab: 'Factures', row: open.row }) },
        el('b', {}, open.number),
        el('span', { class: 'amount', style: 'grid-column: 2' }, euros(open.balanceDueCents)),
        el(
          'span',
          { class: open.daysLate > 0 ? 'place bad' : 'place secondary' },
          open.daysLate > 0
            ? `En retard de ${counted(open.daysLate, 'jour')}`
            : open.dueDate === undefined
              ? ''
              : `À payer le ${frenchDay(open.dueDate)}`,
        ),
      ),
    )

  return {
    name: 'client',
    label: 'Client',
    isDaily: true,
    open: (answer = undefined) => look(answer ?? ask('client-card')),
  }
}
