// npm run bench -- bank-page: what reading a bank's page of two hundred rows costs in the page itself, in a real Chromium.
import { join } from 'node:path'
import { build } from 'esbuild'
import type { CDPSession, Page } from 'playwright-core'
import { bankPages } from '../../extension/e2e/big-page.ts'
import { launch } from '../browser.ts'
import { root } from '../root.ts'

export interface ReadingFigure {
  readonly what: string
  readonly rows: number
  /** Milliseconds of script and of the layout and style it asks for. */
  readonly first: number
  readonly again: number
  readonly slowest: number
}

/** Each page is opened anew for each first reading; it is read again after it has changed. */
export async function readingFigures(rounds = 20): Promise<readonly ReadingFigure[]> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'extension/reader/page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'reader',
    target: 'es2022',
  })
  const script = `${outputFiles[0]?.text};globalThis.reader = reader;0`
  const browser = await launch()
  try {
    const figures: ReadingFigure[] = []
    for (const [what, html] of Object.entries(bankPages(200))) {
      const first: number[] = []
      const again: number[] = []
      let rows = 0
      for (let round = 0; round < rounds; round += 1) {
        const page = await browser.newPage()
        const session = await page.context().newCDPSession(page)
        await session.send('Performance.enable', { timeDomain: 'threadTicks' })
        await page.setContent(html)
        await page.evaluate(script)
        await page.evaluate('document.body.getBoundingClientRect().height')
        const reading = await timed(page, session)
        rows = reading.rows
        first.push(reading.milliseconds)
        for (let more = 0; more < 3; more += 1) again.push((await timed(page, session)).milliseconds)
        await page.close()
      }
      figures.push({ what, rows, first: median(first), again: median(again), slowest: Math.max(...first) })
    }
    return figures
  } finally {
    await browser.close()
  }
}

/** The page has changed: its layout has to be made again, as after a bank's own script. Counted in time of the processor. */
async function timed(page: Page, session: CDPSession): Promise<{ rows: number; milliseconds: number }> {
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  await page.evaluate("document.body.append(document.createElement('i'))")
  const before = await spent()
  const idle = await spent()
  const rows = await page.evaluate<number>("reader.readPage(document, '2026-03-31').rows.length")
  const after = await spent()
  // What asking itself costs is taken off.
  return { rows, milliseconds: after - idle - (idle - before) }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

export const readingTable = (figures: readonly ReadingFigure[]): string =>
  [
    '| page of 200 rows | rows read | first reading, ms | again, ms | slowest first, ms |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...figures.map(
      ({ what, rows, first, again, slowest }) =>
        `| ${what} | ${rows} | ${first.toFixed(1)} | ${again.toFixed(1)} | ${slowest.toFixed(1)} |`,
    ),
  ].join('\n')
