import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { day } from '@tabellion/shared/calendar'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../../scripts/browser.ts'
import { buildContent, SHORTENED } from '../../scripts/build-content.ts'
import { readPages } from '../../scripts/door/page.ts'
import { root } from '../../scripts/root.ts'
import type { PageLook } from '../reader/accumulate.ts'
import { bigPage } from './big-page.ts'

const fixtures = join(root, 'extension/reader/fixtures')
const shelf = join(root, '../shared/bank/fixtures/html')
const today = day('2026-03-31')
const pages = readdirSync(fixtures).filter((name) => name.endsWith('.html'))

interface Told {
  readonly dialect: string
  readonly transactions: readonly {
    readonly date: string
    readonly amountCents: number
    readonly label: string
    readonly id: string
  }[]
  readonly assumed: readonly string[]
  readonly problems: readonly { readonly code: string }[]
  readonly phases?: Readonly<Record<string, Pick<Told, 'transactions' | 'problems'>>>
}
const read = async (files: readonly string[], steps = '[]'): Promise<Told[]> => {
  const told: Told[] = []
  await readPages(files, { today, steps }, (one) => void told.push(one as Told))
  return told
}

/** With its names made short, as it is shipped. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'extension/reader/index.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'reader',
    target: 'es2022',
    mangleProps: SHORTENED,
  })
  return outputFiles[0]?.text ?? ''
}

let browser: Browser
let script: string
beforeAll(async () => {
  browser = await launch()
  script = await bundle()
})
afterAll(() => browser.close())

/** One row a line: a golden is read by a human. */
function goldenOf(looks: readonly PageLook[]): string {
  const rows = looks.flatMap((look) => look.rows)
  const state = looks.find((look) => look.state === 'rows')?.state ?? looks[0]?.state
  const assumed = looks.some((look) => look.assumedDebitLeft)
  return `{"state":"${state}","assumedDebitLeft":${assumed},"rows":[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]}\n`
}

describe('own pages of every shape', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage()
  })
  test.each(pages)('%s', async (name) => {
    await page.goto(pathToFileURL(join(fixtures, name)).href)
    const look = async (): Promise<PageLook[]> =>
      Promise.all(
        page
          .frames()
          .map((frame) =>
            frame.evaluate<PageLook>(
              `${script};(({ rows, ...more }) => ({ place: '', ...more, rows: rows.map(reader.factsOf) }))(reader.readPage(document, '${today}'))`,
            ),
          ),
      )
    const isThere = (looks: readonly PageLook[]): boolean =>
      name.startsWith('none') || looks.some(({ state }) => state !== 'none')
    let looks = await look()
    for (let tries = 0; tries < 50 && !isThere(looks); tries += 1) {
      await page.waitForTimeout(100)
      looks = await look()
    }
    await expect(goldenOf(looks)).toMatchFileSnapshot(join(fixtures, `${name}.expected.json`))
  })
})

