import { day } from '@tabellion/shared/calendar'
import { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { ulid } from './ulid.ts'

export const WAKE = 'deliver'
export const PULL = 'pull'
/** The browser wakes nobody sooner. */
const SOONEST_MS = 30_000

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

export const browserDesk = (onChanged: () => void): Desk => ({
  store: new Store(),
  now: () => new Date().toISOString(),
  today: () => day(parisDay.format(new Date())),
  newId: () => ulid(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  fetching: (...request) => fetch(...request),
  alone: async (name, work) => navigator.locks.request(name, async () => work()),
  async wakeAt(instant) {
    await chrome.alarms.create(WAKE, { when: Math.max(Date.parse(instant), Date.now() + SOONEST_MS) })
  },
  tellChanged: () => {
    onChanged()
    void tellAll()
  },
  version: chrome.runtime.getManifest().version,
  browserName: nameOf(navigator.userAgent),
})

/** Nobody may be listening: a popup that was closed, a tab without our script. */
async function tellAll(): Promise<void> {
  const changed = { tell: 'changed' } as const
  await chrome.runtime.sendMessage(changed).catch(() => undefined)
  const tabs = await chrome.tabs.query({}).catch(() => [])
  for (const { id } of tabs) if (id !== undefined) await chrome.tabs.sendMessage(id, changed).catch(() => undefined)
}

/** As it will stand in the sheet's list of browsers. */
export function nameOf(agent: string): string {
  const browser = /Firefox\//.test(agent) ? 'Firefox' : /Edg\//.test(agent) ? 'Edge' : 'Chrome'
  const system = [
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Android/, 'Android'],
    [/Linux/, 'Linux'],
  ].find(([pattern]) => pattern instanceof RegExp && pattern.test(agent))?.[1]
  return system === undefined ? browser : `${browser}, ${String(system)}`
}
