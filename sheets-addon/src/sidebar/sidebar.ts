/** The sidebar « Facturation »: five panes and *Connecter l’extension*, one at a time. Every button has its twin in the menu (features C-24). */
import './sidebar.css'
import { clientPane } from './panes/client.ts'
import { connectPane } from './panes/connect.ts'
import { dutiesPane } from './panes/duties.ts'
import { issuePane } from './panes/issue.ts'
import { matchPane } from './panes/match.ts'
import { todayPane } from './panes/today.ts'
import { button, el, part, show } from './parts/dom.ts'
import { type Frame, mainFrame, notice, type Pane } from './parts/frame.ts'
import { type Answer, ask, closePage, onAnswer, type PageName, start } from './parts/server.ts'
import { unreachable } from './parts/words.ts'

const { body, foot } = mainFrame()
const said = part('said', HTMLElement)
const trouble = part('trouble', HTMLElement)
const tabs = new Map<PageName, HTMLButtonElement>()
let current: Pane | undefined

const frame: Frame = {
  body,
  foot,
  say: (text) => {
    said.textContent = text
  },
  go,
  badge: (page, count) => {
    const tab = tabs.get(page)
    const pane = panes.find(({ name }) => name === page)
    if (!tab || !pane) return
    show(tab, pane.label, count > 0 ? el('span', { class: 'badge' }, String(count)) : undefined)
  },
}
const panes: readonly Pane[] = [
  todayPane(frame),
  issuePane(frame),
  dutiesPane(frame),
  clientPane(frame),
  matchPane(frame),
  connectPane(frame),
]
const withTab = panes.filter(({ isHidden }) => !isHidden)
/** What the menu asks for, and the pane that shows it. */
const HOMES: Readonly<Partial<Record<PageName, PageName>>> = { sale: 'issue', import: 'match', 'what-if': 'duties' }

show(
  part('tabs', HTMLElement),
  withTab.map(({ label, name }) => {
    const tab = el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': body.id, onclick: () => go(name) },
      label,
    )
    tabs.set(name, tab)
    return tab
  }),
)

function go(page: PageName, answer?: Answer): void {
  const pane = panes.find(({ name }) => name === (HOMES[page] ?? page)) ?? panes[0]
  if (!pane) return
  current = pane
  for (const [name, tab] of tabs) {
    tab.ariaSelected = String(name === pane.name)
    tab.tabIndex = name === (pane.isHidden ? panes[0]?.name : pane.name) ? 0 : -1
  }
  if (pane.isHidden) body.removeAttribute('aria-labelledby')
  else body.setAttribute('aria-labelledby', `tab-${pane.name}`)
  body.ariaLabel = pane.isHidden ? pane.label : null
  show(body, answer ? undefined : el('p', { class: 'secondary' }, 'Lecture du fichier…'))
  show(foot)
  void pane.open(answer, page)
}

part('tabs', HTMLElement).addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  const names = withTab.map(({ name }) => name)
  const next = names[(names.indexOf(current?.name ?? 'today') + step + names.length) % names.length]
  if (next === undefined) return
  go(next)
  tabs.get(next)?.focus()
})

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
