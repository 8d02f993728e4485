import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { launch } from '../../scripts/browser.ts'
import { root } from '../../scripts/root.ts'
import type { Emulator, Json } from '../emulator/index.ts'

/** Google's own list (ground truth §5). */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'
const SHEET = 'https://sheet.example/'
const FRAME = 'https://frame.example/'

/** A page of ours as HtmlService shows it: in its sandboxed frame, over the emulator. */
export interface ShownPage {
  readonly page: Page
  readonly frame: FrameLocator
  /** `google.script.host.close()` was called. */
  isClosed(): boolean
  /** Names of the functions called so far, with the action of `perform`. */
  readonly calls: readonly string[]
  /** Opens what the script shows now: after a menu item, or after the page opened another one. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export interface ShowOptions {
  readonly colorScheme?: 'light' | 'dark'
  /** Of the frame; the sidebar's own when absent. */
  readonly width?: number
  readonly height?: number
  /** Pixels of a picture to one of the page. */
  readonly scale?: number
  /** What Google answers instead of running the function. */
  readonly fails?: () => boolean
  /** Google takes its time over this call. */
  readonly wait?: (called: string) => Promise<void>
  /** The script runs, and its answer never comes. */
  readonly loses?: (called: string) => boolean
}

let browser: Promise<Browser> | undefined
export async function closeBrowser(): Promise<void> {
  const open = browser
  browser = undefined
  await (await open)?.close()
}

/** Shows the sidebar or dialog that the emulator's script opened last. */
export async function showPage(emulator: Emulator, options: ShowOptions = {}): Promise<ShownPage> {
  browser ??= launch()
  const { colorScheme = 'light', height = 620, scale = 1, width = 300 } = options
  const context: BrowserContext = await (await browser).newContext({
    colorScheme,
    viewport: { width, height },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    deviceScaleFactor: scale,
  })
  const page = await context.newPage()
  const calls: string[] = []
  let closed = false
  await page.exposeFunction(
    'tabellionCall',
    async (name: string, args: Json[]): Promise<{ result?: unknown; failure?: string }> => {
      const called = name === 'perform' ? String(args[0]) : name
      calls.push(called)
      await options.wait?.(called)
      if (options.fails?.()) return { failure: 'Error code PERMISSION_DENIED.' }
      const run = emulator.run(name, args, { context: 'rpc' })
      if (options.loses?.(called)) return { failure: 'NetworkError' }
      return run.error ? { failure: run.error.message } : { result: run.result ?? null }
    },
  )
  await page.exposeFunction('tabellionClose', () => {
    closed = true
  })
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url === SHEET) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: sheetHtml(width, height) })
    if (url === FRAME)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: framed(emulator.shown()?.html ?? '') })
    return route.abort()
  })
  await page.goto(SHEET)
  const frame = page.frameLocator('iframe')
  return {
    page,
    frame,
    calls,
    isClosed: () => closed,
    async reopen() {
      closed = false
      await page.goto(SHEET)
    },
    close: () => context.close(),
  }
}

const sheetHtml = (width: number, height: number): string => `<!doctype html><html lang="fr"><title>Feuille</title>
<style>html,body{margin:0;overflow:hidden}h1{position:absolute;clip-path:inset(50%)}iframe{border:0;display:block}</style>
<main><h1>Feuille</h1><iframe title="Facturation" src="${FRAME}" sandbox="${SANDBOX}" width="${width}" height="${height}"></iframe></main></html>`

/** Inter, as on a machine that has it: pictures look the same everywhere. */
const fonts = ['Regular', 'SemiBold']
  .map((name, index) => {
    const bytes = readFileSync(join(root, `assets/fonts/Inter-${name}.ttf`)).toString('base64')
    return `@font-face{font-family:Inter;font-weight:${index === 0 ? 400 : 600};src:url(data:font/ttf;base64,${bytes})}`
  })
  .join('')

/** `google.script` of a sandboxed page: strings, numbers and JSON cross, a failure has a message and no more. */
const googleScript = `
window.google={script:{host:{close(){window.tabellionClose()},setHeight(){},setWidth(){},editor:{focus(){}}},
run:(function runner(h){return new Proxy({},{get(_,name){
if(name==='withSuccessHandler')return f=>runner({...h,success:f});
if(name==='withFailureHandler')return f=>runner({...h,failure:f});
return(...args)=>{window.tabellionCall(name,args).then(a=>a.failure===undefined?h.success&&h.success(a.result):h.failure&&h.failure(new Error(a.failure)))}
}})})({})}};`

const framed = (html: string): string =>
  html.replace(/<head[^>]*>/, (head) => `${head}<style>${fonts}</style><script>${googleScript}</script>`)

/** Runs a menu item's function, as a click on it does. */
export function menu(emulator: Emulator, name: string): void {
  const run = emulator.run(name, [], { context: 'menu' })
  if (run.error) throw new Error(`${name}: ${run.error.message}\n${run.error.stack ?? ''}`)
}
