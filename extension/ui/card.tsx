import { type ReactElement, useState } from 'react'
import type { BankLineShown, Card, Offer } from '../answers.ts'
import type { Choice } from '../messages.ts'
import { counted, words } from '../words/ui.ts'
import './cards.css'
import { dayText, formatEuros } from './format.ts'
import { InvoicePicker } from './invoice-picker.tsx'
import { confirmChoice, type Way } from './way.ts'

type CardProps<Kind extends Card['kind']> = { readonly card: Extract<Card, { kind: Kind }>; readonly way: Way }

/** Amount and payer at left, the invoice at right, the reasons between, one button. */
export function ProposalCard({ card, way }: CardProps<'to-match'>): ReactElement | null {
  const { line, offers, certain } = card
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState('')
  const [best] = offers
  const choose = async (choice: Choice): Promise<void> => setProblem((await way.decide([choice])) ?? '')
  if (!best) return null
  return (
    <article
      className={certain ? 'card is-certain' : 'card'}
      aria-label={`${formatEuros(line.amountCents)}, ${line.title}`}
    >
      <div className="sides">
        <LineSide line={line} />
        <OfferSide offer={best} />
      </div>
      <Reasons offer={best} />
      <div className="actions">
        <button type="button" className="primary" onClick={() => void choose(confirmChoice(line.id, best))}>
          {words.match}
        </button>
        <button type="button" className="quiet" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {words.otherInvoice}
        </button>
        <button type="button" className="quiet" onClick={() => void choose({ do: 'ignore', line: line.id })}>
          {words.ignore}
        </button>
      </div>
      {choosing && <InvoicePicker line={line} offers={offers.slice(1)} way={way} onProblem={setProblem} />}
      <Problem text={problem} />
    </article>
  )
}

export function LineSide({ line }: { readonly line: BankLineShown }): ReactElement {
  return (
    <div className="side">
      <b className="amount">{formatEuros(line.amountCents)}</b>
      <span className="title" title={line.label}>
        {line.title}
      </span>
      <span className="secondary">{dayText(line.date)}</span>
    </div>
  )
}

function OfferSide({ offer }: { readonly offer: Offer }): ReactElement {
  const [first] = offer.allocations
  const several = offer.allocations.length > 1
  return (
    <div className="side is-right">
      <b>{offer.allocations.map(({ number }) => number).join(', ')}</b>
      <span className="title">{first?.client}</span>
      <span className="secondary">
        {several
          ? counted(offer.allocations.length, 'facture', 'factures')
          : first && `${words.due} ${dayText(first.dueOn)}`}
      </span>
    </div>
  )
}

export function Reasons({ offer }: { readonly offer: Offer }): ReactElement {
  const { reasons, allocations, feeCents, overCents } = offer
  const part = allocations.find(({ amountCents, openCents }) => amountCents > 0 && amountCents < openCents)
  const also = [
    ...(part ? [`${formatEuros(part.amountCents)} ${words.whole} ${formatEuros(part.openCents)}`] : []),
    ...(feeCents ? [`${formatEuros(feeCents)} de ${words.fee}`] : []),
    ...(overCents ? [`${formatEuros(overCents)} ${words.over}`] : []),
  ]
  return (
    <ul className="reasons">
      {reasons.map(({ text, against }, at) => (
        <li key={text} className={against ? 'warn' : undefined}>
          {against && !reasons[at - 1]?.against ? `mais ${text}` : text}
        </li>
      ))}
      {also.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Done: one line, with *Annuler* in its place. */
export function DoneCard({ card, way }: CardProps<'done'>): ReactElement {
  const { line, what, numbers, sent, decision } = card
  const [problem, setProblem] = useState('')
  return (
    <div className="done">
      <span className={what === 'confirm' ? 'good' : 'secondary'}>
        {what === 'confirm' ? `✓ ${numbers.join(', ')}` : words.ignored}
      </span>
      <span className="title">
        {formatEuros(line.amountCents)} · {line.title}
        {!sent && <i> ({words.toSend})</i>}
      </span>
      <button
        type="button"
        className="quiet"
        aria-label={`${words.undo} ${numbers.join(', ')} ${line.title}`}
        onClick={() => void way.undo(decision).then((text) => setProblem(text ?? ''))}
      >
        {words.undo}
      </button>
      <Problem text={problem} />
    </div>
  )
}

/** The sheet asked instead of writing. */
export function AskedCard({ card, way }: CardProps<'asked'>): ReactElement {
  const { line, numbers, questions, decision } = card
  const [problem, setProblem] = useState('')
  const settle = async (verdict: 'accept' | 'drop'): Promise<void> =>
    setProblem((await way.settle(decision, verdict)) ?? '')
  return (
    <article className="card is-asked" aria-label={`${words.sheetAsks} : ${line.title}`}>
      <div className="sides">
        <LineSide line={line} />
        <div className="side is-right">
          <b>{numbers.join(', ')}</b>
          <span className="warn">{words.sheetAsks}</span>
        </div>
      </div>
      {questions.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
      <div className="actions">
        {questions.every(({ accept }) => accept) && (
          <button type="button" className="primary" onClick={() => void settle('accept')}>
            {words.accept}
          </button>
        )}
        <button type="button" onClick={() => void settle('drop')}>
          {words.drop}
        </button>
      </div>
      <Problem text={problem} />
    </article>
  )
}

export const Problem = ({ text }: { readonly text: string }): ReactElement => (
  <p className="hint bad" role="alert">
    {text}
  </p>
)
