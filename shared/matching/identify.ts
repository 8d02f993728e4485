import { compareText } from './invoice-index.ts'
import { type KnownPayer, NOBODY, ownerOf, recallNames } from './memory.ts'
import type { NameSeen } from './payers.ts'
import type { Reading } from './reading.ts'
import type { State } from './state.ts'

/** How clearly a line shows a client, strongest first. */
export const PAYER_LEVELS = [
  'iban',
  'confirmed',
  'full',
  'once',
  'most',
  'surname',
  'shared',
  'part',
  'word',
  'none',
] as const
export type PayerLevel = (typeof PAYER_LEVELS)[number]

export interface Payer {
  readonly clientId: string
  readonly level: PayerLevel
  readonly name: NameSeen | undefined
  readonly known: KnownPayer | undefined
}

export interface Payers {
  /** The clearest first. */
  readonly byClient: ReadonlyMap<string, Payer>
  /** A payer confirmed to pay no invoice: how many times. */
  readonly nobody: KnownPayer | undefined
  readonly ibanOwner: string | undefined
}

export function identifyPayers(reading: Reading, state: State): Payers {
  const recalled = recallNames(state.memory, reading.nameWords)
  const ibanOwner = ownerOf(state.memory, reading.line.iban)
  const ids = new Set([...reading.names.keys(), ...recalled.map(({ clientId }) => clientId)])
  if (ibanOwner !== undefined) ids.add(ibanOwner)
  ids.delete(NOBODY)
  const payers = [...ids].map((clientId): Payer => {
    const name = reading.names.get(clientId)
    const known = recalled.find((candidate) => candidate.clientId === clientId)
    // « M ou Mme Tessier »: all that is said of the payer is a surname that one private client has.
    const surname = name?.alone === true && reading.strangers === 0 && state.clients.get(clientId)?.consumer === true
    return { clientId, name, known, level: levelOf(name, known, ibanOwner === clientId, surname) }
  })
  return {
    byClient: new Map(payers.sort(byClearness).map((payer) => [payer.clientId, payer])),
    nobody: recalled.find(({ clientId }) => clientId === NOBODY),
    ibanOwner,
  }
}

const byClearness = (a: Payer, b: Payer): number =>
  rankOf(a.level) - rankOf(b.level) ||
  (b.name?.weight ?? 0) - (a.name?.weight ?? 0) ||
  compareText(a.clientId, b.clientId)

function levelOf(
  name: NameSeen | undefined,
  known: KnownPayer | undefined,
  ibanKnown: boolean,
  surname: boolean,
): PayerLevel {
  if (ibanKnown) return 'iban'
  if (known && known.share >= 0.8 && known.shared === 1 && known.times >= 2) return 'confirmed'
  if (name && name.share >= 0.9 && name.weight >= 1.2) return 'full'
  if (known && known.share >= 0.8 && known.shared === 1) return 'once'
  if (name && name.share >= 0.66) return 'most'
  if (surname && name && name.share >= 0.4) return 'surname'
  if (known && known.share >= 0.6) return 'shared'
  if (name && name.share >= 0.4) return 'part'
  return name && name.share >= 0.2 ? 'word' : 'none'
}

const rankOf = (level: PayerLevel): number => PAYER_LEVELS.indexOf(level)

/** Is the payer shown as clearly as this, or more? */
export const isAtLeast = (payer: Payer | undefined, least: PayerLevel): payer is Payer =>
  payer !== undefined && rankOf(payer.level) <= rankOf(least)

/** Does the line name someone clearly? */
export function isAnyoneNamed({ byClient }: Payers): boolean {
  const [clearest] = byClient.values()
  return isAtLeast(clearest, 'most')
}
