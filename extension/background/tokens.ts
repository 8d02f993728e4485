import * as v from 'valibot'
import type { Sender } from './handlers.ts'

/** To open it… */
const OPEN_MS = 60_000
/** …and to decide in it. */
const USE_MS = 10 * 60_000

const kept = v.object({ tab: v.number(), line: v.string(), until: v.number(), frame: v.exactOptional(v.number()) })

/**
 * A click on a mark gives a token: it opens one proposal, in the first frame of the same tab that brings it. Kept in the session's memory, which
 * pages and content scripts cannot read, and which outlives the worker.
 */
export async function issueToken(tab: number, line: string): Promise<string> {
  const token = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  await chrome.storage.session.set({ [keyOf(token)]: { tab, line, until: Date.now() + OPEN_MS } })
  return token
}

/** The line that the token opens; undefined when it is forged, late, used, or brought from elsewhere. */
export async function openToken(token: string, { tab, frameId }: Sender): Promise<string | undefined> {
  const known = await knownToken(token)
  if (!known || (known.frame ?? frameId) !== frameId || known.tab !== tab?.id || frameId === undefined) return undefined
  const opened = { ...known, frame: frameId, until: Date.now() + USE_MS }
  await chrome.storage.session.set({ [keyOf(token)]: opened })
  return known.line
}

/** The line that this very frame may decide about. */
export async function lineOfToken(token: string | undefined, { tab, frameId }: Sender): Promise<string | undefined> {
  const known = token === undefined ? undefined : await knownToken(token)
  return known && known.tab === tab?.id && known.frame !== undefined && known.frame === frameId ? known.line : undefined
}

const keyOf = (token: string): string => `token:${token}`

async function knownToken(token: string): Promise<v.InferOutput<typeof kept> | undefined> {
  const held = await chrome.storage.session.get(keyOf(token))
  const read = v.safeParse(kept, held[keyOf(token)])
  if (!read.success) return undefined
  if (read.output.until > Date.now()) return read.output
  await chrome.storage.session.remove(keyOf(token))
  return undefined
}
