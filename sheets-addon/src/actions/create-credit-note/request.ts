import type { CreditPart } from '@tabellion/shared/invoicing'
import { canonicalJson, nearest } from '@tabellion/shared/kernel'
import { creditReasons, readScaled } from '@tabellion/shared/ledger'
import { cents, type Quantity, quantity } from '@tabellion/shared/money'
import { refuse } from '../../workbook/refusal.ts'
import type { Arguments, ArgumentsSchema, Given } from '../arguments.ts'

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

export const creditArguments = {
  properties: {
    number: { type: 'string', description: 'Le numéro de la facture à corriger.' },
    reason: {
      type: 'string',
      description:
        'Le motif, imprimé et obligatoire : Annulation, Retour, Ristourne, Geste commercial, Correction d’erreur, ou vos mots.',
    },
    lines: {
      type: 'array',
      description: 'Les lignes à annuler, {"id","quantity"?} ; par défaut tout ce qui reste.',
      items: { type: 'object' },
    },
    amountCents: { type: 'integer', description: 'Un montant TTC à annuler, en centimes, au lieu de lignes.' },
    key: { type: 'string', description: 'Un nom de votre choix : la même demande ne fait qu’un avoir.' },
  },
  required: ['number'],
} as const satisfies ArgumentsSchema

const MOST_REASON = 300

export function readRequest({
  amountCents,
  key,
  lines,
  number,
  reason: typed = '',
}: Given<typeof creditArguments>): CreditRequest {
  if (lines !== undefined && amountCents !== undefined)
    refuse({ code: 'wrong-argument', argument: 'amountCents', expected: 'lines ou amountCents, pas les deux' })
  const part: CreditPart =
    lines !== undefined
      ? { kind: 'lines', lines: lines.map(readLine) }
      : amountCents !== undefined
        ? { kind: 'amount', amount: cents(amountCents) }
        : { kind: 'rest' }
  const words = typed.trim()
  if (words.length > MOST_REASON)
    refuse({ code: 'wrong-argument', argument: 'reason', expected: `un motif de ${MOST_REASON} caractères au plus` })
  const known = creditReasons.parse(words)
  const reason = known === undefined ? words : creditReasons.labels[known]
  const name = (key ?? '').trim()
  return {
    number: number.trim(),
    part,
    reason,
    identity: name === '' ? canonicalJson({ part, reason }) : `clé ${name}`,
    named: name !== '',
  }
}

function readLine(line: Arguments): { readonly id: string; readonly quantity?: Quantity } {
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
