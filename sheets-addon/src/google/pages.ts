import { googlePorts } from '../compose.ts'
import { runAction } from '../run-action.ts'

interface PageFile {
  readonly file: 'sidebar' | 'received' | 'takeover' | 'orders' | 'assistant' | 'templates'
  /** What its first screen shows: worked out before it opens, so that it also shows where the page cannot call (ground truth 25). */
  readonly action: string
  /** Absent for the sidebar, whose width is Google's. */
  readonly dialog?: { readonly title: string; readonly width: number; readonly height: number }
}

const PAGES = {
  today: { file: 'sidebar', action: 'today' },
  issue: { file: 'sidebar', action: 'preview-invoices' },
  sale: { file: 'sidebar', action: 'preview-invoices' },
  quotes: { file: 'sidebar', action: 'list-quotes' },
  reminders: { file: 'sidebar', action: 'prepare-reminders' },
  client: { file: 'sidebar', action: 'client-card' },
  duties: { file: 'sidebar', action: 'prepare-turnover-return' },
  'what-if': { file: 'sidebar', action: 'prepare-turnover-return' },
  received: { file: 'received', action: 'today' },
  takeover: { file: 'takeover', action: 'today' },
  match: { file: 'sidebar', action: 'match-statement' },
  import: { file: 'sidebar', action: 'match-statement' },
  connect: { file: 'sidebar', action: 'paired-browsers' },
  orders: {
    file: 'orders',
    action: 'orders-key',
    dialog: { title: 'Recevoir des commandes', width: 640, height: 640 },
  },
  assistant: {
    file: 'assistant',
    action: 'read-settings',
    dialog: { title: 'Assistant de démarrage', width: 600, height: 640 },
  },
  templates: {
    file: 'templates',
    action: 'read-settings',
    dialog: { title: 'Modèles et logo', width: 880, height: 640 },
  },
} as const satisfies Record<string, PageFile>

/** Shows a pane of the sidebar, or a dialog over the sheet. */
export function openPage(name: string): void {
  const page: PageFile = PAGES[name as keyof typeof PAGES] ?? PAGES.today
  const told = runAction(googlePorts, page.action, {})
  const output = HtmlService.createHtmlOutputFromFile(page.file)
  output.setContent(output.getContent().replace('<!-- data -->', () => startScript({ page: name, told })))
  const ui = SpreadsheetApp.getUi()
  if (!page.dialog) {
    ui.showSidebar(output.setTitle('Facturation'))
    return
  }
  const { height, title, width } = page.dialog
  ui.showModalDialog(output.setWidth(width).setHeight(height), title)
}

/** JSON that no text of the user's can leave, and in which HtmlService sees no comment (ground truth 20). */
const startScript = (start: object): string =>
  `<script id="start" type="application/json">${JSON.stringify(start)
    .replace(/</g, '\\u003c')
    .replace(/\//g, '\\/')}</script>`
