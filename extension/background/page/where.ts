import type { Sender } from '../handlers.ts'

/**
 * The address of the page that asks. A frame that the bank's page wrote itself (`about:srcdoc`, `blob:`) has none: it counts as the page
 * of the origin that it has from the bank, or, where it was shut off from that too, of the tab.
 */
export function addressOf({ origin, tab, url }: Sender): string | undefined {
  return [url, origin && `${origin}/`, tab?.url].find((one) => one?.startsWith('http'))
}
