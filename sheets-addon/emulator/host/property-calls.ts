/** PropertiesService and CacheService (ground truth §3, rule 10): text only, small, no transaction. */
import type { LockName } from '../types.ts'
import { service } from './call.ts'
import { exception, strict } from './errors.ts'
import type { Execution } from './execution.ts'
import type { Texts, World } from './world.ts'

const properties = service('PropertiesService')
const cache = service('CacheService')

/** Documented, and not enforced live (512 KiB seen, tanaikech 2023-05-22): kept here so that we never depend on more. */
const VALUE_BYTES = 9 * 1024
const STORE_BYTES = 500 * 1024

export function textsOf(world: World, name: LockName, user: string): Texts {
  const { kept } = world
  if (name !== 'user') return kept.properties[name]
  kept.properties.user[user] ??= {}
  return kept.properties.user[user]
}

function store(execution: Execution, name: LockName): Texts {
  execution.world.quotas.spend(execution.user, 'property-operations', 1)
  return textsOf(execution.world, name, execution.user)
}

export function writeTexts(texts: Texts, values: Readonly<Record<string, unknown>>): void {
  const next: Texts = { ...texts }
  for (const [key, value] of Object.entries(values)) {
    if (key === '') throw exception('Invalid argument: key')
    if (typeof value === 'object' || typeof value === 'undefined') throw strict(`property ${key} is no text`)
    const text = String(value)
    if (Buffer.byteLength(text) > VALUE_BYTES) throw exception('Argument too large: value')
    next[key] = text
  }
  const size = Object.entries(next).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  )
  if (size > STORE_BYTES) {
    throw exception('You have exceeded the property storage quota. Please remove some properties and try again.')
  }
  Object.assign(texts, next)
}

export const propertyCalls = {
  'PropertiesService.available': properties.free(({ context, world }: Execution, name: LockName) => {
    return !(name === 'document' && context === 'web' && world.switches.webDocumentProperties === 'null')
  }),
  'Properties.getProperty': properties.counted((execution: Execution, name: LockName, key: string) => {
    return store(execution, name)[key] ?? null
  }),
  'Properties.getProperties': properties.counted((execution: Execution, name: LockName) => store(execution, name)),
  'Properties.setProperties': properties.counted(
    (execution: Execution, name: LockName, values: Readonly<Record<string, unknown>>, others: 'kept' | 'deleted') => {
      const texts = store(execution, name)
      if (others === 'kept') return writeTexts(texts, values)
      const fresh: Texts = {}
      writeTexts(fresh, values)
      for (const key of Object.keys(texts)) delete texts[key]
      Object.assign(texts, fresh)
    },
  ),
  'Properties.deleteProperty': properties.counted((execution: Execution, name: LockName, key: string) => {
    delete store(execution, name)[key]
  }),
  'Properties.deleteAllProperties': properties.counted((execution: Execution, name: LockName) => {
    const texts = store(execution, name)
    for (const key of Object.keys(texts)) delete texts[key]
  }),
}

const CACHE_ITEMS = 1_000

function entriesOf({ world, user }: Execution, name: LockName) {
  const key = name === 'user' ? `user:${user}` : name
  let entries = world.cache.get(key)
  if (!entries) {
    entries = new Map()
    world.cache.set(key, entries)
  }
  return entries
}

export const cacheCalls = {
  'CacheService.available': cache.free(
    ({ context }: Execution, name: LockName) => !(name === 'document' && context === 'web'),
  ),
  'Cache.get': cache.counted((execution: Execution, name: LockName, keys: readonly string[]) => {
    const entries = entriesOf(execution, name)
    return keys.map((key) => {
      const entry = entries.get(key)
      return entry && entry.until > execution.world.now() ? entry.value : null
    })
  }),
  'Cache.put': cache.counted(
    (execution: Execution, name: LockName, values: Readonly<Record<string, string>>, seconds: number) => {
      const entries = entriesOf(execution, name)
      if (!(seconds > 0 && seconds <= 21_600)) throw exception('Argument out of range: expirationInSeconds')
      for (const [key, value] of Object.entries(values)) {
        if (key === '' || key.length > 250) throw exception('Argument too large: key')
        if (Buffer.byteLength(value) > 100 * 1024) throw exception('Argument too large: value')
        entries.delete(key)
        entries.set(key, { value, until: execution.world.now() + seconds * 1000 })
      }
      // Oldest first, about a tenth at once, whatever was read lately (jpoehnelt, cacheservice).
      if (entries.size > CACHE_ITEMS)
        for (const key of [...entries.keys()].slice(0, CACHE_ITEMS / 10)) entries.delete(key)
    },
  ),
  'Cache.remove': cache.counted((execution: Execution, name: LockName, keys: readonly string[]) => {
    const entries = entriesOf(execution, name)
    for (const key of keys) entries.delete(key)
  }),
}
