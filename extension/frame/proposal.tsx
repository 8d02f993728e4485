import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros, sum } from '@tabellion/shared/money'
import type { MouseEvent, ReactElement } from 'react'
import type { BankLineShown, Card, Offer } from '../answers.ts'
import { frameWords as words } from '../words/frame.ts'

export type Press = (event: MouseEvent) => void
export interface Presses {
  readonly match: (offer: Offer) => Press
  readonly ignore: Press
  readonly undo: (decision: string) => Press
  readonly settle: (decision: string, verdict: 'accept' | 'drop') => Press
  readonly other: Press
}

export function Line({ line }: { readonly line: BankLineShown }): ReactElement {
  return (
    <div className="line">
      <p className="payer" title={line.label}>
        {line.title}
      </p>
      <p className="figure">{formatEuros(line.amountCents)}</p>
      <p className="secondary">{formatDay(line.date)}</p>
    </div>
  )
}

export function Proposal({ card, presses }: { readonly card: Card; readonly presses: Presses }): ReactElement {
  switch (card.kind) {
    case 'done':
      return (
        <div className="answer">
          <p className="done">{words.done(card)}</p>
          <p className="secondary">{words.sent(card)}</p>
          <div className="buttons">
            <button type="button" onClick={presses.undo(card.decision)}>
              {words.undo}
            </button>
          </div>
        </div>
      )
    case 'asked':
      return (
        <div className="answer">
          {card.questions.map(({ code, message, accept }) => (
            <div key={code} className="question">
              <p>{message}</p>
              <div className="buttons">
                {accept !== undefined && (
                  <button type="button" className="main" onClick={presses.settle(card.decision, 'accept')}>
                    {accept}
                  </button>
                )}
                <button type="button" onClick={presses.settle(card.decision, 'drop')}>
                  {words.undo}
                </button>
              </div>
            </div>
          ))}
        </div>
      )
    case 'nothing':
      return (
        <div className="answer">
          <p>{words.nothing}</p>
          <Others presses={presses} />
        </div>
      )
    case 'to-match': {
      const [best, ...rest] = card.offers
      return (
        <div className="answer">
          {best && <BestOffer offer={best} press={presses.match(best)} />}
          {rest.length > 0 && <p className="secondary others">{words.others}</p>}
          {rest.map((offer) => (
            <OtherOffer key={numbersOf(offer)} offer={offer} press={presses.match(offer)} />
          ))}
          <Others presses={presses} />
        </div>
      )
    }
  }
}

const numbersOf = ({ allocations }: Offer): string => allocations.map(({ number }) => number).join(', ')

function BestOffer({ offer, press }: { readonly offer: Offer; readonly press: Press }): ReactElement {
  return (
    <>
      {offer.allocations.map((one) => (
        <div key={one.number}>
          <p>
            <strong>{one.number}</strong> · {one.client}
          </p>
          <p className="secondary">{words.due(one)}</p>
        </div>
      ))}
      <ul className="reasons">
        {offer.reasons.map(({ against, text }) => (
          <li key={text} className={against ? 'against' : 'for'}>
            {text}
          </li>
        ))}
      </ul>
      <button type="button" className="main" onClick={press}>
        {words.match}
      </button>
    </>
  )
}

function OtherOffer({ offer, press }: { readonly offer: Offer; readonly press: Press }): ReactElement {
  return (
    <button type="button" className="offer" onClick={press} aria-label={words.matchThis(numbersOf(offer))}>
      <span>
        <strong>{numbersOf(offer)}</strong> · {offer.allocations[0]?.client}
      </span>
      <span>{formatEuros(sum(offer.allocations.map(({ openCents }) => openCents)))}</span>
    </button>
  )
}

function Others({ presses }: { readonly presses: Presses }): ReactElement {
  return (
    <div className="buttons">
      <button type="button" onClick={presses.other}>
        {words.other}
      </button>
      <button type="button" onClick={presses.ignore}>
        {words.ignore}
      </button>
    </div>
  )
}
