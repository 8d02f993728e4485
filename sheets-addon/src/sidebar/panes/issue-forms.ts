import type { Preview } from '../../actions/issue-invoices/preview.ts'
import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, split } from '../parts/frame.ts'
import { ask } from '../parts/server.ts'
import { unreachable } from '../parts/words.ts'
import { clientForm } from './new-client.ts'
import { saleForm } from './new-sale.ts'

interface Around {
  readonly back: () => void
  readonly saved: () => Promise<void>
}

/** A row of *Ventes*, typed here. */
export function typeSale(frame: Frame, seen: Preview, around: Around): void {
  const form = saleForm(seen)
  formPage(frame, { title: 'Une vente', label: 'Ajouter à Ventes', fields: form.element, read: form.read }, around)
  form.focus()
}

/** The card of a client whom *Ventes* names and *Clients* does not know. */
export function meetClient(frame: Frame, name: string, around: Around): void {
  const form = clientForm()
  const read = (): object | undefined => {
    const client = form.read(name)
    return client && { client }
  }
  formPage(frame, { title: name, label: 'Créer la fiche', fields: form.element, read }, around)
  form.element.querySelector('select')?.focus()
}

interface FormPage {
  readonly title: string
  readonly label: string
  readonly fields: HTMLElement
  readonly read: () => object | undefined
}

function formPage({ body, foot }: Frame, { fields, label, read, title }: FormPage, { back, saved }: Around): void {
  const word = el('div', { role: 'alert' })
  const submit = button(
    label,
    async () => {
      const given = read()
      if (!given) return
      const answer = await ask('add-sale', given)
      if (answer.kind === 'done') return saved()
      show(word, notice(answer.kind === 'refused' ? split(answer.message) : unreachable(answer), 'bad'))
    },
    { kind: 'primary' },
  )
  const form = el(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        submit.click()
      },
    },
    fields,
    el('input', { type: 'submit', hidden: true }),
  )
  show(body, el('h2', {}, title), form)
  show(foot, word, submit, button('Revenir', back, { kind: 'quiet' }))
}
