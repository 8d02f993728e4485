import axe, { type AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

/** What axe objects to in what a page shows now, each of its frames judged as the page that it is: the rule, then what breaks it. */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(page.frames().map((frame) => violationsOf(frame, rules)))
  return found.flat()
}

/** In either theme. A theme is other colours and nothing else (`scripts/house/tokens.test.ts`): in the dark, they alone are looked at. */
export async function violationsInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [colorScheme, rules] of [['light'], ['dark', COLOUR_RULES]] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours change over a moment.
    await page.waitForTimeout(200)
    found.push(...(await violations(page, rules)).map((violation) => `${colorScheme}, ${violation}`))
  }
  return found
}
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

async function violationsOf(frame: Frame, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await frame.evaluate<boolean>('"axe" in globalThis'))) await frame.evaluate(axe.source)
  // It is asked to describe what it objects to only: describing what it has nothing to say about took most of its time.
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: rules } : {}),
    // The page around a frame has the first heading: the title of a dialog is Google's.
    ...(frame.parentFrame() ? { rules: { 'page-has-heading-one': { enabled: false } } } : {}),
  })
  const found = await frame.evaluate<AxeResults['violations']>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ failureSummary = '', html }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`),
  )
}
