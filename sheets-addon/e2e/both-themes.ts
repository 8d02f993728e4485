import { axeOn } from '../../scripts/axe.ts'
import type { ShownPage } from './page-in-chromium.ts'

/** What axe objects to, in either theme: one page is enough, since a theme changes its colours and nothing else (`scripts/house` keeps it so). */
export async function violationsInBothThemes({ page }: ShownPage): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours change over a moment.
    await page.waitForTimeout(200)
    const axe = axeOn(page)
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(COLOUR_RULES) : axe).analyze()
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${colorScheme}, ${id}: ${html.slice(0, 200)}`))
  }
  return found
}
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
