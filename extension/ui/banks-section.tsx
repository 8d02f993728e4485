import { type ReactElement, useState } from 'react'
import { ask } from '../background/ask.ts'
import { optionWords as said } from '../words/options.ts'
import { SaveLink } from './copy.tsx'
import { Table } from './table.tsx'
import { useWorker } from './use-worker.ts'

/** Which banks are read as they open, and which of their pages were learnt. */
export function BanksSection(): ReactElement {
  const { value: banks = [] } = useWorker<'banks'>({ ask: 'banks' })
  return (
    <>
      <p className="secondary">{banks.length === 0 ? said.noBanks : said.banksHow}</p>
      {banks.length > 0 && (
        <Table
          rows={banks.map(({ origin }) => ({
            key: origin,
            cells: [new URL(origin).hostname],
            actions: <Act name={said.remove} about={origin} act={() => void ask({ ask: 'always-off', origin })} />,
          }))}
        />
      )}
      <LearntPages />
    </>
  )
}

function LearntPages(): ReactElement {
  const { value: pages = [], look } = useWorker<'learnt-pages'>({ ask: 'learnt-pages' })
  const [result, setResult] = useState<{ readonly tone: 'good' | 'bad'; readonly text: string }>()
  const forget = async (place: string): Promise<void> => {
    await ask({ ask: 'forget-page', place })
    await look()
  }
  const takeIn = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const answer = await ask({ ask: 'take-page', file: (await file.text()).slice(0, 20_001) })
    const place = answer?.place
    setResult(
      place === undefined ? { tone: 'bad', text: said.noPage } : { tone: 'good', text: said.pageTaken(shown(place)) },
    )
    await look()
  }
  return (
    <>
      <h3>{said.pages}</h3>
      <p className="secondary">{pages.length === 0 ? said.noPages : said.pagesHow}</p>
      {pages.length > 0 && (
        <Table
          rows={pages.map(({ file, place }) => ({
            key: place,
            cells: [shown(place)],
            actions: (
              <>
                <SaveLink
                  file={`tabellion-page-${new URL(place).hostname}.json`}
                  type="application/json"
                  text={file}
                  name={`${said.exportPage} ${shown(place)}`}
                >
                  {said.exportPage}
                </SaveLink>
                <Act name={said.forget} about={shown(place)} act={() => void forget(place)} />
              </>
            ),
          }))}
        />
      )}
      <label className="button">
        {said.importPage}
        <input type="file" accept=".json,application/json" onChange={(event) => void takeIn(event.target.files?.[0])} />
      </label>
      {result && (
        <p className={`notice is-${result.tone}`} role={result.tone === 'good' ? 'status' : 'alert'}>
          {result.text}
        </p>
      )}
    </>
  )
}

const shown = (place: string): string => place.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** A quiet button that says for whom. */
export function Act(props: { readonly name: string; readonly about: string; readonly act: () => void }): ReactElement {
  return (
    <button type="button" className="quiet" aria-label={`${props.name} ${props.about}`} onClick={props.act}>
      {props.name}
    </button>
  )
}
