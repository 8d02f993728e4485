import type { TodoItem } from '../../actions/action.ts'
import { button, el, paneHead, show } from '../parts/dom.ts'
import { type Frame, outcomeOf, type Pane } from '../parts/frame.ts'
import { type Answer, ask, openPage, type PageName } from '../parts/server.ts'

/** At most seven things, each one click from its place. */
export function todayPane(frame: Frame): Pane {
  async function open(answer: Answer | Promise<Answer> = ask('today')): Promise<void> {
    const outcome = await outcomeOf(
      answer,
      frame,
      button('Réessayer', () => open(), { kind: 'quiet' }),
    )
    if (!outcome) return
    const items = outcome.actions ?? []
    frame.badge('today', items.length)
    show(frame.foot)
    show(
      frame.body,
      paneHead(items.length === 0 ? 'Rien ne vous attend' : 'Ce qui vous attend', () => open()),
      items.length === 0
        ? el(
            'p',
            { class: 'secondary' },
            'Ici paraîtront les lignes à facturer, les factures en retard et ce qu’il faut finir. Cochez « À facturer » dans Ventes pour commencer.',
          )
        : el('ul', { class: 'todo' }, items.map(itemOf)),
    )
    frame.say(items.length === 0 ? 'Rien ne vous attend.' : `${items.length} à voir.`)
  }

  const itemOf = (item: TodoItem): HTMLElement => {
    const place = [item.tab, item.row === undefined ? undefined : `ligne ${item.row}`].filter((text) => text).join(', ')
    const { arrow, title } = destination(item)
    const go = el(
      'button',
      { type: 'button', onclick: () => follow(item) },
      el('b', {}, item.message),
      el('span', { class: 'place secondary' }, title ?? place),
      el('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow),
    )
    return el('li', {}, go)
  }

  function follow(item: TodoItem): void {
    const pane = PANES[item.code]?.[0]
    if (pane) frame.go(pane)
    else if (item.code === 'setup-needed') void openPage('assistant')
    else if (item.tab !== undefined) void ask('go-to', { tab: item.tab, row: item.row })
  }

  return { name: 'today', label: 'Aujourd’hui', isDaily: true, open: (answer) => open(answer) }
}

/** What is done in a pane rather than in a cell. */
const PANES: Readonly<Record<string, readonly [page: PageName, title: string]>> = {
  'rows-to-invoice': ['issue', 'Voir avant d’émettre'],
  'files-to-finish': ['issue', 'Voir avant d’émettre'],
  'lines-to-match': ['match', 'Voir ce qu’elles paient'],
  'reminders-to-approve': ['reminders', 'Lire avant d’envoyer'],
  'letters-to-post': ['reminders', 'Noter l’envoi'],
  'reminders-held': ['reminders', 'Voir pourquoi'],
}

const destination = ({ code }: TodoItem): { readonly arrow: string; readonly title?: string } => {
  const pane = PANES[code]
  if (pane) return { arrow: '›', title: pane[1] }
  if (code === 'setup-needed') return { arrow: '›', title: 'Ouvrir l’assistant' }
  return { arrow: '›' }
}
