import { type Memory, NOBODY } from './memory.ts'

/** What confirmations taught of one payer, for the user to see and to remove. */
export interface Learnt {
  /** Given back to `forget`. */
  readonly id: string
  readonly kind: 'name' | 'iban'
  /** The name's words, in alphabetical order, or the IBAN. */
  readonly text: string
  /** Who was confirmed behind it, and how many times; `clientId` undefined: it paid no invoice. */
  readonly payers: readonly { readonly clientId: string | undefined; readonly times: number }[]
  /** Seen for several clients, as a payment processor's IBAN is: it says nothing of who pays (C-14). */
  readonly ignored: boolean
}

export function listLearnt({ aliases, ibans, forgotten }: Memory): Learnt[] {
  const list = (kind: Learnt['kind'], known: Iterable<readonly [string, ReadonlyMap<string, number>]>): Learnt[] =>
    [...known]
      .map(([text, payers]) => ({
        id: `${kind}:${text}`,
        kind,
        text,
        payers: [...payers].map(([clientId, times]) => ({
          clientId: clientId === NOBODY ? undefined : clientId,
          times,
        })),
        ignored: kind === 'iban' && [...payers.keys()].filter((payer) => payer !== NOBODY).length > 1,
      }))
      .filter(({ id }) => !forgotten.has(id))
  const all = [
    ...list(
      'name',
      [...aliases].map(([text, alias]) => [text, alias.clients] as const),
    ),
    ...list('iban', ibans),
  ]
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}
