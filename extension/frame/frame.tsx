import { cents } from '@tabellion/shared/money'
import { type MouseEvent, type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import type { Card, OpenInvoice, Refused } from '../answers.ts'
import { ask, onChanged } from '../background/ask.ts'
import { tellPage } from '../background/tell-page.ts'
import { frameWords as words } from '../words/frame.ts'
import { Choice } from './choice.tsx'
import { Line, type Press, Proposal } from './proposal.tsx'
import { canTell, useSight } from './seen.ts'

type View =
  | { readonly kind: 'starting' | 'gone' }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'choice'; readonly card: Card; readonly invoices: readonly OpenInvoice[] }

const isRefused = (answer: object): answer is Refused => 'refused' in answer

/** The proposal for the mark that was clicked. `token` opened it, once, and goes with all that is asked from here. */
export function Frame({ token }: { readonly token: string }): ReactElement {
  const whole = useRef<HTMLElement>(null)
  const inSight = useSight(whole)
  const [view, setView] = useState<View>({ kind: 'starting' })
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const look = useCallback(async () => {
    const card = await ask({ ask: 'frame-open', token })
    setView(!card || 'refused' in card ? { kind: 'gone' } : { kind: 'card', card })
  }, [token])
  useEffect(() => {
    const stop = new AbortController()
    void tellPage('here')
    void look()
    onChanged(() => void look(), stop.signal)
    return () => stop.abort()
  }, [look])

  /** Done only for a person who has seen what they clicked on. */
  const guarded =
    (act: () => Promise<object | Refused | undefined>): Press =>
    (event: MouseEvent) => {
      if (!event.nativeEvent.isTrusted || isBusy) return
      setBusy(true)
      void (async () => {
        if (!(await inSight())) setTrouble(words.hidden)
        else {
          const answer = await act()
          setTrouble(!answer ? words.failed : isRefused(answer) ? answer.text : undefined)
          await look()
        }
        setBusy(false)
      })()
    }

  const card = 'card' in view ? view.card : undefined
  const decide = (choice: Parameters<typeof ask<'decide'>>[0]['choices'][number]): Press =>
    guarded(async () => ask({ ask: 'decide', choices: [choice], token }))
  const line = card?.line.id ?? ''
  return (
    // A button that could only say no is not shown.
    <main ref={whole} aria-busy={isBusy} className={canTell() ? undefined : 'only-shows'}>
      <header>
        <h1>{words.title}</h1>
        <button type="button" className="close" onClick={() => void tellPage('close')} aria-label={words.close}>
          ×
        </button>
      </header>
      {card && <Line line={card.line} />}
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      {!canTell() && <p className="notice">{words.onlyShown}</p>}
      {view.kind === 'starting' && <p className="secondary">{words.starting}</p>}
      {view.kind === 'gone' && <p role="alert">{words.gone}</p>}
      {view.kind === 'card' && (
        <Proposal
          card={view.card}
          presses={{
            match: ({ allocations, feeCents }) =>
              decide({
                do: 'confirm',
                line,
                allocations: allocations.map(({ amountCents, number, openCents }) => ({
                  number,
                  amountCents,
                  openCents,
                })),
                ...(feeCents !== undefined && { feeCents }),
              }),
            ignore: decide({ do: 'ignore', line }),
            undo: (decision) => guarded(async () => ask({ ask: 'undo', decision, token })),
            settle: (decision, verdict) => guarded(async () => ask({ ask: 'settle', decision, verdict, token })),
            other: () =>
              void ask({ ask: 'open-invoices', token }).then((invoices) =>
                setView({ kind: 'choice', card: view.card, invoices: invoices ?? [] }),
              ),
          }}
        />
      )}
      {view.kind === 'choice' && (
        <Choice
          invoices={view.invoices}
          back={() => setView({ kind: 'card', card: view.card })}
          choose={({ number, openCents }) =>
            decide({
              do: 'confirm',
              line,
              allocations: [{ number, amountCents: cents(Math.min(openCents, view.card.line.amountCents)), openCents }],
            })
          }
        />
      )}
    </main>
  )
}
