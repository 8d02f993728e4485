import { rows } from '../../scripts/demo/workshop.ts'
import type { ExtensionInChromium, Popup } from './extension-in-chromium.ts'
import type { Sheet } from './sheet.ts'

const PATIENCE_MS = 30_000

/** Looks again until there is something. */
export async function until<Value>(look: () => Value | Promise<Value>): Promise<NonNullable<Value>> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const seen = await look()
    if (seen) return seen
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Not seen: ${look}`)
}

/** Pairs a browser by the popup opened as a page. */
export async function connect(chromium: ExtensionInChromium, sheet: Sheet): Promise<void> {
  const page = await chromium.context.newPage()
  await page.goto(`chrome-extension://${chromium.id}/popup.html`)
  await page.getByLabel('Code de connexion').fill(sheet.code())
  await page.getByRole('button', { name: 'Connecter' }).click()
  await page.getByRole('tab', { name: /^Factures ouvertes/ }).waitFor()
  await page.close()
}

/** What a person does in the popup that hangs from the button, each click counted. */
export class Hand {
  clicks = 0
  readonly chromium: ExtensionInChromium
  popup: Popup | undefined
  constructor(chromium: ExtensionInChromium) {
    this.chromium = chromium
  }

  async clickToolbar(url: string): Promise<void> {
    this.clicks++
    this.popup = await this.chromium.clickToolbarButton(url)
  }
  async says(text: string): Promise<string> {
    return until(async () => {
      const said = String(await this.popup?.evaluate('document.body?.innerText ?? ""'))
      return said.includes(text) ? said : ''
    })
  }
  async click(name: string): Promise<void> {
    this.clicks++
    const found = `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(name)}))`
    await until(async () => Boolean(await this.popup?.evaluate(`Boolean(${found})`)))
    await this.popup?.evaluate(`${found}.click()`)
  }
  async closePopup(): Promise<void> {
    await this.popup?.close()
  }
}

export const badge = (chromium: ExtensionInChromium): Promise<string> =>
  chromium.worker.evaluate<string>('chrome.action.getBadgeText({})')

export const payments = ({ emulator }: Sheet): readonly (readonly [unknown, unknown])[] =>
  rows(emulator, 'payments').map((row) => [row['invoice'], row['amount']] as const)

export const statusOf = ({ emulator }: Sheet, number: string): unknown =>
  rows(emulator, 'invoices').find((row) => row['number'] === number)?.['status']

/** As the browser does after half a minute of rest, at the worst moment. */
export async function killWorker(chromium: ExtensionInChromium): Promise<void> {
  const browser = await chromium.context.browser()?.newBrowserCDPSession()
  const { targetInfos } = (await browser?.send('Target.getTargets')) ?? { targetInfos: [] }
  for (const { type, targetId, url } of targetInfos)
    if (type === 'service_worker' && url.includes(chromium.id)) await browser?.send('Target.closeTarget', { targetId })
}
