import { axeOn } from '../../scripts/axe.ts'
import type { ShownPage } from './page-in-chromium.ts'

/** What axe objects to, in either theme: one page is enough, its colours change. */
export async function violationsInBothThemes({ page }: ShownPage): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours change over a moment.
    await page.waitForTimeout(200)
    const { violations } = await axeOn(page).analyze()
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${colorScheme}, ${id}: ${html.slice(0, 200)}`))
  }
  return found
}
