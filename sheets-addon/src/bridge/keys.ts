import { type Day, day, parseDay } from '@tabellion/shared/calendar'
import { browserOps, fromBase64Url, isOp, keyIdOf, type Op, toBase64Url } from '@tabellion/shared/exchange'

/** The key of one browser, or of the site that sends orders, as the owner's properties keep it. */
export interface BrowserKey {
  readonly kid: string
  /** Absent once revoked. */
  readonly secret?: Uint8Array
  /** What it may ask. */
  readonly ops: readonly Op[]
  readonly madeAt: string
  /** The browser's own name, once it has said hello. */
  readonly browser: string
  /** Where it was told to go; absent when it speaks by file or pasted block. */
  readonly url?: string
  /** The last day it was heard; absent before its first hello. */
  readonly seenOn?: Day
  readonly revokedOn?: Day
}

const PREFIX = 'bridge.key.'
const propertyOf = (kid: string): string => `${PREFIX}${kid}`
type Properties = Readonly<Record<string, string>>

export const newKey = (
  secret: Uint8Array,
  madeAt: string,
  url?: string,
  ops: readonly Op[] = browserOps,
): BrowserKey => ({
  kid: keyIdOf(secret),
  secret,
  ops,
  madeAt,
  browser: '',
  ...(url === undefined ? {} : { url }),
})

export const storedKey = (key: BrowserKey): Properties => ({
  [propertyOf(key.kid)]: JSON.stringify({ ...key, ...(key.secret ? { secret: toBase64Url(key.secret) } : {}) }),
})

export const keyNamed = (properties: Properties, kid: string): BrowserKey | undefined =>
  readKey(kid, properties[propertyOf(kid)])

/** Every browser that was ever given a key, the latest first. */
export const allKeys = (properties: Properties): readonly BrowserKey[] =>
  Object.keys(properties)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => readKey(name.slice(PREFIX.length), properties[name]) ?? [])
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))

/** It brings orders, and can do nothing else. */
export const isOrderKey = ({ ops }: BrowserKey): boolean => ops.includes('order')

/** Where a browser, or a site, was told to find this file. */
export const knownAddress = (properties: Properties): string | undefined =>
  allKeys(properties).find(({ url }) => url !== undefined)?.url

/** Nobody can use it any more; it stays in the list, without its secret. */
export function revoked({ secret: _secret, ...key }: BrowserKey, today: Day): BrowserKey {
  return { ...key, revokedOn: today }
}

/** A code that was copied and not used lies about somewhere: it serves for an hour. */
const HOUR_MS = 3_600_000
export const isExpired = (key: BrowserKey, instant: string): boolean =>
  key.seenOn === undefined && Date.parse(instant) - Date.parse(key.madeAt) > HOUR_MS

export type KeyState = 'waiting' | 'connected' | 'expired' | 'revoked'
export const stateOf = (key: BrowserKey, instant: string): KeyState =>
  key.revokedOn !== undefined
    ? 'revoked'
    : key.seenOn !== undefined
      ? 'connected'
      : isExpired(key, instant)
        ? 'expired'
        : 'waiting'

/** Undefined for what is not one of ours: properties are text that anything of the owner's may write. */
function readKey(kid: string, text: string | undefined): BrowserKey | undefined {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? '')
  } catch {
    return undefined
  }
  if (typeof stored !== 'object' || stored === null) return undefined
  const { secret, ops: allowed, madeAt, browser, url, seenOn, revokedOn } = stored as Record<string, unknown>
  const bytes = typeof secret === 'string' ? fromBase64Url(secret) : undefined
  const on = (value: unknown): Day | undefined =>
    typeof value === 'string' && parseDay(value) ? day(value) : undefined
  return {
    kid,
    ...(bytes?.length === 32 ? { secret: bytes } : {}),
    ops: Array.isArray(allowed) ? allowed.filter((op): op is Op => typeof op === 'string' && isOp(op)) : [],
    madeAt: String(madeAt ?? ''),
    browser: String(browser ?? ''),
    ...(typeof url === 'string' ? { url } : {}),
    ...dated('seenOn', on(seenOn)),
    ...dated('revokedOn', on(revokedOn)),
  }
}

const dated = <Name extends string>(name: Name, value: Day | undefined): { readonly [N in Name]?: Day } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Day }
