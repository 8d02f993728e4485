import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Frame, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { root } from '../../scripts/root.ts'
import {
  askWorker,
  type BankSite,
  connectSheet,
  frameOn,
  marksOn,
  number,
  type ShownMark,
  serveBank,
} from './bank-site.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'

export const CERTAIN = 'Tabellion : à rapprocher, certain'
export const PROPOSED = 'Tabellion : à rapprocher'
export const MATCHED = 'Tabellion : rapprochée'
export const ASIDE = 'Tabellion : mise de côté'
export const NOISE = 'Tabellion : rien à rapprocher'

export const row = (date: string, label: string, amount: string): string =>
  `<li class="operation"><span class="date">${date}</span><span class="label">${label}</span><b class="amount">${amount} €</b></li>`
export const list = (rows: readonly string[], more = ''): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Ma banque</title>
<style>body { margin: 40px; font: 14px sans-serif } ul { padding: 0; list-style: none } li { display: flex; gap: 24px; height: 40px; align-items: center; border-bottom: 1px solid #ccc } .label { flex: 1 }</style>
<main><h1>Compte courant</h1><ul class="operations">${rows.join('')}</ul></main>${more}</html>`
const usual = [
  row('24/11/2026', `VIR SEPA RECU DE BRASSERIE DU PONANT ${number}`, '+456,78'),
  row('23/11/2026', 'CB BOULANGERIE', '−12,30'),
  row('20/11/2026', 'PRLV ASSURANCE', '−45,00'),
]
const hostileLabels = [
  row('24/11/2026', '&lt;img src=x onerror="document.title=1"&gt; VIR DUPONT', '+10,00'),
  row('23/11/2026', '=HYPERLINK("https://exemple.fr";"x") VIR DURAND', '+20,00'),
]
/** All that a page can watch: its own elements, its messages, its globals. */
const spy = `<script>
globalThis.heard = []
addEventListener('message', ({ data, origin }) => heard.push(JSON.stringify([data, origin])), true)
</script>`

/** No currency, no cents, dates in words of no language: the reader alone makes nothing of it. */
const unknown = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Ma banque</title><style>p { margin: 40px }</style>
<div class="wrap">${['24/11', '23/11', '20/11']
  .map(
    (day, at) =>
      `<div class="bloc"><p class="q">${day}</p><p class="m">Solde ${at}12,00 €</p><p class="l">Vente n° ${at}</p><p class="s">${at + 1}4,50 €</p></div>`,
  )
  .join('')}</div></html>`

const patience = { timeout: 15_000, interval: 100 }

/** As a person does: on a slow machine the frame may say that it was not seen long enough, and they click again. */
export const press = (button: Locator, effect: Locator): Promise<true> =>
  vi.waitUntil(
    async () => {
      await button.click({ timeout: 5_000 }).catch(() => undefined)
      const came = effect.waitFor({ timeout: 5_000 })
      return came.then(
        () => true as const,
        () => false as const,
      )
    },
    { timeout: 60_000, interval: 600 },
  )

/** The browser's answer to a click or a key is at times lost with the frame that it opens or closes: what counts is what came of it. */
const given = (input: Promise<void>): Promise<void> => Promise.race([input, setTimeout(5_000)])

/** A bank, a Chromium with the extension, a connected sheet, and a fresh page for each test of the file. */
export function openStage() {
  let chromium: ExtensionInChromium
  let bank: BankSite
  let page: Page
  beforeAll(async () => {
    const strict = {
      'content-security-policy':
        "default-src 'self'; style-src 'unsafe-inline'; frame-src 'none'; script-src 'unsafe-inline'",
    }
    const fixture = (name: string): string => readFileSync(join(root, 'extension/reader/fixtures', name), 'utf8')
    bank = await serveBank({
      '/': { html: list(usual, spy) },
      '/written': {
        html: `<!doctype html><meta charset="utf-8"><title>Ma banque</title><h1>Comptes</h1><iframe width="900" height="500" srcdoc="${list(usual).replaceAll('"', '&quot;')}"></iframe>`,
      },
      '/strict': { html: list(usual), headers: strict },
      '/isolated': { html: list(usual), headers: { 'cross-origin-embedder-policy': 'require-corp' } },
      '/secret': { html: list([row('24/11/2026', 'VIR SEPA RECU 7781', '+999,99'), ...usual.slice(1)], spy) },
      '/hostile': { html: list([...usual, ...hostileLabels], spy) },
      '/virtual': { html: fixture('virtual-list.html') },
      '/hash': { html: fixture('hash-navigation.html') },
      '/moving': { html: fixture('constant-mutation.html') },
      '/prices': { html: fixture('none-price-list.html') },
      '/unknown': { html: unknown },
      '/outside': {
        html: '<!doctype html><meta charset="utf-8"><title>Ma banque</title><h1>Compte</h1><iframe width="600" height="400" src="http://localhost:1/liste"></iframe>',
      },
    })
    chromium = await launchWithExtension(await buildExtension('chrome'))
    await askWorker(chromium, { ask: 'overview' })
    await connectSheet(chromium)
  })
  afterAll(async () => {
    await chromium?.close()
    bank?.close()
  })
  beforeEach(async () => {
    page = await chromium.context.newPage()
  })
  afterEach(() => page.close())

  const rowsOf = (table: string): Promise<Record<string, unknown>[]> =>
    chromium.worker.evaluate(async (name) => {
      const asked = indexedDB.open('tabellion')
      const db = await new Promise<IDBDatabase>((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
      })
      const all = db.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      db.close()
      return all.result
    }, table)
  /** Marks, once one of them has become so. */
  const marksWith = (words: string): Promise<ShownMark[]> =>
    vi.waitUntil(async () => {
      const shown = await marksOn(page)
      return shown.some((one) => one.words === words) && shown
    }, patience)
  const clickMark = async (words: string): Promise<void> => {
    const mark = (await marksWith(words)).find((one) => one.words === words)
    await given(page.mouse.click(mark?.x ?? 0, mark?.y ?? 0))
  }
  const proposal = (): Promise<Frame> => vi.waitUntil(() => frameOn(page), patience)
  return {
    chromium: () => chromium,
    bank: () => bank,
    page: () => page,
    open: (path: string) => page.goto(`${bank.origin}${path}`),
    ask: (question: object) => askWorker(chromium, question),
    rowsOf,
    reloadExtension: () => chromium.reload(),
    marksWith,
    clickMark,
    marks: (count: number): Promise<ShownMark[]> =>
      vi.waitUntil(async () => {
        const shown = await marksOn(page)
        return shown.length === count && shown
      }, patience),
    /** The id of the tab in front, as the popup finds it, and what the popup is answered about it. */
    async askOfTab(url: string, ask: string): Promise<unknown> {
      const popup = await chromium.clickToolbarButton(url)
      const tab = 'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)'
      const answer = await popup.evaluate(`${tab}.then((tab) => chrome.runtime.sendMessage({ ask: '${ask}', tab }))`)
      await popup.close()
      return answer
    },
    proposal,
    async closeProposal(): Promise<void> {
      await given(page.keyboard.press('Escape'))
      await vi.waitUntil(() => frameOn(page) === undefined, patience)
    },
    async openProposal(words = CERTAIN): Promise<Frame> {
      await clickMark(words)
      const frame = await proposal()
      await frame.getByRole('button', { name: 'Rapprocher', exact: true }).waitFor()
      return frame
    },
  }
}
