import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, type WorkSheet } from '@e965/xlsx'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { EmulatorState } from '../emulator/index.ts'
import { ledgerScript } from './e2e/ledger-script.ts'
import { preparedState } from './e2e/prepared-state.ts'
import type { Answers, Requests, Seen, Verb } from './protocol.ts'
import { startWorkbench, type Workbench, type WorkbenchOptions } from './server.ts'

let state: EmulatorState
const folder = mkdtempSync(join(tmpdir(), 'tabellion-workbench-'))
const opened: Workbench[] = []
beforeAll(() => {
  state = preparedState(ledgerScript, 20)
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((workbench) => workbench.close()))
  rmSync(folder, { recursive: true, force: true })
})

async function start(options: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
  const workbench = await startWorkbench({
    bundle: ledgerScript,
    state,
    folder: null,
    instant: '2026-11-25T08:00:00Z',
    ...options,
  })
  opened.push(workbench)
  return workbench
}
const seen: Seen = {
  sheet: -1,
  first: 1,
  last: 10,
  selection: { row: 1, column: 1, rows: 1, columns: 1 },
  shape: '',
  papers: '',
  styles: 0,
  rules: 0,
}
async function ask<V extends Verb>({ url }: Workbench, verb: V, request: Requests[V]): Promise<Answers[V]> {
  const { origin } = new URL(url)
  const response = await fetch(`${url}${verb}`, { method: 'POST', headers: { origin }, body: JSON.stringify(request) })
  return (await response.json()) as Answers[V]
}
/** With the headers that a browser would not let a page set. */
const status = (url: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })

test('without the token, or under another host name, nothing is there', async () => {
  const { url } = await start()
  const { origin, port } = new URL(url)
  expect(await status(url)).toBe(200)
  expect(await status(`${origin}/`)).toBe(404)
  expect(await status(`${origin}/look`)).toBe(404)
  expect(await status(`${origin}/${'A'.repeat(24)}/`)).toBe(404)
  // A site may make its name resolve to this machine (DNS rebinding): its name is in the request.
  expect(await status(url, { host: `attaquant.example:${port}` })).toBe(404)
})

