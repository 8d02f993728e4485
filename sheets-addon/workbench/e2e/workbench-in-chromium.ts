/** The workbench in a real Chromium, with a hand on its keyboard and an eye on the emulator behind it. */
import type { Browser, Locator, Page } from 'playwright-core'
import { launch } from '../../../scripts/browser.ts'
import type { Bundle, EmulatorState } from '../../emulator/index.ts'
import { startWorkbench, type Workbench } from '../server.ts'

export interface Tried {
  readonly page: Page
  readonly workbench: Workbench
  readonly browser: Browser
  /** The workbook as at the start, the page fresh, this cell active. */
  begin(cell?: string): Promise<void>
  goTo(cell: string): Promise<void>
  /** `B5`, as the page shows it. */
  cell(name: string): Locator
  dialog(name: string): Locator
  /** A menu of the bar, then an entry of each menu that opens. */
  chooseMenu(menu: string, ...entries: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  /** What the grid says is active. */
  active(): Promise<string>
  /** First and last selected cell, `B5:C6`. */
  selected(): Promise<string>
  input(cell: string, tab?: string): string
  display(cell: string, tab?: string): string
  /** What the script's own handler was told last. */
  event(): unknown
  forgetEvent(): void
  /** Until every request of the page has been answered. */
  settled(): Promise<void>
  close(): Promise<void>
}

const viewport = { width: 1280, height: 720 }
const instant = '2026-11-25T08:00:00Z'

/** Row and column of `B5`, both from 1. */
function placeOf(cell: string): readonly [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? []
  return [Number(digits), letters.charCodeAt(0) - 64]
}

export async function tryWorkbench(bundle: Bundle, state: EmulatorState): Promise<Tried> {
  const [workbench, browser] = await Promise.all([startWorkbench({ bundle, state, folder: null, instant }), launch()])
  const context = await browser.newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.stack ?? error.message))
  page.on('request', (request) => {
    // The browser's own viewer of PDFs loads its own parts: those never leave the machine.
    const { protocol, hostname } = new URL(request.url())
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') failures.push(`asked for ${request.url()}`)
  })
  let under = 0
  page.on('request', (request) => (under += request.method() === 'POST' ? 1 : 0))
  page.on('requestfinished', (request) => (under -= request.method() === 'POST' ? 1 : 0))
  page.on('requestfailed', (request) => (under -= request.method() === 'POST' ? 1 : 0))

  async function settled(): Promise<void> {
    // Quiet twice in a row: an answer may call for another request.
    for (let quiet = 0; quiet < 2; ) {
      // As text: the bench, which uses this too, knows no globals of a page.
      await page.evaluate('new Promise((next) => requestAnimationFrame(() => setTimeout(next, 10)))')
      quiet = under === 0 ? quiet + 1 : 0
    }
    if (failures.length > 0) throw new Error(failures.splice(0).join('\n'))
  }
  const cellAt = (cell: string, tab: string, read: 'inputs' | 'displays'): string => {
    const [row, column] = placeOf(cell)
    return workbench.emulator().book[read](tab)[row - 1]?.[column - 1] ?? ''
  }
  async function goTo(cell: string): Promise<void> {
    const box = page.getByLabel('Zone de nom')
    await box.fill(cell)
    await box.press('Enter')
    await settled()
  }
  return {
    page,
    workbench,
    browser,
    async begin(cell = 'A1') {
      const { origin } = new URL(workbench.url)
      const seen = {
        sheet: -1,
        first: 1,
        last: 1,
        selection: { row: 1, column: 1, rows: 1, columns: 1 },
        shape: '',
        papers: '',
        styles: 0,
        rules: 0,
      }
      await context.request.post(`${workbench.url}restart`, { headers: { origin }, data: { seen } })
      await page.setViewportSize(viewport)
      await page.goto(workbench.url)
      await page.getByRole('grid').waitFor()
      await settled()
      await goTo(cell)
    },
    goTo,
    cell(name) {
      const [row, column] = placeOf(name)
      return page.locator(`#cell-${row}-${column}`)
    },
    dialog: (name) => page.getByRole('dialog', { name }),
    async chooseMenu(menu, ...entries) {
      await page.getByRole('menuitem', { name: menu, exact: true }).click()
      for (const name of entries) await page.getByRole('menuitem', { name }).click()
      await settled()
    },
    type: (text) => page.keyboard.type(text),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
      await settled()
    },
    async active() {
      const id = await page.getByRole('grid').getAttribute('aria-activedescendant')
      const [row = 0, column = 0] = (id ?? '').split('-').slice(1).map(Number)
      if ((await page.locator(`#${id}`).count()) !== 1) throw new Error(`the active cell ${id} is not in the page`)
      return `${String.fromCharCode(64 + column)}${row}`
    },
    selected: () => page.getByLabel('Zone de nom').inputValue(),
    input: (cell, tab = 'Ventes') => cellAt(cell, tab, 'inputs'),
    display: (cell, tab = 'Ventes') => cellAt(cell, tab, 'displays'),
    event: () => JSON.parse(workbench.emulator().properties('script')['event'] ?? 'null'),
    forgetEvent: () => workbench.emulator().setProperties('script', {}),
    settled,
    async close() {
      await browser.close()
      await workbench.close()
    },
  }
}
