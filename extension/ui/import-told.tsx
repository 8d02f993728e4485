import type { ReactElement } from 'react'
import { counted, words } from '../words/ui.ts'
import type { Progress } from './use-import.ts'

/** How far the reading is, what came of it, or why nothing did. */
export function Told({ progress }: { readonly progress: Progress }): ReactElement | null {
  switch (progress.state) {
    case 'idle':
      return null
    case 'reading':
      return (
        <div role="status">
          <p>
            {words.reading} {progress.whole > 0 && `${progress.done} / ${progress.whole}`}
          </p>
          <progress aria-label={words.reading} value={progress.done} max={Math.max(1, progress.whole)} />
        </div>
      )
    case 'refused':
      return (
        <div className="notice is-bad" role="alert">
          <p>{progress.text}</p>
          {progress.retry && (
            <div className="row">
              <button type="button" onClick={() => progress.retry?.('dmy')}>
                {words.dayFirst}
              </button>
              <button type="button" onClick={() => progress.retry?.('mdy')}>
                {words.monthFirst}
              </button>
            </div>
          )}
        </div>
      )
    case 'done':
      return <Done {...progress} />
  }
}

function Done({ read, added, toMatch, assumed, problems }: Extract<Progress, { state: 'done' }>): ReactElement {
  const parts = [
    counted(read, 'ligne lue', 'lignes lues'),
    counted(added, 'nouvelle', 'nouvelles'),
    counted(toMatch, 'à rapprocher', 'à rapprocher'),
  ]
  return (
    <div className="notice is-good" role="status">
      <p>
        <b>{parts.join(', ')}.</b>
      </p>
      {toMatch > 0 && <p>{words.seeMatches}</p>}
      <Listed title={words.problemsTitle} texts={problems} />
      <Listed title={words.assumedTitle} texts={assumed} />
    </div>
  )
}

function Listed({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): ReactElement | null {
  if (texts.length === 0) return null
  return (
    <details>
      <summary>
        {title} ({texts.length})
      </summary>
      <ul>
        {texts.slice(0, 50).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
