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

const fileSchema = v.strictObject({
  tabellion: v.literal('page'),
  v: v.literal(1),
  place: v.pipe(v.string(), v.maxLength(600), v.regex(/^https?:\/\/[^/?#]+\/[^?#]*$/)),
  guide: guideSchema,
})

/** Every page that was learnt, with the file that another browser takes in: places of the page, none of its words. */
export async function learntPages({ profiles }: Store): Promise<{ place: string; file: string }[]> {
  return (await profiles.toArray()).flatMap(({ place, profile }) => {
    const guide = readGuide(profile)
    return guide ? [{ place, file: JSON.stringify({ tabellion: 'page', v: 1, place, guide }, undefined, 1) }] : []
  })
}

/** The page that this file tells of; undefined when it is no such file. */
export async function takePage(store: Store, file: string, at: string): Promise<string | undefined> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), file)
  if (!read.success) return undefined
  const { guide, place } = read.output
  await keepGuide(store, place, guide, at)
  return place
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