test.runIf(existsSync(shelf))('pages saved from a bank read as those who looked at them say', async () => {
  const files = readdirSync(shelf, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const told = await read(files.map((name) => join(shelf, name)))
  for (const [at, { transactions }] of told.entries()) {
    const expected = JSON.parse(readFileSync(join(shelf, `${files[at]}.expected.json`), 'utf8')) as {
      transactions: { date: string; amount: string; label: string }[]
    }
    expect(
      transactions.map(({ date, amountCents, label }) => [date, (amountCents / 100).toFixed(2), label.split(' | ')[0]]),
    ).toEqual(expected.transactions.map(({ date, amount, label }) => [date, amount, label]))
  }
})

test('a list drawn in parts is gathered while it scrolls, and read again it gives nothing more', async () => {
  const scroll = { action: 'scroll', stepPx: 90, pauseMs: 20 }
  const [told] = await read(
    [join(fixtures, 'virtual-list.html')],
    JSON.stringify([
      { ...scroll, phase: 'down' },
      { ...scroll, phase: 'up', stepPx: -400 },
    ]),
  )
  expect(told?.transactions.length).toBeLessThan(30)
  expect(told?.phases?.['down']?.transactions).toHaveLength(120)
  expect(told?.phases?.['up']?.transactions).toHaveLength(120)
})

test('another address, another list', async () => {
  const [told] = await read(
    [join(fixtures, 'hash-navigation.html')],
    JSON.stringify([{ phase: 'other', action: 'setHash', value: '#/b', pauseMs: 10 }]),
  )
  expect(told?.transactions.map(({ label }) => label)).toEqual(['VIR CLIENT A', 'CB CAFE'])
  expect(told?.phases?.['other']?.transactions.map(({ label }) => label)).toEqual([
    'VIR CLIENT B',
    'PRLV ASSURANCE',
    'FRAIS',
  ])
})

describe('in the page itself', () => {
  const openWith = async (html: string | URL): Promise<Page> => {
    const page = await browser.newPage()
    if (typeof html === 'string') await page.setContent(html)
    else await page.goto(html.href)
    await page.evaluate(`${script};globalThis.reader = reader`)
    return page
  }

  test('the content script is no larger than 20 kB', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tabellion-content-'))
    await buildContent(folder)
    expect(statSync(join(folder, 'content/read.js')).size).toBeLessThanOrEqual(20_000)
    await rm(folder, { recursive: true })
  })

  test('two hundred rows cost little', async () => {
    const page = await openWith(bigPage(200))
    const { rows, median, least } = await page.evaluate<{ rows: number; median: number; least: number }>(`(() => {
      const times = []
      let rows = 0
      for (let round = 0; round < 20; round += 1) {
        document.body.append(document.createElement('i'))
        const began = performance.now()
        rows = reader.readPage(document, '2026-03-31').rows.length
        times.push(performance.now() - began)
      }
      times.sort((a, b) => a - b)
      return { rows, median: times[10], least: times[0] }
    })()`)
    console.info(`200 rows: ${median.toFixed(1)} ms (median of 20) on ${cpus()[0]?.model}`)
    expect(rows).toBe(200)
    // The clock also counts the neighbours: the fastest of twenty tells what it costs.
    expect(least).toBeLessThan(60)
    await page.close()
  })

  test('it leaves the page as it found it, and asks nobody for anything', async () => {
    for (const name of ['split-operation.html', 'hidden-duplicates.html', 'table-signed.html']) {
      const page = await openWith(pathToFileURL(join(fixtures, name)))
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const isSame = await page.evaluate<boolean>(`(() => {
        const before = document.documentElement.outerHTML
        reader.readPage(document, '2026-03-31')
        return document.documentElement.outerHTML === before
      })()`)
      expect([name, isSame, asked]).toEqual([name, true, []])
      await page.close()
    }
  })

  test('a page that never stands still is read all the same, and told only when its rows change', async () => {
    const page = await openWith(pathToFileURL(join(fixtures, 'constant-mutation.html')))
    const counts = await page.evaluate<number[]>(`new Promise((resolve) => {
      const counts = []
      const stop = new AbortController()
      reader.watchPage(document, { today: '2026-03-31', read: reader.readPage, signal: stop.signal, onRead: ({ rows }, isNew) => isNew && counts.push(rows.length) })
      setTimeout(() => { stop.abort(); resolve(counts) }, 4_000)
    })`)
    expect(counts).toEqual([5])
    await page.close()
  })

  test('watching gathers what scrolls by, and begins anew where the address changes', async () => {
    const page = await openWith(pathToFileURL(join(fixtures, 'virtual-list.html')))
    const watch = `globalThis.seen = reader.nothingSeen(location.href)
      const onRead = ({ rows, ...more }) => { seen = reader.accumulate(seen, { ...more, rows: rows.map(reader.factsOf), place: location.href }) }
      reader.watchPage(document, { today: '2026-03-31', read: reader.readPage, signal: new AbortController().signal, onRead })`
    await page.evaluate(watch)
    const count = (): Promise<number> => page.evaluate<number>('seen.rows.size')
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(5)
    const box = `[...document.querySelectorAll('*')].find((one) => one.scrollHeight > one.clientHeight + 50 && /auto|scroll/.test(getComputedStyle(one).overflowY)) ?? document.scrollingElement`
    for (let step = 0; step < 60; step += 1) {
      await page.evaluate(`(${box}).scrollTop += 150`)
      await page.waitForTimeout(130)
    }
    await expect.poll(count, { timeout: 10_000 }).toBe(120)
    await page.close()

    const other = await openWith(pathToFileURL(join(fixtures, 'hash-navigation.html')))
    await other.evaluate(watch)
    const labels = (): Promise<string[]> =>
      other.evaluate<string[]>('[...seen.rows.values()].map(({ texts }) => texts[0])')
    await expect.poll(labels, { timeout: 10_000 }).toEqual(['VIR CLIENT A', 'CB CAFE'])
    await other.evaluate(`location.hash = '#/b'`)
    await expect.poll(labels, { timeout: 10_000 }).toEqual(['VIR CLIENT B', 'PRLV ASSURANCE', 'FRAIS'])
    await other.close()
  })
})
