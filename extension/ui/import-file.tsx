import { type ReactElement, useEffect, useRef } from 'react'
import type { Overview } from '../answers.ts'
import { ask } from '../background/ask.ts'
import { pageToolWords } from '../words/page-tools.ts'
import { words } from '../words/ui.ts'
import { Told } from './import-told.tsx'
import { useImport } from './use-import.ts'

/** The place to drop a file on, to choose it, or to paste. */
export function ImportFile({ overview }: { readonly overview: Overview }): ReactElement {
  const { onPaste, over, place, progress, refuse, takeFile, takeText } = useImport(overview)
  // The popup leads here with what is selected in the bank's page.
  const selected = useRef(Number(/^#selection=(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN))
  useEffect(() => {
    const tab = selected.current
    if (Number.isNaN(tab)) return
    selected.current = Number.NaN
    void ask({ ask: 'selection', tab }).then((answer) =>
      answer?.text ? takeText(answer.text) : refuse(pageToolWords.nothingSelected),
    )
  })

  return (
    <div className="stack">
      <section className={over ? 'drop is-over' : 'drop'} aria-label={words.importTitle} {...place} onPaste={onPaste}>
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
