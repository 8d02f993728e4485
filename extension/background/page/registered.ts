import { offFrom } from '../../inject/room.ts'
import type { Bank } from '../../store/rows.ts'
import type { Desk } from '../desk.ts'
import { log } from '../log.ts'
import { patternOf } from './pattern.ts'
import { READER } from './tab.ts'
import { wanted } from './wanted.ts'

const patternsOf = ({ origin, frames }: Bank): string[] => [...new Set([origin, ...frames].map(patternOf))]
const nameOf = ({ origin }: Bank): string => `page ${origin}`

/** The bank's pages are read from now on, those that are open included. The permission has been given before. */
export async function keepReading(desk: Desk, bank: Bank): Promise<boolean> {
  if (!(await chrome.permissions.contains({ origins: patternsOf(bank) }))) return false
  await desk.store.banks.put(bank)
  await log(desk, { kind: 'permission', origin: bank.origin, granted: true })
  await reconcile(desk)
  await readOpenPages(bank)
  return true
}

async function readOpenPages(bank: Bank): Promise<void> {
  for (const { id } of await chrome.tabs.query({ url: patternsOf(bank) })) {
    if (id === undefined) continue
    await chrome.scripting
      .executeScript({ target: { tabId: id, allFrames: true }, files: [READER] })
      .catch(() => undefined)
  }
}

/** After an update the scripts in open pages are another version's: they leave by themselves as the new ones come. */
export async function readAgain(desk: Desk): Promise<void> {
  await reconcile(desk)
  for (const bank of await desk.store.banks.toArray()) await readOpenPages(bank)
}

/** A permission was given: for the bank that was asked about, where its popup did not live to say so. */
export async function permissionGiven(desk: Desk): Promise<void> {
  const bank = await wanted.take()
  if (bank) await keepReading(desk, { ...bank, since: desk.now() })
  else await reconcile(desk)
}

/** Its pages are left, and the permission given back. */
export async function stopReading(desk: Desk, origin: string): Promise<void> {
  const bank = await desk.store.banks.get(origin)
  await desk.store.banks.delete(origin)
  const others = new Set((await desk.store.banks.toArray()).flatMap(patternsOf))
  const origins = bank ? patternsOf(bank).filter((pattern) => !others.has(pattern)) : []
  if (bank) await left(desk, bank)
  if (origins.length > 0) await chrome.permissions.remove({ origins }).catch(() => false)
  await reconcile(desk)
}

/**
 * One script is registered for each bank that may still be read, and no other: after a permission was taken back in the browser's own
 * settings, after an update, at each start.
 */
export const reconcile = (desk: Desk): Promise<void> => desk.alone('pages', () => registerAnew(desk))

async function registerAnew(desk: Desk): Promise<void> {
  const kept: Bank[] = []
  for (const bank of await desk.store.banks.toArray()) {
    if (await chrome.permissions.contains({ origins: patternsOf(bank) })) kept.push(bank)
    else {
      await desk.store.banks.delete(bank.origin)
      await left(desk, bank)
    }
  }
  const registered = await chrome.scripting.getRegisteredContentScripts()
  const wanted = new Set(kept.map(nameOf))
  const known = new Set(registered.map(({ id }) => id))
  const stale = registered.filter(({ id }) => !wanted.has(id)).map(({ id }) => id)
  if (stale.length > 0) await chrome.scripting.unregisterContentScripts({ ids: stale })
  const scriptOf = (bank: Bank) => ({
    id: nameOf(bank),
    js: [READER],
    matches: patternsOf(bank),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  })
  const fresh = kept.filter((bank) => !known.has(nameOf(bank)))
  const changed = kept.filter((bank) => known.has(nameOf(bank)))
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh.map(scriptOf))
  if (changed.length > 0) await chrome.scripting.updateContentScripts(changed.map(scriptOf))
}

/** Scripts that still stand in open pages of the bank take their marks away. */
async function left(desk: Desk, bank: Bank): Promise<void> {
  await log(desk, { kind: 'permission', origin: bank.origin, granted: false })
  // Without a permission tabs do not tell their address: each is asked, and knows its own.
  for (const { id } of await chrome.tabs.query({})) {
    for (const origin of id === undefined ? [] : [bank.origin, ...bank.frames])
      await chrome.tabs.sendMessage(id ?? 0, offFrom(origin)).catch(() => undefined)
  }
}
