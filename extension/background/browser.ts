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
