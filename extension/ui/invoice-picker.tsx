import { cents } from '@tabellion/shared/money'
import { type ReactElement, useEffect, useState } from 'react'
import type { BankLineShown, Offer, OpenInvoice } from '../answers.ts'
import { ask } from '../background/ask.ts'
import type { Choice } from '../messages.ts'
import { words } from '../words/ui.ts'
import { dueText, formatEuros } from './format.ts'
import { found } from './search.ts'
import { confirmChoice, type Way } from './way.ts'

const MOST = 40

/** The other proposals first, then all that is open: one more click chooses. */
export function InvoicePicker({
  line,
  offers,
  way,
  onProblem,
}: {
  readonly line: BankLineShown
  readonly offers: readonly Offer[]
  readonly way: Way
  readonly onProblem: (text: string) => void
}): ReactElement {
  const [invoices, setInvoices] = useState<readonly OpenInvoice[]>([])
  const [search, setSearch] = useState('')
  useEffect(() => {
    const question = { ask: 'open-invoices', ...(way.token !== undefined && { token: way.token }) } as const
    void ask<'open-invoices'>(question).then((answer) => setInvoices(answer ?? []))
  }, [way.token])
  const choose = async (choice: Choice): Promise<void> => onProblem((await way.decide([choice])) ?? '')
  const shown = found(invoices, search)
  return (
    <div className="picker">
      {offers.length > 0 && (
        <>
          <h3>{words.otherProposals}</h3>
          <ul>
            {offers.map((offer) => (
              <li key={offer.allocations.map(({ number }) => number).join()}>
                <button type="button" onClick={() => void choose(confirmChoice(line.id, offer))}>
                  <b>{offer.allocations.map(({ number }) => number).join(', ')}</b>
                  <span>{offer.allocations[0]?.client}</span>
                  <span className="secondary">
                    {offer.reasons
                      .map(({ text }) => text)
                      .slice(0, 2)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.allOpen}</h3>
      <input
        type="search"
        value={search}
        aria-label={words.searchInvoice}
        placeholder={words.searchHint}
        onChange={(event) => setSearch(event.target.value)}
      />
      {shown.length === 0 && <p className="secondary">{words.noInvoiceFound}</p>}
      <ul>
        {shown.slice(0, MOST).map((invoice) => (
          <li key={invoice.number}>
            <button type="button" onClick={() => void choose(byHand(line, invoice))}>
              <b>{invoice.number}</b>
              <span>{invoice.client}</span>
              <span className="secondary">
                {formatEuros(invoice.openCents)} · {dueText(invoice.lateDays)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** As much of the invoice as the line can pay. */
const byHand = (line: BankLineShown, { number, openCents }: OpenInvoice): Choice => ({
  do: 'confirm',
  line: line.id,
  allocations: [{ number, amountCents: cents(Math.min(line.amountCents, openCents)), openCents }],
})
