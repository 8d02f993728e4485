/** The sidebar « Facturation »: one pane at a time. Every button has its twin in the menu (features C-24). */
import './sidebar.css'
import { clientPane } from './panes/client.ts'
import { connectPane } from './panes/connect.ts'
import { dutiesPane } from './panes/duties.ts'
import { issuePane } from './panes/issue.ts'
import { matchPane } from './panes/match.ts'
import { quotesPane } from './panes/quotes.ts'
import { remindersPane } from './panes/reminders.ts'
import { todayPane } from './panes/today.ts'
import { paneBar } from './parts/bar.ts'
import { button, el, part, show } from './parts/dom.ts'
import { type Frame, mainFrame, notice, type Pane } from './parts/frame.ts'
import { type Answer, ask, closePage, onAnswer, type PageName, start } from './parts/server.ts'
import { unreachable } from './parts/words.ts'

const { body, foot } = mainFrame()
const said = part('said', HTMLElement)
const trouble = part('trouble', HTMLElement)
let current: Pane | undefined

const frame: Frame = {
  body,
  foot,
  say: (text) => {
    said.textContent = text
  },
  go,
  badge: (page, count) => bar.badge(page, count),
}
/** Those that are daily have a tab, the others stand under « Plus » in this order. */
const panes: readonly Pane[] = [
  todayPane(frame),
  issuePane(frame),
  quotesPane(frame),
  remindersPane(frame),
  clientPane(frame),
  matchPane(frame),
  dutiesPane(frame),
  connectPane(frame),
]
const bar = paneBar(panes, go)
/** What the menu asks for, and the pane that shows it. */
const HOMES: Readonly<Partial<Record<PageName, PageName>>> = { sale: 'issue', import: 'match', 'what-if': 'duties' }

function go(page: PageName, answer?: Answer): void {
  const pane = panes.find(({ name }) => name === (HOMES[page] ?? page)) ?? panes[0]
  if (!pane) return
  current = pane
  bar.mark(pane)
  body.ariaLabel = pane.label
  show(body, answer ? undefined : el('p', { class: 'secondary' }, 'Lecture du fichier…'))
  show(foot)
  void pane.open(answer, page)
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (!current?.back?.()) closePage()
})

window.addEventListener('focus', () => void current?.returned?.())

onAnswer((answer) => {
  if (answer.kind === 'unreachable' && !answer.hadAnswered)
    show(trouble, notice(unreachable(answer), 'bad', button('Réessayer', probe, { kind: 'quiet' })))
  else show(trouble)
})

/** Several accounts make every call fail: better said before the first button is pressed (ground truth 25). */
async function probe(): Promise<void> {
  const answer = await ask('today')
  if (answer.kind === 'done') frame.badge('today', (answer.outcome.actions ?? []).length)
}

const started = start()
go(started?.page ?? 'today', started?.answer)
if (started?.page !== 'today' || started.answer) void probe()
