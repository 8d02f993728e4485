import { sum } from '@tabellion/shared/money'
import { type ReactElement, useState } from 'react'
import type { BankLineShown, Card, ToMatch } from '../answers.ts'
import { counted, words } from '../words/ui.ts'
import { AskedCard, DoneCard, LineSide, Problem, ProposalCard } from './card.tsx'
import { formatEuros } from './format.ts'
import { InvoicePicker } from './invoice-picker.tsx'
import { confirmChoice, wayOf } from './way.ts'

type Proposed = Extract<Card, { readonly kind: 'to-match' }>
const way = wayOf()

export function ToMatchPanel({ told }: { readonly told: ToMatch }): ReactElement {
  const { cards, done, others } = told
  const proposed = cards.filter((card): card is Proposed => card.kind === 'to-match')
  const certain = proposed.filter((card) => card.certain)
  const isFolded = certain.length > 1
  return (
    <div className="stack">
      {cards.map((card) => card.kind === 'asked' && <AskedCard key={card.decision} card={card} way={way} />)}
      {isFolded && <CertainOnes cards={certain} />}
      {proposed
        .filter((card) => !isFolded || !card.certain)
        .map((card) => (
          <ProposalCard key={card.line.id} card={card} way={way} />
        ))}
      {cards.length === 0 && (
        <div className="empty">
          <p>
            <b>{words.nothingToMatch}</b>
          </p>
          <p className="secondary">{words.nothingToMatchHow}</p>
        </div>
      )}
      {done.length > 0 && (
        <div className="dones">
          {done.map((card) => (
            <DoneCard key={card.decision} card={card} way={way} />
          ))}
        </div>
      )}
      {others.length > 0 && <Others lines={others} />}
    </div>
  )
}

/** All that is certain, in one click; each can still be looked at, and taken back afterwards. */
function CertainOnes({ cards }: { readonly cards: readonly Proposed[] }): ReactElement {
  const [problem, setProblem] = useState('')
  const all = async (): Promise<void> => {
    const choices = cards.flatMap(({ line, offers: [best] }) => (best ? [confirmChoice(line.id, best)] : []))
    setProblem((await way.decide(choices)) ?? '')
  }
  return (
    <article className="card is-certain">
      <div className="sides">
        <div className="side">
          <b className="amount">{formatEuros(sum(cards.map(({ line }) => line.amountCents)))}</b>
          <span className="secondary">{counted(cards.length, 'ligne certaine', 'lignes certaines')}</span>
        </div>
      </div>
      <button type="button" className="primary" onClick={() => void all()}>
        Rapprocher les {cards.length} certains
      </button>
      <details>
        <summary>{words.seeCertain}</summary>
        <div className="stack">
          {cards.map((card) => (
            <ProposalCard key={card.line.id} card={card} way={way} />
          ))}
        </div>
      </details>
      <Problem text={problem} />
    </article>
  )
}

function Others({ lines }: { readonly lines: readonly BankLineShown[] }): ReactElement {
  return (
    <details className="others">
      <summary>
        {words.others} ({lines.length})
      </summary>
      <ul className="stack">
        {lines.map((line) => (
          <Other key={line.id} line={line} />
        ))}
      </ul>
    </details>
  )
}

function Other({ line }: { readonly line: BankLineShown }): ReactElement {
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState('')
  return (
    <li className="card">
      <LineSide line={line} />
      <div className="actions">
        <button type="button" className="quiet" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {words.otherInvoice}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void way.decide([{ do: 'ignore', line: line.id }]).then((text) => setProblem(text ?? ''))}
        >
          {words.ignore}
        </button>
      </div>
      {choosing && <InvoicePicker line={line} offers={[]} way={way} onProblem={setProblem} />}
      <Problem text={problem} />
    </li>
  )
}
