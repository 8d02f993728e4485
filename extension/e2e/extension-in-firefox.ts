import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extension } from '../../manifest.config.ts'
import { openMarionette } from './marionette.ts'
import { until } from './story.ts'

const { id } = extension.manifest.browser_specific_settings.gecko
/** Chosen here, so that our pages have an address that is known. */
const uuid = '7ab1e110-0000-4000-8000-000000000001'

/** Firefox talks to nobody but us, asks nothing at its first start, and grants what an extension asks for. */
const preferences = {
  'marionette.port': 0,
  'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
  'extensions.webextOptionalPermissionPrompts': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': '',
} as const

export interface ExtensionInFirefox {
  /** The address of one of our pages. */
  page(name: string): string
  /** Shows this address in a tab of its own and returns its handle. */
  open(url: string): Promise<string>
  to(handle: string): Promise<void>
  /** Runs in the tab in front; with `system`, it sees what a page cannot. */
  run(script: string, reach?: 'page' | 'system'): Promise<unknown>
  /** What a person does, on the first element that this selector finds. */
  type(selector: string, text: string): Promise<void>
  press(selector: string): Promise<void>
  clickAt(x: number, y: number): Promise<void>
  /** Into the frame that this script returns. */
  enter(script: string): Promise<void>
  /** The toolbar button: opens the popup and grants activeTab for the tab in front. */
  clickToolbarButton(): Promise<void>
  close(): Promise<void>
}

/** The one member of what stands for an element: the name that the browser gave it. */
const nameIn = (found: unknown): string | undefined =>
  typeof found === 'object' && found !== null ? Object.values(found).map(String)[0] : undefined

export async function launchInFirefox(firefox: string, folder: string): Promise<ExtensionInFirefox> {
  const profile = await mkdtemp(join(tmpdir(), 'tabellion-firefox-'))
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(
    firefox,
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    { stdio: 'ignore', env: { ...process.env, HOME: profile } },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  const portFile = join(profile, 'MarionetteActivePort')
  const port = await until(() => readFile(portFile, 'utf8').then(Number, () => 0))
  const { send, close } = await openMarionette(port)
  const answerTo = async (command: string, parameters?: object): Promise<unknown> => {
    const answer = await send(command, parameters)
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer
  }
  const element = (selector: string): Promise<string> =>
    until(() =>
      answerTo('WebDriver:FindElement', { using: 'css selector', value: selector }).then(nameIn, () => undefined),
    )
  const run = (script: string, reach: 'page' | 'system' = 'page'): Promise<unknown> =>
    answerTo('WebDriver:ExecuteScript', { script, args: [], ...(reach === 'system' && { sandbox: 'system' }) })
  /** Runs in the browser's own window. */
  const inBrowser = async (script: string): Promise<unknown> => {
    await send('Marionette:SetContext', { value: 'chrome' })
    try {
      const asked = {
        script: `const [resolve] = arguments; (async () => { ${script} })().then(resolve, (e) => resolve(String(e)))`,
        args: [],
      }
      return await answerTo('WebDriver:ExecuteAsyncScript', asked)
    } finally {
      await send('Marionette:SetContext', { value: 'content' })
    }
  }
  const ours = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)})`

  await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { pageLoadStrategy: 'none' } } })
  await send('Addon:Install', { path: folder, temporary: true })
  return {
    page: (name) => `moz-extension://${uuid}/${name}`,
    async open(url) {
      const opened = await send('WebDriver:NewWindow', { type: 'tab', focus: true })
      const handle = typeof opened === 'object' && opened !== null && 'handle' in opened ? String(opened.handle) : ''
      await send('WebDriver:SwitchToWindow', { handle })
      await send('WebDriver:Navigate', { url })
      return handle
    },
    to: async (handle) => void (await send('WebDriver:SwitchToWindow', { handle })),
    run,
    type: async (selector, text) =>
      void (await send('WebDriver:ElementSendKeys', { id: await element(selector), text })),
    press: async (selector) => void (await send('WebDriver:ElementClick', { id: await element(selector) })),
    async clickAt(x, y) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] })
    },
    async enter(script) {
      const found = await until(() => run(script, 'system').then(nameIn, () => undefined))
      await send('WebDriver:SwitchToFrame', { element: found })
    },
    clickToolbarButton: async () =>
      void (await inBrowser(`${ours}
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)`)),
    async close() {
      close()
      child.kill('SIGKILL')
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
