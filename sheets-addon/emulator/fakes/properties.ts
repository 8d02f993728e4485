/** PropertiesService and CacheService: text only. */
import type { LockName } from '../types.ts'
import { call, callAs, strict } from './bridge.ts'
import { faked, namespace, whole } from './not-faked.ts'

type Properties = GoogleAppsScript.Properties.Properties
type Cache = GoogleAppsScript.Cache.Cache

/** Google makes text of anything; « [object Object] » and « undefined » are refused here. */
function checked(values: Readonly<Record<string, unknown>>, label: string): Readonly<Record<string, unknown>> {
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined || typeof value === 'object') throw strict(`${label}: ${key} is no text`)
  }
  return values
}

class FakeProperties implements Partial<Properties> {
  readonly #name: LockName
  constructor(name: LockName) {
    this.#name = name
  }
  getProperty(key: string): string | null {
    return call('Properties.getProperty', this.#name, key)
  }
  getProperties(): Record<string, string> {
    return call('Properties.getProperties', this.#name)
  }
  getKeys(): string[] {
    return Object.keys(callAs('Properties.getKeys', 'Properties.getProperties', this.#name))
  }
  setProperty(key: string, value: string): Properties {
    const label = 'Properties.setProperty'
    callAs(label, 'Properties.setProperties', this.#name, checked({ [key]: value }, label), 'kept')
    return whole<Properties>(this)
  }
  setProperties(values: Readonly<Record<string, string>>, deleteAllOthers = false): Properties {
    const label = 'Properties.setProperties'
    call(label, this.#name, checked(values, label), deleteAllOthers ? 'deleted' : 'kept')
    return whole<Properties>(this)
  }
  deleteProperty(key: string): Properties {
    call('Properties.deleteProperty', this.#name, key)
    return whole<Properties>(this)
  }
  deleteAllProperties(): Properties {
    call('Properties.deleteAllProperties', this.#name)
    return whole<Properties>(this)
  }
}
faked('Properties', FakeProperties)

const properties = (name: LockName): Properties =>
  call('PropertiesService.available', name)
    ? whole<Properties>(new FakeProperties(name))
    : (null as unknown as Properties)

export const PropertiesService = namespace<GoogleAppsScript.Properties.PropertiesService>('PropertiesService', {
  getScriptProperties: () => properties('script'),
  getUserProperties: () => properties('user'),
  getDocumentProperties: () => properties('document'),
})

class FakeCache implements Partial<Cache> {
  readonly #name: LockName
  constructor(name: LockName) {
    this.#name = name
  }
  get(key: string): string | null {
    return call('Cache.get', this.#name, [key])[0] ?? null
  }
  getAll(keys: string[]): Record<string, string> {
    const values = callAs('Cache.getAll', 'Cache.get', this.#name, keys)
    const found: Record<string, string> = {}
    for (const [i, key] of keys.entries()) {
      const value = values[i]
      if (typeof value === 'string') found[key] = value
    }
    return found
  }
  put(key: string, value: unknown, seconds = 600): void {
    call('Cache.put', this.#name, { [key]: String(value) }, seconds)
  }
  putAll(values: Readonly<Record<string, unknown>>, seconds = 600): void {
    const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
    callAs('Cache.putAll', 'Cache.put', this.#name, texts, seconds)
  }
  remove(key: string): void {
    call('Cache.remove', this.#name, [key])
  }
  removeAll(keys: string[]): void {
    callAs('Cache.removeAll', 'Cache.remove', this.#name, keys)
  }
}
faked('Cache', FakeCache)

const cache = (name: LockName): Cache => whole<Cache>(new FakeCache(name))

export const CacheService = namespace<GoogleAppsScript.Cache.CacheService>('CacheService', {
  getScriptCache: () => cache('script'),
  getUserCache: () => cache('user'),
  getDocumentCache: () => (call('CacheService.available', 'document') ? cache('document') : null),
})
