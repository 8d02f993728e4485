import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import type { EmulatorState } from '../emulator/index.ts'
import { bundle } from '../test/workshop.ts'
import { startWorkbench, type Workbench } from '../workbench/server.ts'

/** Someone in the workbench, whose gestures are counted. */
interface Person {
  readonly page: Page
  readonly workbench: Workbench
  /** Clicks, and fields filled. */
  gestures(): number
  /** Required fields filled. */
  fields(): number
  click(target: Locator): Promise<void>
  fill(target: Locator, text: string): Promise<void>
  /** One click a level: the menu's name, then each item. */
  menu(...path: readonly string[]): Promise<void>
  sidebar(): FrameLocator
  dialog(title: string): FrameLocator
  /** The tab shown. */
  tab(): Promise<string>
  leave(): Promise<void>
}

export async function sitDown(browser: Browser, state: EmulatorState): Promise<Person> {
  const workbench = await startWorkbench({ bundle, state, folder: null, instant: '2026-11-25T08:00:00Z' })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(workbench.url)
  await page.getByRole('grid').waitFor()
  let [gestures, fields] = [0, 0]
  const click = async (target: Locator): Promise<void> => {
    gestures += 1
    await target.click()
  }
  return {
    page,
    workbench,
    gestures: () => gestures,
    fields: () => fields,
    click,
    async fill(target, text) {
      gestures += 1
      fields += 1
      await target.fill(text)
    },
    async menu(...path) {
      for (const name of path) await click(page.getByRole('menuitem', { name, exact: true }).last())
    },
    sidebar: () => page.frameLocator('iframe[title="Facturation"]'),
    dialog: (title) => page.frameLocator(`iframe[title="${title}"]`),
    tab: async () => (await page.getByRole('tab', { selected: true }).first().textContent()) ?? '',
    async leave() {
      await page.close()
      await workbench.close()
    },
  }
}

export const button = (frame: FrameLocator, name: string | RegExp): Locator =>
  frame.getByRole('button', { name, exact: true })
