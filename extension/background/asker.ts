import type { Asker } from '../messages.ts'

/** The page that stands in a frame on the bank's page. Every other page of ours is the user's own tab or the popup. */
const FRAME = '/tabs/frame.html'

/** Who asks, by the browser's own word: one of our pages, our frame in somebody's page, or our script in somebody's page. */
export function askerOf(sender: chrome.runtime.MessageSender): Asker | undefined {
  if (sender.id !== chrome.runtime.id) return undefined
  const home = chrome.runtime.getURL('')
  if (!sender.url?.startsWith(home)) return sender.tab ? 'page' : undefined
  if (new URL(sender.url).pathname === FRAME) return 'frame'
  // A page of ours in a frame of somebody's is not the user's own.
  return sender.tab && sender.frameId !== 0 ? undefined : 'own'
}
