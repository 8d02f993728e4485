import type { Matcher } from './matcher.ts'

/** The words of a name whatever their order, case and accents: two writings of one name give the same text. */
export const nameWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .split(/[^A-Z\d]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** Names that somebody said are nobody's: whatever confirmations taught of them since counts no more. */
export function forgetNames(matcher: Matcher, names: readonly string[]): void {
  const refused = new Set(names.map(nameWords))
  if (refused.size === 0) return
  for (const { id, kind, text } of matcher.learnt())
    if (kind === 'name' && refused.has(nameWords(text))) matcher.forget(id)
}
