import { formatDay } from '@tabellion/shared/calendar'
import type { BankRow } from '@tabellion/shared/ledger'
import { whyText } from '@tabellion/shared/matching'
import { type Cents, formatEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import type { MatchedRow, OfferedMatch } from './matching.ts'
import type { BankChange } from './write-bank.ts'

const NOTHING = 'Aucune facture ne correspond.'
/** In *Empreinte*: the person said that the line is no double, and is not asked again. */
export const UNIQUE = 'unique'
/** What is ticked by itself begins so. */
const CERTAIN = '✓ '

/** What the rows of *Banque* say of what they may pay, where they say something else. */
export function proposalChanges(matched: readonly MatchedRow[], rows: readonly BankRow[]): readonly BankChange[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return matched.flatMap(({ row, match, offers: [best] }): BankChange[] => {
    const twin = match.duplicateOf === undefined ? undefined : byId.get(match.duplicateOf)
    if (twin && row.status === 'unmatched' && !row.fingerprints.includes(UNIQUE))
      return [
        {
          row: row.row,
          status: 'possibleDuplicate',
          cells: {
            proposal: '',
            why: typeset(
              `Ressemble à la ligne du ${formatDay(twin.date)} « ${twin.label.slice(0, 60)} », lue dans ${twin.source}.`,
            ),
          },
        },
      ]
    if (best === undefined) {
      // Money out that gives nothing back needs no word.
      const why = row.amount > 0 ? noneText(match.paidTwice) : ''
      return row.proposal === '' && row.why === why ? [] : [{ row: row.row, cells: { proposal: '', why } }]
    }
    const proposal = `${match.decision === 'automatic' ? CERTAIN : ''}${offerText(best)}`
    const why = whyText(best.proposal.reasons)
    if (row.proposal === proposal && row.why === why && row.status === 'unmatched') return []
    return [{ row: row.row, status: 'unmatched', cells: { proposal, why } }]
  })
}

/** Rows as they stand once changed. */
export function changedRows(rows: readonly BankRow[], changes: readonly BankChange[]): readonly BankRow[] {
  const byRow = new Map(changes.map((change) => [change.row, change]))
  return rows.map((row) => {
    const { status, cells } = byRow.get(row.row) ?? {}
    return status === undefined ? row : { ...row, status, why: String(cells?.why ?? row.why) }
  })
}

const noneText = (paidTwice: string | undefined): string =>
  paidTwice === undefined ? NOTHING : typeset(`Semble payer ${paidTwice} une seconde fois.`)

/** « F2026-0001 », or each with its amount when there are several or a part. */
export function offerText({ allocations, feeCents }: OfferedMatch): string {
  const [only] = allocations
  const isWhole = allocations.length === 1 && only?.amountCents === only?.openCents
  const list = isWhole
    ? (only?.number ?? '')
    : allocations.map(({ number, amountCents }) => `${number} (${formatEuros(amountCents as Cents)})`).join(' + ')
  return feeCents === undefined ? list : `${list}, frais ${formatEuros(feeCents as Cents)}`
}