test('only the page itself may act', async () => {
  const { url } = await start()
  const post = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${url}look`, { method: 'POST', headers, body: JSON.stringify({ seen }) })).status
  expect(await post({ origin: new URL(url).origin })).toBe(200)
  expect(await post({ origin: 'https://attaquant.example' })).toBe(404)
  expect(await post({})).toBe(404)
})

test('the page may load from its own address only, and nobody may frame it', async () => {
  const { url } = await start()
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy.match(/https?:\/\/[^ ;]+/g)?.every((host) => host.startsWith('http://127.0.0.1:'))).toBe(true)
})

test('a page of the script lives in another origin, which may load nothing', async () => {
  const workbench = await start()
  const { sight } = await ask(workbench, 'run', { seen, function: 'openSidebar', answers: [] })
  const src = sight.book.sidebar?.src ?? ''
  expect(new URL(src).origin).not.toBe(new URL(workbench.url).origin)
  const page = await fetch(src)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toMatch(/<head><script data-page="http:\/\/127\.0\.0\.1:\d+">.*withSuccessHandler/s)
  expect((await fetch(src.replace(/\d+$/, '99'))).status).toBe(404)
})

test('what was done is there again after a restart: cells, clock, files, mails', async () => {
  const first = await start({ folder })
  await ask(first, 'act', { seen, gesture: { do: 'type', row: 5, column: 3, text: 'gardé' } })
  await ask(first, 'run', { seen, function: 'makeFile', answers: [] })
  await ask(first, 'clock', { seen, today: '2026-12-24', time: '10:00' })
  await first.close()
  const second = await start({ folder })
  const { book, papers } = await ask(second, 'look', { seen })
  expect(second.emulator().book.values('Ventes')[4]?.[2]).toBe('gardé')
  expect([book.today, book.time]).toEqual(['2026-12-24', '10:00'])
  const [file] = papers?.files ?? []
  expect(await (await fetch(`${second.url}file/${file?.id}`)).text()).toBe('%PDF-1.4\n%%EOF')
  expect(await ask(second, 'mail', { number: 1 })).toMatchObject({
    subject: 'Facture F2026-0001',
    body: 'Bonjour,\n\nVoici la facture.',
  })
  expect(await (await fetch(`${second.url}mail/1/0`)).text()).toBe('%PDF-1.4\n%%EOF')
  await ask(second, 'run', { seen, function: 'makeFile', answers: [] })
  expect((await ask(second, 'look', { seen })).papers?.mails.map(({ number }) => number)).toEqual([2, 1])
})

test('starting again leaves nothing of before', async () => {
  const workbench = await start({ folder })
  await ask(workbench, 'act', { seen, gesture: { do: 'type', row: 5, column: 3, text: 'effacé' } })
  await ask(workbench, 'run', { seen, function: 'makeFile', answers: [] })
  const { sight } = await ask(workbench, 'restart', { seen })
  expect(workbench.emulator().book.values('Ventes')[4]?.[2]).toBe('Prestation 2')
  expect(sight.papers).toEqual({ files: [], mails: [] })
})

test('an answer holds the shape, styles and rules only when the page lacks them', async () => {
  const workbench = await start()
  const sight = await ask(workbench, 'look', { seen })
  expect([sight.shape?.name, sight.styles.length > 0, sight.rules.length > 0]).toEqual(['Ventes', true, true])
  const again = await ask(workbench, 'look', {
    seen: {
      ...seen,
      shape: sight.shapeDigest,
      papers: sight.papersDigest,
      styles: sight.styles.length,
      rules: sight.rules.length,
    },
  })
  expect([again.shape, again.papers, again.styles, again.rules]).toEqual([undefined, undefined, [], []])
  expect(again.rows).toEqual(sight.rows)
})

test('a function that waits for an answer has done nothing; asked again with it, it goes on', async () => {
  const workbench = await start()
  const run = (answers: Requests['run']['answers']) => ask(workbench, 'run', { seen, function: 'askTwice', answers })
  expect((await run([])).question).toMatchObject({ kind: 'alert', title: 'Première', buttons: ['YES', 'NO'] })
  const yes = { button: 'YES', text: '' } as const
  expect((await run([yes])).question).toMatchObject({ kind: 'prompt', title: 'Seconde', buttons: ['OK', 'CANCEL'] })
  expect(workbench.emulator().book.values('Ventes')[3]?.[2]).toBe('Prestation 1')
  const { question, notices } = await run([yes, { button: 'OK', text: 'Ada' }])
  expect(question).toBeUndefined()
  expect(notices).toEqual([{ kind: 'told', title: 'Fini', text: 'Merci, Ada.' }])
  expect(workbench.emulator().book.values('Ventes')[3]?.[2]).toBe('Prestation 1+')
})

test('text pasted below the last row makes the sheet longer', async () => {
  const workbench = await start()
  const last = (await ask(workbench, 'look', { seen })).shape?.rows ?? 0
  const box = { row: last, column: 3, rows: 1, columns: 1 }
  const { sight: after } = await ask(workbench, 'act', { seen, gesture: { do: 'paste', box, text: 'a\nb\nc' } })
  expect(after.shape?.rows).toBe(last + 2)
})

test('the .xlsx holds formulas that other programs read, values, notes and widths', async () => {
  const { url } = await start()
  const bytes = await (await fetch(`${url}classeur.xlsx`)).arrayBuffer()
  const book = read(bytes, { cellFormula: true, cellStyles: true })
  const sheet = book.Sheets['Ventes'] as WorkSheet
  expect(book.SheetNames).toEqual(['Ventes', 'Tableau'])
  expect(sheet['F2']).toMatchObject({ t: 'n', f: 'SUBTOTAL(109,F4:F$1048576)' })
  expect(sheet['F5']).toMatchObject({ t: 'n', f: 'D5*E5', v: 202 })
  expect(sheet['B4']).toMatchObject({ t: 's', v: 'Dupont SARL' })
  expect(sheet['A4']).toMatchObject({ t: 'b', v: true })
  expect(sheet['!cols']?.[2]?.wpx).toBe(160)
})
