import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Worker } from 'playwright-core'
import { quietArguments } from '../../scripts/browser.ts'
import { requireChromium } from '../../scripts/chromium.ts'

export interface ExtensionInChromium {
  readonly context: BrowserContext
  readonly id: string
  readonly worker: Worker
  /** Clicks the toolbar button while the tab at `url` is shown: this opens the real popup and grants activeTab. */
  clickToolbarButton(url: string): Promise<Popup>
  /** As an update does: every page and script of ours ends, and the worker begins anew. */
  reload(): Promise<void>
  close(): Promise<void>
}

/** The popup that hangs from the toolbar. Playwright does not list it among its pages; the browser's own protocol does. */
export interface Popup {
  evaluate(expression: string): Promise<unknown>
  close(): Promise<void>
}

export async function launchWithExtension(folder: string): Promise<ExtensionInChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'tabellion-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await requireChromium(),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...quietArguments, '--enable-unsafe-extension-debugging'],
  })
  const started = context.waitForEvent('serviceworker', { timeout: 60_000 })
  const browser = await context.browser()?.newBrowserCDPSession()
  if (!browser) throw new Error('No browser session')
  // Chrome of Google's making ignores --load-extension; this works there and in Chromium.
  const send = browser.send.bind(browser) as (method: string, params?: object) => Promise<unknown>
  const { id } = (await send('Extensions.loadUnpacked', { path: folder })) as { id: string }
  let worker = await started
  return {
    context,
    id,
    get worker() {
      return worker
    },
    async clickToolbarButton(url) {
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] })
      const tab = targetInfos.find((target) => target.url === url)
      if (!tab) throw new Error(`No tab shows ${url}`)
      await send('Extensions.triggerAction', { id, targetId: tab.targetId })
      return popupOf(browser)
    },
    async reload() {
      const next = context.waitForEvent('serviceworker', { timeout: 60_000 })
      await send('Extensions.loadUnpacked', { path: folder })
      worker = await next
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

interface Reply {
  readonly id: number
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown }
}

async function popupOf(browser: CDPSession): Promise<Popup> {
  const targetId = await popupTarget(browser)
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })
  let sent = 0
  return {
    evaluate(expression) {
      const id = ++sent
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params })
      return new Promise((resolve, reject) => {
        const listen = (event: { readonly sessionId: string; readonly message: string }): void => {
          const reply: Reply = JSON.parse(event.message)
          if (event.sessionId !== sessionId || reply.id !== id) return
          browser.off('Target.receivedMessageFromTarget', listen)
          const failure = reply.result?.exceptionDetails
          if (failure) reject(new Error(JSON.stringify(failure)))
          else resolve(reply.result?.result?.value)
        }
        browser.on('Target.receivedMessageFromTarget', listen)
        browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
      })
    },
    async close() {
      await browser.send('Target.closeTarget', { targetId })
    },
  }
}

async function popupTarget(browser: CDPSession): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { targetInfos } = await browser.send('Target.getTargets')
    const popup = targetInfos.find(({ type, url }) => type === 'page' && url.endsWith('/popup.html'))
    if (popup) return popup.targetId
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The popup did not open')
}
