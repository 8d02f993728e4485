/** A maximal stretch of letters or of digits in folded text: numbers never match in the middle of a longer number. */
export interface Run {
  readonly digits: boolean
  readonly text: string
  /** What stands between this run and the one before (separators only; empty when they touch). */
  readonly gap: string
  /** Index of the field (label, counterparty, reference) it was read in: nothing joins across fields. */
  readonly field: number
  /** No run follows in its field: a bank may have cut it here. */
  readonly last: boolean
}

const LIGATURES: Readonly<Record<string, string>> = { Œ: 'OE', Æ: 'AE', ß: 'SS', ẞ: 'SS', Ø: 'O', Ł: 'L', Đ: 'D' }

/** Upper case without accents; what a French bank makes of any text. « S.A.R.L. » becomes SARL. */
export function fold(text: string): string {
  let plain = text
  // Most labels are ASCII already: normalising costs more than all the rest of this function.
  if (/[^\x20-\x7e]/.test(text)) {
    plain = text
      .replace(/[œæ]/g, (letter) => letter.toUpperCase())
      .replace(/[ŒÆßẞØøŁłĐđ]/g, (letter) => LIGATURES[letter.toUpperCase()] ?? LIGATURES[letter] ?? letter)
    plain = plain
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[’‘\u0060´]/g, "'")
      .replace(/[\u00a0\u202f]/g, ' ')
  }
  const upper = plain.toUpperCase()
  return upper.includes('.')
    ? upper.replace(/\b(?:[A-Z]\.){2,}[A-Z]?(?![A-Z])/g, (initials) => initials.replaceAll('.', ''))
    : upper
}

const RUN = /[A-Z]+|[0-9]+/g

/** Is it a run of digits, not of letters? */
export const isDigits = (run: string): boolean => run < 'A'

/** The runs of a folded text, bare. */
export const textsOf = (folded: string): string[] => folded.match(RUN) ?? []

/** The runs of one folded field. */
export function runsOf(folded: string, field: number): Run[] {
  const texts = textsOf(folded)
  let from = 0
  return texts.map((text, index) => {
    const at = folded.indexOf(text, from)
    const gap = folded.slice(from, at)
    from = at + text.length
    return { digits: isDigits(text), text, gap, field, last: index === texts.length - 1 }
  })
}

/** Letters and digits only. */
export const compact = (folded: string): string => folded.replace(/[^A-Z0-9]/g, '')
