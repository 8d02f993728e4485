import type { FrameTold } from '../inject/room.ts'

/** Our frame speaks to the script that opened it, by the browser and never by the page. */
export async function tellPage(frame: FrameTold['frame']): Promise<void> {
  const tab = await chrome.tabs.getCurrent()
  const told: FrameTold = { frame }
  if (tab?.id !== undefined) await chrome.tabs.sendMessage(tab.id, told).catch(() => undefined)
}
