import { patternOf } from './page/pattern.ts'
import { wanted } from './page/wanted.ts'

/** What our pages ask of the browser itself, not of the worker. */
export const openOptions = (): Promise<void> => chrome.runtime.openOptionsPage()

export async function openTab(address: string): Promise<void> {
  await chrome.tabs.create({ url: address })
}
/** A page of ours. */
export const ownPage = (name: 'import' | 'welcome'): string => chrome.runtime.getURL(`tabs/${name}.html`)

/** The tab that the popup hangs from. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  return tab?.id
}

/**
 * Asks the user for these origins in one question. It must come first after a click. The browser may close the popup over it: what was
 * wanted is left for the worker, which hears of the answer.
 */
export async function mayRead(origin: string, frames: readonly string[]): Promise<boolean> {
  void wanted.leave({ origin, frames: [...frames] })
  try {
    return await chrome.permissions.request({ origins: [...new Set([origin, ...frames].map(patternOf))] })
  } catch {
    return false
  }
}
