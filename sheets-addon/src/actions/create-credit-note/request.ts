import type { CreditPart } from '@tabellion/shared/invoicing'
import { canonicalJson, nearest } from '@tabellion/shared/kernel'
import { creditReasons, readScaled } from '@tabellion/shared/ledger'
import { cents, type Quantity, quantity } from '@tabellion/shared/money'
import { refuse } from '../../workbook/refusal.ts'
import type { Arguments } from '../arguments.ts'

export interface CreditRequest {
  readonly number: string
  readonly part: CreditPart
  /** In full, as printed; empty when it is missing. */
  readonly reason: string
  /** What makes this request the same as another: the caller's key, else what it asks. */
  readonly identity: string
  /** The caller named it: asked again, even long after, it is the same. */
  readonly named: boolean
}

const MOST_REASON = 300

export function readRequest(args: Arguments): CreditRequest {
  const number = String(args['number']).trim()
  const { lines, amountCents, key } = args
  if (lines !== undefined && amountCents !== undefined)
    refuse({ code: 'wrong-argument', argument: 'amountCents', expected: 'lines ou amountCents, pas les deux' })
  const part: CreditPart =
    lines !== undefined
      ? { kind: 'lines', lines: (lines as readonly unknown[]).map(readLine) }
      : amountCents !== undefined
        ? { kind: 'amount', amount: cents(amountCents as number) }
        : { kind: 'rest' }
  const typed = String(args['reason'] ?? '').trim()
  if (typed.length > MOST_REASON)
    refuse({ code: 'wrong-argument', argument: 'reason', expected: `un motif de ${MOST_REASON} caractères au plus` })
  const known = creditReasons.parse(typed)
  const reason = known === undefined ? typed : creditReasons.labels[known]
  const named = key !== undefined && String(key).trim() !== ''
  return {
    number,
    part,
    reason,
    identity: named ? `clé ${String(key).trim()}` : canonicalJson({ part, reason }),
    named,
  }
}

function readLine(item: unknown): { readonly id: string; readonly quantity?: Quantity } {
  const line = item as Readonly<Record<string, unknown>>
  const unknown = Object.keys(line).find((name) => name !== 'id' && name !== 'quantity')
  if (unknown !== undefined) {
    const near = nearest(unknown, ['id', 'quantity'])
    refuse({
      code: 'wrong-argument',
      argument: `lines.${unknown}`,
      expected: 'id et quantity',
      ...(near === undefined ? {} : { nearest: near }),
    })
  }
  const { id, quantity: count } = line
  if (typeof id !== 'string' || id === '')
    return refuse({ code: 'wrong-argument', argument: 'lines.id', expected: 'l’identifiant d’une ligne de la facture' })
  if (count === undefined) return { id }
  const read = typeof count === 'number' ? readScaled(count, 4) : undefined
  if (!read?.ok || read.value === undefined)
    return refuse({
      code: 'wrong-argument',
      argument: 'lines.quantity',
      expected: 'un nombre positif, quatre décimales au plus',
    })
  return { id, quantity: quantity(read.value) }
}
