import * as v from 'valibot'
import { guide as guideSchema } from '../../messages.ts'
import type { Guide } from '../../reader/guide.ts'
import type { Store } from '../../store/store.ts'
import { guideFor } from './known-banks.ts'

/** The page as it is kept: its origin and its path, which names no operation. */
export const placeOf = (url: string): string => {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}

/** What was learnt of this very page, else of another of the same origin, else what is known of the bank. */
export async function guideOf(store: Store, url: string): Promise<Guide | undefined> {
  const place = placeOf(url)
  const { host, origin } = new URL(url)
  const own = await store.profiles.get(place)
  const kept = own ?? (await store.profiles.where('place').startsWith(`${origin}/`).first())
  return kept ? readGuide(kept.profile) : guideFor(host)
}

export async function keepGuide(store: Store, url: string, guide: Guide, at: string): Promise<void> {
  await store.profiles.put({ place: placeOf(url), profile: JSON.stringify(guide), at })
}

/** A profile is kept, exported and taken in as JSON: what is not one is none. */
function readGuide(json: string): Guide | undefined {
  try {
    const read = v.safeParse(guideSchema, JSON.parse(json))
    return read.success ? { ...read.output, isLearnt: true } : undefined
  } catch {
    return undefined
  }
}
