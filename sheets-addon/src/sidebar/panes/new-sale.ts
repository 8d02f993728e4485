import type { Preview } from '../../actions/issue-invoices/preview.ts'
import { numberCheck } from '../parts/checks.ts'
import { el, freshId, show } from '../parts/dom.ts'
import { allRight, choice, field } from '../parts/field.ts'
import { clientForm } from './new-client.ts'

export interface SaleForm {
  readonly element: HTMLElement
  /** The first field. */
  focus(): void
  /** Undefined while something is missing: it is then shown. */
  read(): { readonly sale: object; readonly client?: object } | undefined
}

/** One row of *Ventes* without leaving the pane, and its client when nobody of that name is known. */
export function saleForm({ clients, franchise, issueDate, units }: Preview): SaleForm {
  const known = new Set(clients.map(key))
  const names = el(
    'datalist',
    { id: freshId() },
    clients.map((name) => el('option', { value: name })),
  )
  const client = field('Client', { isRequired: true, list: names.id })
  const label = field('Désignation', { isRequired: true, hint: 'Ce qui a été vendu, précisément.' })
  const date = field('Date', { type: 'date', isRequired: true, value: issueDate })
  const quantity = field('Quantité', { isRequired: true, mode: 'decimal', value: '1', check: numberCheck(4, '1,5') })
  const unit = choice('Unité', units, 'forfait')
  const price = field(franchise ? 'Prix unitaire' : 'Prix unitaire HT', {
    isRequired: true,
    mode: 'decimal',
    check: numberCheck(6, '450 ou 1\u202f250,50'),
  })
  const rate = choice('TVA', ['20 %', '10 %', '5,5 %', '2,1 %'], '20 %')
  const place = el('div', { style: 'display: grid; gap: var(--space-3)' })
  let stranger: ReturnType<typeof clientForm> | undefined

  function meet(): void {
    const isNew = client.value() !== '' && !known.has(key(client.value()))
    if (isNew && stranger) return
    stranger = isNew ? clientForm() : undefined
    show(
      place,
      stranger ? [el('p', { class: 'secondary' }, 'Nouveau client : sa fiche sera créée.'), stranger.element] : [],
    )
  }
  client.input.addEventListener('change', meet)

  return {
    element: el(
      'div',
      { style: 'display: grid; gap: var(--space-3)' },
      names,
      client.element,
      place,
      label.element,
      el('div', { class: 'pair' }, quantity.element, unit.element),
      el('div', { class: 'pair' }, price.element, franchise ? date.element : rate.element),
      franchise ? undefined : date.element,
    ),
    focus: () => client.input.focus(),
    read() {
      meet()
      const mine = [client, label, quantity, price, date]
      const person = stranger?.read(client.value())
      if (!allRight(mine) || (stranger && !person)) return undefined
      return {
        sale: {
          client: client.value(),
          label: label.value(),
          date: date.value(),
          quantity: quantity.value(),
          unit: unit.value(),
          unitPrice: price.value(),
          ...(franchise ? {} : { vatRate: rate.value() }),
        },
        ...(person ? { client: person } : {}),
      }
    },
  }
}

const key = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
