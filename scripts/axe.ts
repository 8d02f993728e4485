import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * axe on what a page shows now, with every rule. It is asked to describe what it objects to only: describing what it has
 * nothing to say about took most of its time. What is in frames is gathered in a further page, where there are frames.
 */
export function axeOn(page: Page): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  return page.frames().length === 1 ? axe.setLegacyMode() : axe
}
