import { type ReactElement, useState } from 'react'
import type { OpenInvoice, Overview } from '../answers.ts'
import { words } from '../words/ui.ts'
import { CopyButton } from './copy.tsx'
import { dayText, dueText, formatEuros } from './format.ts'
import { found } from './search.ts'

interface Props {
  readonly invoices: readonly OpenInvoice[]
  readonly ibans: readonly string[]
  readonly empty: { readonly what: string; readonly how: string }
}

/** Open invoices, the longest late first, with what is copied into an answer to the client. */
export function InvoicesPanel({ invoices, ibans, empty }: Props): ReactElement {
  const [search, setSearch] = useState('')
  if (invoices.length === 0)
    return (
      <div className="empty">
        <p>
          <b>{empty.what}</b>
        </p>
        <p className="secondary">{empty.how}</p>
      </div>
    )
  const shown = found(invoices, search)
  return (
    <div className="stack">
      <div className="row">
        <input
          type="search"
          value={search}
          aria-label={words.searchInvoice}
          placeholder={words.searchHint}
          onChange={(event) => setSearch(event.target.value)}
        />
        {ibans[0] !== undefined && <CopyButton quiet={true} text={ibans[0]} label={words.copyIban} />}
      </div>
      {shown.length === 0 && <p className="secondary">{words.noInvoiceFound}</p>}
      <ul className="invoices">
        {shown.slice(0, 200).map((invoice) => (
          <Invoice key={invoice.number} invoice={invoice} />
        ))}
      </ul>
    </div>
  )
}

function Invoice({ invoice }: { readonly invoice: OpenInvoice }): ReactElement {
  const { number, client, subject, openCents, totalCents, dueOn, lateDays } = invoice
  return (
    <li>
      <div className="side">
        <b>{client}</b>
        <span className="title">{subject ?? number}</span>
        <span className={lateDays > 0 ? 'bad' : 'secondary'}>
          {dueText(lateDays)} ({dayText(dueOn)})
        </span>
      </div>
      <div className="side is-right">
        <b className="amount">{formatEuros(openCents)}</b>
        {openCents < totalCents && (
          <span className="secondary">
            {words.whole} {formatEuros(totalCents)}
          </span>
        )}
        <CopyButton quiet={true} text={number} label={number} hint={words.copyReference} />
      </div>
    </li>
  )
}

export function DeadlinesPanel({ overview }: { readonly overview: Overview }): ReactElement {
  const { deadlines } = overview
  if (deadlines.length === 0)
    return (
      <div className="empty">
        <p>
          <b>{words.noDeadlines}</b>
        </p>
        <p className="secondary">{words.noDeadlinesHow}</p>
      </div>
    )
  return (
    <ul className="invoices">
      {deadlines.map(({ day, obligation, authority, period, estimateCents }) => (
        <li key={`${day}${obligation}${period}`}>
          <div className="side">
            <b>{obligation}</b>
            <span className="secondary">
              {authority}
              {period !== '' && ` · ${period}`}
            </span>
          </div>
          <div className="side is-right">
            <b className={day < overview.today ? 'bad' : undefined}>{dayText(day)}</b>
            {estimateCents !== undefined && (
              <span className="secondary">
                {formatEuros(estimateCents)} {words.estimate}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
