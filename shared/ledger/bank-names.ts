import { headingKey } from './table.ts'

/** *Noms en banque* of a client, parted by `;` or line breaks: what the bank calls them, and after `≠` what does not mean them. */
export interface BankNames {
  readonly names: readonly string[]
  readonly refused: readonly string[]
}

const REFUSED = '≠'

export function readBankNames(cell: string): BankNames {
  const parts = cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return {
    names: parts.filter((part) => !part.startsWith(REFUSED)),
    refused: parts.flatMap((part) => (part.startsWith(REFUSED) ? part.slice(1).trim() || [] : [])),
  }
}

/** The cell with one name more, or with that name set aside; unchanged when it says so already. */
export function withBankName(cell: string, name: string, verdict: 'is' | 'is-not'): string {
  const clean = name.replace(/[;\n\s]+/g, ' ').trim()
  const { names, refused } = readBankNames(cell)
  const key = headingKey(clean)
  const [into, outOf] = verdict === 'is' ? [names, refused] : [refused, names]
  if (
    clean === '' ||
    (into.some((known) => headingKey(known) === key) && !outOf.some((known) => headingKey(known) === key))
  )
    return cell
  const without = (list: readonly string[]): readonly string[] => list.filter((known) => headingKey(known) !== key)
  const kept = verdict === 'is' ? [...without(names), clean] : without(names)
  const aside = verdict === 'is' ? without(refused) : [...without(refused), clean]
  return [...kept, ...aside.map((text) => `${REFUSED} ${text}`)].join('; ')
}
