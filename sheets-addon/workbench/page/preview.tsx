/** A made document beside the grid, as the browser itself shows it. */
import type { ReactElement } from 'react'
import type { Bench } from './bench.ts'
import { useStore } from './store.ts'
import { words } from './words.ts'

export function Preview({ bench }: { readonly bench: Bench }): ReactElement | null {
  const shown = useStore(bench.side.preview)
  if (!shown) return null
  return (
    <section className="preview" aria-label={words.preview(shown.title)}>
      <header className="panel-head">
        <h2>{shown.title}</h2>
        <a className="link" href={shown.src} target="_blank" rel="noreferrer">
          {words.openInTab}
        </a>
        <button
          type="button"
          className="close"
          aria-label={words.close}
          onClick={() => bench.side.preview.set(undefined)}
        />
      </header>
      <iframe title={shown.title} src={`${shown.src}#toolbar=0&navpanes=0&view=FitH`} />
    </section>
  )
}
