import { FIRST_DATA_ROW } from '@tabellion/shared/ledger'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { freshWorkbook } from '../../sheets-addon/test/workshop.ts'
import { type Tried, tryWorkbench } from '../../sheets-addon/workbench/e2e/workbench-in-chromium.ts'
import { buildAddon } from '../build-addon.ts'
import { busyWorkbook } from './round-trips.ts'

const EDITS = 9
const FIRST_OPEN_ROW = 2404
const LAST_ROW = 5003
const FRAMES = 90

/** The very bundle over the busy workbook, in Chromium: what someone waits for. */
export async function workbenchTable(): Promise<string> {
  const busy = (await busyWorkbook())()
  giveAmounts(busy)
  const state = busy.save()
  const tried = await tryWorkbench(await buildAddon(), state)
  try {
    const { first, opened } = await opening(tried)
    await showTab(tried, 'Ventes')
    const { answers, edit } = await edits(tried)
    const frames = await scrolling(tried)
    const shown = await showTab(tried, 'Tableau de bord')
    const again = await showTab(tried, 'Ventes').then(async () => {
      await tried.goTo('I3000')
      await tried.page.keyboard.type('777')
      await tried.press('Enter')
      return showTab(tried, 'Tableau de bord')
    })
    const rows: readonly (readonly [what: string, figure: string])[] = [
      ['opened, the grid answered', round(opened)],
      ['first contentful paint', round(first)],
      [
        `a price typed in Ventes to its new amount on the screen, median / worst of ${EDITS}`,
        `${round(middle(edit))} / ${round(Math.max(...edit))}`,
      ],
      ['of which the server, `onEdit` included', round(middle(answers))],
      ['the dashboard shown', round(shown)],
      ['the dashboard shown again after an edit', round(again)],
      ['a frame while scrolling Ventes, median / worst', `${round(middle(frames))} / ${round(Math.max(...frames))}`],
    ]
    return ['| what | ms |', '| --- | ---: |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n')
  } finally {
    await tried.close()
  }
}

/** A row that is not billed yet computes its amounts: as `setup` writes them in a new file, down to the last row. */
function giveAmounts({ book }: Emulator): void {
  const model = freshWorkbook().book.inputs('Ventes')[FIRST_DATA_ROW - 1] ?? []
  for (const column of [11, 17]) {
    const formula = model[column - 1] ?? ''
    if (!formula.startsWith('=')) throw new Error(`no formula in column ${column}`)
    const formulas = Array.from({ length: LAST_ROW - FIRST_OPEN_ROW + 1 }, (_, index) => [
      formula.replace(/(?<=[A-Z])4\b/g, String(FIRST_OPEN_ROW + index)),
    ])
    book.type('Ventes', FIRST_OPEN_ROW, column, formulas)
  }
}

const round = (value: number): string => String(Math.round(value))
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function opening({
  page,
  settled,
  workbench,
}: Tried): Promise<{ readonly first: number; readonly opened: number }> {
  const started = performance.now()
  await page.goto(workbench.url)
  await page.getByRole('grid').locator('[role="gridcell"]').first().waitFor()
  const opened = performance.now() - started
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  await settled()
  return { first, opened }
}

/** Until every request of the page has been answered. */
async function showTab({ page, settled }: Tried, name: string): Promise<number> {
  const started = performance.now()
  await page.getByRole('tab', { name, exact: true }).click()
  await page.locator(`[role="grid"][aria-label="Onglet ${name}"]`).waitFor()
  await settled()
  return performance.now() - started
}

/** In rows that are not billed yet: price in I, amount in K. */
async function edits(tried: Tried): Promise<{ readonly edit: readonly number[]; readonly answers: readonly number[] }> {
  const edit: number[] = []
  const answers: number[] = []
  for (let row = 3000; row < 3000 + EDITS; row++) {
    await tried.goTo(`I${row}`)
    const amount = `cell-${row}-11`
    const before = await tried.page.locator(`#${amount}`).textContent()
    await tried.page.keyboard.type(String(row))
    const answer = tried.page.waitForEvent('requestfinished', (request) => request.method() === 'POST')
    const started = performance.now()
    await tried.page.keyboard.press('Enter')
    await tried.page.waitForFunction(
      `document.getElementById(${JSON.stringify(amount)})?.textContent !== ${JSON.stringify(before)}`,
    )
    edit.push(performance.now() - started)
    answers.push((await answer).timing().responseEnd)
    await tried.settled()
  }
  return { edit, answers }
}

/** Runs in the page, whose globals are not ours: as text. */
const SCROLLING = `(async () => {
  const scroller = document.querySelector('.scroller')
  const taken = []
  for (let step = 0, last = performance.now(); step < ${FRAMES}; step++) {
    scroller.scrollTop -= 120
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    taken.push(now - last)
    last = now
  }
  return taken
})()`
const scrolling = ({ page }: Tried): Promise<readonly number[]> => page.evaluate<readonly number[]>(SCROLLING)
