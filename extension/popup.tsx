/** What the toolbar button opens: what needs the user, in order of money. */
import { type ReactElement, useEffect, useState } from 'react'
import '../assets/tokens.css'
import '../assets/controls.css'
import type { Overview, TabReading } from './answers.ts'
import { ask } from './background/ask.ts'
import { activeTab, openTab, ownPage } from './background/browser.ts'
import './popup.css'
import { ConnectForm } from './ui/connect-form.tsx'
import { FirstLine } from './ui/first-line.tsx'
import { Told } from './ui/import-told.tsx'
import { DeadlinesPanel, InvoicesPanel } from './ui/invoices-panel.tsx'
import './ui/look.css'
import { PageTools } from './ui/page-tools.tsx'
import { Tabs } from './ui/tabs.tsx'
import { ToMatchPanel } from './ui/to-match-panel.tsx'
import { useImport } from './ui/use-import.ts'
import { useWorker } from './ui/use-worker.ts'
import { words } from './words/ui.ts'

// Plasmo's page has no language of its own.
document.documentElement.lang = 'fr'
document.title = words.appName

export default function Popup(): ReactElement {
  const { value: overview, silent } = useWorker<'overview'>({ ask: 'overview' })
  if (silent) return <p role="alert">{words.noAnswer}</p>
  // The worker answers in a few milliseconds: nothing is drawn that would only flash.
  if (!overview) return <main aria-busy="true" />
  return (
    <main>
      <FirstLine overview={overview} />
      {overview.connection.state === 'connected' ? <Connected overview={overview} /> : <NotConnected />}
    </main>
  )
}

function NotConnected(): ReactElement {
  return (
    <div className="stack">
      <p>{words.notConnectedWhy}</p>
      <ConnectForm />
    </div>
  )
}

function Connected({ overview }: { readonly overview: Overview }): ReactElement | null {
  const { value: told } = useWorker<'to-match'>({ ask: 'to-match' })
  const { value: invoices } = useWorker<'open-invoices'>({ ask: 'open-invoices' })
  const reading = useTabReading()
  const { over, place, progress } = useImport(overview)
  useEffect(() => void ask({ ask: 'sync' }), [])
  if (!told || !invoices) return null
  const { ibans, counts, deadlines } = overview
  const late = invoices.filter(({ lateDays }) => lateDays > 0)
  return (
    <div className={over ? 'stack is-over' : 'stack'} {...place}>
      <Told progress={progress} />
      <Reading reading={reading?.told} />
      <Tabs
        label={words.appName}
        tabs={[
          {
            id: 'match',
            name: words.tabMatch,
            count: counts.toMatch + counts.certain + counts.asked,
            panel: () => <ToMatchPanel told={told} />,
          },
          {
            id: 'open',
            name: words.tabOpen,
            longName: words.tabOpenLong,
            count: invoices.length,
            panel: () => (
              <InvoicesPanel invoices={invoices} ibans={ibans} empty={{ what: words.noOpen, how: words.noOpenHow }} />
            ),
          },
          {
            id: 'late',
            name: words.tabLate,
            count: late.length,
            panel: () => (
              <InvoicesPanel invoices={late} ibans={ibans} empty={{ what: words.noLate, how: words.noLateHow }} />
            ),
          },
          {
            id: 'deadlines',
            name: words.tabDeadlines,
            longName: words.tabDeadlinesLong,
            count: deadlines.filter(({ day }) => day <= overview.today).length,
            panel: () => <DeadlinesPanel overview={overview} />,
          },
        ]}
      />
      {reading && reading.told.state !== 'closed' && <PageTools tab={reading.tab} reading={reading.told} />}
      <footer>
        <button type="button" className="quiet" onClick={() => void openTab(ownPage('import'))}>
          {words.importInTab}
        </button>
        <p className="secondary">{words.pasteHere}</p>
      </footer>
    </div>
  )
}

interface TabRead {
  readonly tab: number
  readonly told: TabReading
}

/** The click on the toolbar button is what lets this one page be read, this once. */
function useTabReading(): TabRead | undefined {
  const [reading, setReading] = useState<TabRead>()
  useEffect(() => {
    void activeTab().then(async (tab) => {
      const told = tab === undefined ? undefined : await ask({ ask: 'read-tab', tab })
      if (tab !== undefined && told) setReading({ tab, told })
    })
  }, [])
  return reading
}

function Reading({ reading }: { readonly reading: TabReading | undefined }): ReactElement | null {
  if (reading?.state === 'empty') return <p className="secondary">{words.readEmpty}</p>
  if (reading?.state !== 'unreadable') return null
  return (
    <p className="notice is-warn" role="status">
      {words.readUnreadable}
    </p>
  )
}
