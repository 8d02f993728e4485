import { type FormEvent, type ReactElement, useState } from 'react'
import { ask } from '../background/ask.ts'
import { connectProblem } from '../words/connect.ts'
import { words } from '../words/ui.ts'

/** One field, one button: the code as the sheet gave it. */
export function ConnectForm({ onConnected }: { readonly onConnected?: () => void }): ReactElement {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    const answer = await ask({ ask: 'connect', code })
    setBusy(false)
    if (answer === undefined) setProblem(words.noAnswer)
    else if ('problem' in answer) setProblem(connectProblem(answer.problem))
    else onConnected?.()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{words.connectHow}</p>
      <div className="field">
        <label htmlFor="code">{words.pairingCode}</label>
        <input
          id="code"
          value={code}
          autoComplete="off"
          spellCheck={false}
          placeholder="tabellion1.…"
          aria-invalid={problem !== ''}
          aria-describedby="code-problem"
          onChange={(event) => setCode(event.target.value)}
        />
        <p id="code-problem" className="hint bad" role="alert">
          {problem}
        </p>
      </div>
      <button type="submit" className="primary" aria-busy={busy} disabled={busy || code.trim() === ''}>
        {busy ? words.connecting : words.connect}
      </button>
    </form>
  )
}
