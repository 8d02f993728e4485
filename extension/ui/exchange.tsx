import { type ReactElement, useId, useState } from 'react'
import { ask } from '../background/ask.ts'
import { exchangeWords as said } from '../words/exchange.ts'
import { words } from '../words/ui.ts'
import { CopyButton, SaveLink } from './copy.tsx'
import { Step } from './step.tsx'

type Result = { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string }

/** The sheet and this browser exchange through the person's hands, where the web app cannot be reached. */
export function Exchange(): ReactElement {
  const [block, setBlock] = useState<string>()
  const [answers, setAnswers] = useState('')
  const [result, setResult] = useState<Result>()
  const [blockId, answersId] = [useId(), useId()]

  async function prepare(): Promise<void> {
    const answer = await ask({ ask: 'prepare-block' })
    setBlock(answer?.block)
    setResult(answer?.block === undefined ? { tone: 'bad', text: words.noAnswer } : undefined)
  }
  async function take(): Promise<void> {
    const answer = await ask({ ask: 'take-block', block: answers })
    if (answer === undefined) setResult({ tone: 'bad', text: words.noAnswer })
    else if ('problem' in answer) setResult({ tone: 'bad', text: said.problems[answer.problem] })
    else {
      const text = said.taken(answer.taken, answer.left)
      setResult(answer.trouble === undefined ? { tone: 'good', text } : { tone: 'warn', text: answer.trouble })
      setAnswers('')
      setBlock(undefined)
    }
  }

  return (
    <div className="stack">
      <p className="secondary">{said.why}</p>
      <Step level="h3" number={1} title={said.prepare} done={block !== undefined}>
        {block === undefined ? (
          <button type="button" className="primary" onClick={() => void prepare()}>
            {said.prepareIt}
          </button>
        ) : (
          <>
            <label htmlFor={blockId} className="secondary">
              {said.blockHow}
            </label>
            <textarea
              id={blockId}
              className="block"
              readOnly={true}
              rows={4}
              value={block}
              onFocus={(event) => event.target.select()}
            />
            <div className="row">
              <CopyButton text={block} label={said.copy} />
              <SaveLink file="tabellion-demandes.txt" type="text/plain" text={block}>
                {said.save}
              </SaveLink>
            </div>
          </>
        )}
      </Step>
      <Step level="h3" number={2} title={said.carry}>
        <p className="secondary">{said.carryHow}</p>
      </Step>
      <Step level="h3" number={3} title={said.bring}>
        <label htmlFor={answersId} className="secondary">
          {said.bringHow}
        </label>
        <textarea
          id={answersId}
          className="block"
          rows={4}
          spellCheck={false}
          placeholder="----- TABELLION 1 RÉPONSES -----"
          value={answers}
          onChange={(event) => setAnswers(event.target.value)}
        />
        <div className="row">
          <button
            type="button"
            className={block === undefined ? '' : 'primary'}
            disabled={answers.trim() === ''}
            onClick={() => void take()}
          >
            {said.take}
          </button>
          <label className="button">
            {said.open}
            <input
              type="file"
              accept=".txt,text/plain"
              onChange={(event) => void event.target.files?.[0]?.text().then(setAnswers)}
            />
          </label>
        </div>
      </Step>
      {result && (
        <p className={`notice is-${result.tone}`} role={result.tone === 'good' ? 'status' : 'alert'}>
          {result.text}
        </p>
      )}
    </div>
  )
}
