import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CDPSession, Frame, Page } from 'playwright-core'
import type { ExtensionInChromium } from './extension-in-chromium.ts'

/** What the bank shows, by path. */
export type Pages = Readonly<
  Record<string, { readonly html: string; readonly headers?: Readonly<Record<string, string>> }>
>

export interface BankSite {
  readonly origin: string
  close(): void
}

export async function serveBank(pages: Pages): Promise<BankSite> {
  const server: Server = createServer((request, response) => {
    const shown = pages[new URL(request.url ?? '/', 'http://x').pathname]
    response.writeHead(shown ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...shown?.headers })
    response.end(shown?.html ?? 'Rien ici')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}

export const client = { id: 'brasserie du ponant', name: 'Brasserie du Ponant' }
export const number = 'F2026-0001'
const invoice = {
  number,
  kind: 'standard',
  clientId: client.id,
  issuedOn: '2026-10-20',
  dueOn: '2026-11-19',
  totalCents: 45_678,
  openCents: 45_678,
  status: 'Émise',
}

/** Two open invoices, one connected sheet that cannot be reached: what the page needs to be marked. */
export async function connectSheet({ worker }: ExtensionInChromium): Promise<void> {
  const pulled = {
    unchanged: false,
    revision: '0'.repeat(64),
    today: '2026-11-25',
    file: 'Facturation',
    seller: { names: ['Camille Orme'], ibans: [], vatRates: [], processors: [] },
    clients: [client, { id: 'editions du merle', name: 'Éditions du Merle' }],
    invoices: [
      invoice,
      { ...invoice, number: 'F2026-0002', clientId: 'editions du merle', totalCents: 99_999, openCents: 99_999 },
    ],
    operations: [],
    deadlines: [],
  }
  await worker.evaluate(async (ledger) => {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ])
    const open = indexedDB.open('tabellion')
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(open.error)
    })
    const at = new Date().toISOString()
    const write = db.transaction(['sheet', 'ledger'], 'readwrite')
    write
      .objectStore('sheet')
      .put({ key: 'sheet', url: 'http://127.0.0.1:9/exec', kid: 'k', secret: key, file: ledger.file, pairedAt: at })
    write.objectStore('ledger').put({ key: 'pulled', pulled: ledger, at })
    await new Promise((resolve) => {
      write.oncomplete = resolve
    })
    db.close()
  }, pulled)
}

/** As if the user said yes to the browser's question, whenever it comes. */
export async function sayYes(chromium: ExtensionInChromium, pattern: string): Promise<void> {
  const page = await chromium.context.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(`chrome.developerPrivate.addHostPermission('${chromium.id}', '${pattern}')`)
  await page.close()
}

/** …and a page of ours asks it. */
export async function allow(chromium: ExtensionInChromium, pattern: string): Promise<void> {
  await sayYes(chromium, pattern)
  const page = await chromium.context.newPage()
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  await page.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern)
  await page.close()
}

/** Asks the worker from a page of ours, as the popup does. */
export async function askWorker(chromium: ExtensionInChromium, question: object): Promise<unknown> {
  const page = await chromium.context.newPage()
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  const answer: unknown = await page.evaluate((asked) => chrome.runtime.sendMessage(asked), question)
  await page.close()
  return answer
}

export interface ShownMark {
  /** What it says to a screen reader, or shows. */
  readonly words: string
  readonly x: number
  readonly y: number
}

/** What of the browser's own picture of the page is looked at. */
interface DomNode {
  readonly nodeId: number
  readonly nodeName: string
  readonly nodeValue: string
  readonly attributes?: readonly string[]
  readonly children?: readonly DomNode[]
  readonly shadowRoots?: readonly DomNode[]
  readonly shadowRootType?: string
  readonly contentDocument?: DomNode
}

/** Everything in closed roots, as only the browser's own tools see it: the page does not. */
async function closedNodes(cdp: CDPSession): Promise<DomNode[]> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true })
  const found: DomNode[] = []
  const walk = (node: DomNode, isOurs: boolean): void => {
    if (isOurs) found.push(node)
    for (const child of node.children ?? []) walk(child, isOurs)
    for (const shadow of node.shadowRoots ?? []) walk(shadow, shadow.shadowRootType === 'closed')
    if (node.contentDocument) walk(node.contentDocument, false)
  }
  walk(root, false)
  return found
}

/** The marks and buttons of ours on the page, from top to bottom. */
export async function marksOn(page: Page): Promise<ShownMark[]> {
  const cdp = await page.context().newCDPSession(page)
  const marks: ShownMark[] = []
  for (const { attributes = [], children = [], nodeId, nodeName } of await closedNodes(cdp)) {
    if (nodeName !== 'BUTTON') continue
    const box = await cdp.send('DOM.getBoxModel', { nodeId }).catch(() => undefined)
    const [left = 0, top = 0, , , right = 0, bottom = 0] = box?.model.border ?? []
    const name = attributes.indexOf('aria-label')
    const words = name < 0 ? children.map(({ nodeValue }) => nodeValue).join('') : (attributes[name + 1] ?? '')
    if (box) marks.push({ words, x: (left + right) / 2, y: (top + bottom) / 2 })
  }
  await cdp.detach()
  return marks.sort((a, b) => a.y - b.y)
}

/** Whatever we write on the page. */
export async function saidOn(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page)
  const nodes = await closedNodes(cdp)
  await cdp.detach()
  return nodes.map(({ nodeValue }) => nodeValue).join(' ')
}

/** The extension's own page in a frame of the bank's. */
export const frameOn = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().startsWith('chrome-extension:'))
