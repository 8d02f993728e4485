import { afterAll, afterEach } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { closeBrowser, menu, type ShownPage, type ShowOptions, showPage } from './page-in-chromium.ts'

type OpenPage = (emulator: Emulator, item: string, options?: ShowOptions) => Promise<ShownPage>

/**
 * One page at a time, opened by its menu item, closed after each story; the browser after the last of the file. Each file asks
 * for its own, since files share their modules: what registers itself when it is loaded would serve the first file alone.
 */
export function onePage(usual: ShowOptions = {}): OpenPage {
  let shown: ShownPage | undefined
  afterEach(async () => {
    await shown?.close()
    shown = undefined
  })
  afterAll(closeBrowser)
  return async (emulator, item, options) => {
    menu(emulator, item)
    shown = await showPage(emulator, { ...usual, ...options })
    return shown
  }
}

/** By its whole name, or by what it begins with. */
export const button = (page: ShownPage, name: string | RegExp) => page.frame.getByRole('button', { name, exact: true })
export const labelled = (page: ShownPage, name: string) => page.frame.getByLabel(name, { exact: true })
