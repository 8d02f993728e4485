import type { HeadingWords } from './heading.ts'
import type { Sketch } from './sketch.ts'

export interface TextColumns {
  /** Together they make the label, in this order. */
  readonly labels: readonly number[]
  /** The other side, whichever way the money went; the first that is filled counts. */
  readonly parties: readonly number[]
  readonly payer?: number
  readonly payee?: number
  readonly iban?: number
  readonly reference?: number
  readonly endToEndId?: number
  readonly bankId?: number
  readonly currency?: number
  /** The currencies of what went out and of what came in, where both are printed. */
  readonly currencyOut?: number
  readonly currencyIn?: number
  readonly kind?: number
  readonly status?: number
  readonly account?: number
}
type Text = HeadingWords['text']
type Single = Exclude<keyof TextColumns, 'labels' | 'parties'>

/** Gives the columns that hold neither dates nor money (`used`) their roles. */
export function findTexts(sketch: Sketch, used: ReadonlySet<number>): TextColumns {
  const { words, profiles, hasHeadings } = sketch
  const free = [...profiles.keys()].filter((column) => !used.has(column))
  const named = (...roles: readonly Text[]): number[] => free.filter((column) => roles.includes(words[column]?.text))
  const currency = free.find((column) => isCurrency(sketch, column))
  const labels = labelColumns(sketch, free, named).filter((column) => column !== currency)
  const ibans = named('iban')
  const parties = named('party').filter((column) => !labels.includes(column))
  const payer = named('payer')[0]
  // Beside a payer, « Bénéficiaire » is who is paid, not the other side of both directions.
  const payee =
    named('payee')[0] ?? (payer === undefined ? undefined : parties.find((column) => words[column]?.isPayee))
  const single: Record<Single, number | undefined> = {
    currency,
    currencyOut: named('currency-out')[0],
    currencyIn: named('currency-in')[0],
    payer,
    payee,
    iban: ibans.find((column) => !isOwnAccount(sketch, column) && (profiles[column]?.filled ?? 0) > 0),
    account:
      named('account').find((column) => (profiles[column]?.filled ?? 0) > 0) ??
      ibans.find((column) => isOwnAccount(sketch, column)),
    reference: named('reference')[0],
    endToEndId: named('end-to-end-id')[0],
    bankId: named('bank-id')[0],
    status: named('status')[0],
    kind: hasHeadings
      ? named('kind')[0]
      : free.find((column) => !labels.includes(column) && column !== currency && (profiles[column]?.texts ?? 0) > 0),
  }
  const found: { -readonly [Key in keyof TextColumns]: TextColumns[Key] } = {
    labels,
    parties: parties.filter((column) => column !== payee),
  }
  for (const role of Object.keys(single) as Single[]) {
    const column = single[role]
    if (column !== undefined) found[role] = column
  }
  return found
}

/** The long label rather than its short copies; then the details; without such a heading, the longest texts nobody claims. */
function labelColumns(
  { words, profiles, hasHeadings }: Sketch,
  free: readonly number[],
  named: (...roles: readonly Text[]) => number[],
): number[] {
  const full = named('full-label')
  const labels = [...(full.length > 0 ? full : named('label')), ...named('detail')].sort((a, b) => a - b)
  if (labels.length > 0) return labels
  const short = named('party', 'payer', 'payee').length === 0 ? named('short-label') : []
  if (short.length > 0) return short
  const texts = free.filter((column) => {
    const profile = profiles[column]
    if (profile === undefined || (hasHeadings && words[column]?.text !== undefined)) return false
    return (
      profile.texts * 2 > profile.filled && profile.currencies < profile.filled && profile.signWords < profile.filled
    )
  })
  const longest = Math.max(0, ...texts.map((column) => profiles[column]?.length ?? 0))
  return texts.filter((column) => (profiles[column]?.length ?? 0) * 2 >= longest)
}

function isCurrency({ words, profiles, hasHeadings }: Sketch, column: number): boolean {
  const profile = profiles[column]
  if (profile === undefined || profile.filled === 0 || words[column]?.money === 'foreign') return false
  return hasHeadings
    ? words[column]?.text === 'currency' && profile.length === 3
    : profile.currencies === profile.filled
}

/** An account number that hardly changes from row to row is the customer's own. */
function isOwnAccount({ profiles, sample }: Sketch, column: number): boolean {
  const profile = profiles[column]
  const rows = sample.length
  return profile !== undefined && rows > 1 && profile.filled === rows && profile.distinct * 4 <= rows + 3
}
