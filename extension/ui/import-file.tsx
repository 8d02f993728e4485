import type { DateOrder } from '@tabellion/shared/statements'
import { type ClipboardEvent, type DragEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { Overview } from '../answers.ts'
import { ask } from '../background/ask.ts'
import { pageToolWords } from '../words/page-tools.ts'
import { counted, words } from '../words/ui.ts'

type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly done: number; readonly whole: number }
  | { readonly state: 'refused'; readonly text: string; readonly retry?: (order: DateOrder) => void }
  | {
      readonly state: 'done'
      readonly read: number
      readonly added: number
      readonly toMatch: number
      readonly assumed: readonly string[]
      readonly problems: readonly string[]
    }

/** So many lines go to the worker at once: the bar moves, and the worker is never held for long. */
const PART = 500

/** A file dropped, chosen, or text pasted: one way for all. */
export function ImportFile({ overview }: { readonly overview: Overview }): ReactElement {
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const [over, setOver] = useState(false)

  async function take(bytes: Uint8Array, name: string, order?: DateOrder): Promise<void> {
    setProgress({ state: 'reading', done: 0, whole: 0 })
    const { readFile } = await import('./statement-file.ts')
    const file = readFile(bytes, overview.today, order)
    if (!file.ok) {
      const retry = (chosen: DateOrder): void => void take(bytes, name, chosen)
      setProgress({ state: 'refused', text: file.text, ...(file.asksOrder && { retry }) })
      return
    }
    const { lines, format, assumed, problems } = file
    let added = 0
    let toMatch = 0
    for (let from = 0; from === 0 || from < lines.length; from += PART) {
      setProgress({ state: 'reading', done: from, whole: lines.length })
      const part = lines.slice(from, from + PART)
      const last = from + PART >= lines.length
      const answer = await ask({ ask: 'import-lines', file: name.slice(0, 200), format, lines: part, last })
      if (answer === undefined || answer.refused) {
        setProgress({ state: 'refused', text: answer?.refused?.text ?? words.noAnswer })
        return
      }
      added += answer.added
      toMatch = answer.toMatch ?? toMatch
    }
    setProgress({ state: 'done', read: lines.length, added, toMatch, assumed, problems })
  }
  // The popup leads here with what is selected in the bank's page.
  const selected = useRef(Number(/^#selection=(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN))
  useEffect(() => {
    const tab = selected.current
    if (Number.isNaN(tab)) return
    selected.current = Number.NaN
    void ask({ ask: 'selection', tab }).then((answer) =>
      answer?.text
        ? take(new TextEncoder().encode(answer.text), words.pastedName)
        : setProgress({ state: 'refused', text: pageToolWords.nothingSelected }),
    )
  })
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file) await take(new Uint8Array(await file.arrayBuffer()), file.name)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void takeFile(event.dataTransfer.files[0])
  }
  const onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files
    const text = event.clipboardData.getData('text/plain')
    event.preventDefault()
    if (file) void takeFile(file)
    else if (text !== '') void take(new TextEncoder().encode(text), words.pastedName)
  }

  return (
    <div className="stack">
      <section
        className={over ? 'drop is-over' : 'drop'}
        aria-label={words.importTitle}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        onPaste={onPaste}
      >
        <p>{words.importHow}</p>
        <div className="row">
          <label className="button">
            {words.chooseFile}
            <input type="file" onChange={(event) => void takeFile(event.target.files?.[0])} />
          </label>
          <textarea
            rows={1}
            aria-label="Coller des lignes"
            placeholder="Collez ici (Ctrl + V)"
            value=""
            onChange={() => undefined}
          />
        </div>
      </section>
      <Told progress={progress} />
    </div>
  )
}

function Told({ progress }: { readonly progress: Progress }): ReactElement | null {
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
