import { cleanLabel, plainCapitals } from './label/clean.ts'
import { directed, kindOfLabel } from './label/kind.ts'
import { partyOf } from './label/party.ts'
import { readTags } from './label/tags.ts'
import type { Kind, Mutable } from './statement.ts'

export interface LabelFacts {
  readonly kind: Kind
  readonly counterparty?: string
  /** What the payer wrote for the payee, where a marker announces it. */
  readonly motive?: string
  readonly reference?: string
  readonly endToEndId?: string
}

/**
 * What a French bank label says. The label rules over `stated` (what the format says beside it), except that a stated card, cash
 * machine or fee is never made a transfer: La Banque Postale files have shown purchases with the sign of money coming in.
 */
export function readLabel(label: string, amountCents: number, stated?: Kind): LabelFacts {
  const text = cleanLabel(label)
  return factsOf(text, plainCapitals(text), amountCents, stated)
}

/** The same of a label that is clean already; `capitals` is it in capitals without accents, letter for letter. */
export function factsOf(label: string, capitals: string, amountCents: number, stated?: Kind): LabelFacts {
  const told = kindOfLabel(capitals)
  const vetoed = told === 'transfer-in' && (stated === 'card' || stated === 'cash-withdrawal' || stated === 'fee')
  // A commission that comes in is somebody's income, not the bank's.
  const isEarned = told === 'fee' && amountCents > 0 && capitals.startsWith('COMM')
  const kind = isEarned ? 'other' : directed((vetoed ? stated : (told ?? stated)) ?? 'other', amountCents)
  const facts: Mutable<LabelFacts> = { kind }
  const tags = readTags(label, capitals)
  const counterparty =
    tags?.party === undefined
      ? partyOf(kind, tags?.head ?? label, tags === undefined ? capitals : capitals.slice(0, tags.head.length))
      : firstField(tags.party)
  if (counterparty !== undefined) facts.counterparty = counterparty
  if (tags?.motive !== undefined) facts.motive = tags.motive
  if (tags?.reference !== undefined) facts.reference = tags.reference
  if (tags?.endToEndId !== undefined) facts.endToEndId = tags.endToEndId
  return facts
}

/** `DE:` is followed by the name alone; a second field of the row may hang on to it. */
const firstField = (party: string): string => party.split(' | ')[0]?.trim() ?? party
