import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import { type MouseEvent, type ReactElement, useState } from 'react'
import type { OpenInvoice } from '../answers.ts'
import { frameWords as words } from '../words/frame.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** *Autre facture…*: the open invoices, found by client or number. */
export function Choice(props: {
  readonly invoices: readonly OpenInvoice[]
  readonly choose: (invoice: OpenInvoice) => (event: MouseEvent) => void
  readonly back: () => void
}): ReactElement {
  const { back, choose, invoices } = props
  const [sought, setSought] = useState('')
  const found = invoices.filter(({ client, number }) =>
    plain(sought)
      .split(' ')
      .every((word) => plain(`${client} ${number}`).includes(word)),
  )
  return (
    <div className="answer">
      <input
        type="search"
        value={sought}
        aria-label={words.search}
        placeholder={words.search}
        onChange={(event) => setSought(event.target.value)}
        // biome-ignore lint/a11y/noAutofocus: the user has just asked to choose.
        autoFocus={true}
      />
      {found.length === 0 && <p className="secondary">{invoices.length === 0 ? words.noneOpen : words.noneFound}</p>}
      <div className="choices">
        {found.slice(0, 50).map((invoice) => (
          <button
            key={invoice.number}
            type="button"
            className="offer"
            onClick={choose(invoice)}
            aria-label={words.matchThis(invoice.number)}
          >
            <span>
              <strong>{invoice.number}</strong> · {invoice.client}
              <small className="secondary">{formatDay(invoice.dueOn)}</small>
            </span>
            <span>{formatEuros(invoice.openCents)}</span>
          </button>
        ))}
      </div>
      <div className="buttons">
        <button type="button" onClick={back}>
          {words.back}
        </button>
      </div>
    </div>
  )
}
