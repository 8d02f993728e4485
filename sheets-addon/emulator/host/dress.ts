/** Formats, notes, rules and looks of cells, interned: a column of 5 000 equal cells holds one object. */
import type { Dress, LookValue } from './book.ts'

const wardrobe = new Map<string, Dress>()

const isEmpty = (dress: Dress): boolean => Object.keys(dress).length === 0

export function interned(dress: Dress): Dress | undefined {
  if (isEmpty(dress)) return undefined
  const { format, note, rule, look } = dress
  const key = JSON.stringify([format, note, rule, look && Object.entries(look).sort()])
  const known = wardrobe.get(key)
  if (known) return known
  wardrobe.set(key, dress)
  return dress
}

export const formatOf = (dress: Dress | undefined): string => dress?.format ?? ''

/** `undefined` takes a part off. */
export function dressed(
  old: Dress | undefined,
  parts: { readonly [Part in keyof Dress]?: Dress[Part] | undefined },
): Dress | undefined {
  const { format, note, rule, look } = { ...old, ...parts }
  return interned({
    ...(format === undefined || format === '' ? {} : { format }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(rule === undefined ? {} : { rule }),
    ...(look === undefined || Object.keys(look).length === 0 ? {} : { look }),
  })
}

export function withLook(old: Dress | undefined, key: string, value: LookValue | null): Dress | undefined {
  const { [key]: _, ...others } = old?.look ?? {}
  return dressed(old, { look: value === null ? others : { ...others, [key]: value } })
}

/** Remembers what became of each dress in one operation on many cells. */
export function once(
  change: (old: Dress | undefined) => Dress | undefined,
): (old: Dress | undefined) => Dress | undefined {
  const known = new Map<Dress | undefined, Dress | undefined>()
  return (old) => {
    if (known.has(old)) return known.get(old)
    const next = change(old)
    known.set(old, next)
    return next
  }
}
