import { baselineOf, type Writing } from '../page.ts'

// Three levels of text, no more: title (in presets.ts), body, small. Nothing is smaller than 8 pt (features F-014).
export const body: Writing = { size: 9.5, leading: 13, weight: 'regular', ink: 'ink' }
export const strong: Writing = { ...body, weight: 'semibold' }
export const quiet: Writing = { ...body, ink: 'secondary' }
export const small: Writing = { size: 8, leading: 11.2, weight: 'regular', ink: 'secondary' }
export const smallStrong: Writing = { ...small, weight: 'semibold' }

/** How much lower a small line starts to share its baseline with a body line. */
export const SMALL_ON_BODY = baselineOf(body) - baselineOf(small)

export const right = (writing: Writing): Writing => ({ ...writing, align: 'right' })

/** Large letters stand closer. */
export const titleOf = (title: {
  readonly size: number
  readonly weight: Writing['weight']
  readonly ink: Writing['ink']
}): Writing => ({
  ...title,
  leading: title.size * 1.16,
  tracking: -18,
})
