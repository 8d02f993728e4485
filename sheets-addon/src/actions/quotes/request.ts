import type { Day } from '@tabellion/shared/calendar'
import { readRate } from '@tabellion/shared/ledger'
import { cents, type Rate } from '@tabellion/shared/money'
import { dayOf } from '../../workbook/given.ts'
import { refuse } from '../../workbook/refusal.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'

export const quoteArguments = {
  properties: {
    rows: {
      type: 'array',
      description: 'Les ID des lignes, cochées ou non ; par défaut les lignes cochées.',
      items: { type: 'string' },
    },
    number: { type: 'string', description: 'Un devis à refaire avec ses lignes d’aujourd’hui : nouvelle version.' },
    validUntil: {
      type: 'string',
      description: 'Le dernier jour de validité ; par défaut celui de Réglages.',
      format: 'date',
    },
    depositPercent: { type: 'string', description: 'L’acompte proposé, par exemple 30 ; 0 : aucun.' },
    start: { type: 'string', description: 'Le début des travaux, en mots ou en date.' },
    duration: { type: 'string', description: 'Leur durée.' },
    place: { type: 'string', description: 'Leur lieu, s’il n’est pas l’adresse du client.' },
    send: { type: 'boolean', description: 'Envoyer aussi le devis par e-mail.' },
  },
} as const satisfies ArgumentsSchema

export interface QuoteRequest {
  /** IDs of rows, ticked or not; absent: the ticked ones. */
  readonly rows?: readonly string[]
  /** A new version of this quote, from its rows as they stand. */
  readonly number?: string
  readonly validUntil?: Day
  readonly depositRate?: Rate
  readonly words: { readonly start?: string; readonly duration?: string; readonly place?: string }
  readonly send: boolean
  readonly order?: string
}

export function readQuoteRequest(args: Given<typeof quoteArguments>, today: Day): QuoteRequest {
  const validUntil = dayOf(args.validUntil, 'validUntil')
  if (validUntil !== undefined && validUntil < today)
    refuse({ code: 'wrong-argument', argument: 'validUntil', expected: 'une date à venir' })
  const depositRate = shareOf(args.depositPercent, 'depositPercent')
  const word = (key: 'start' | 'duration' | 'place') => {
    const text = (args[key] ?? '').trim()
    return text === '' ? {} : { [key]: text.slice(0, 120) }
  }
  return {
    ...(args.rows === undefined ? {} : { rows: args.rows }),
    ...(args.number === undefined ? {} : { number: args.number.trim() }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(depositRate === undefined ? {} : { depositRate }),
    words: { ...word('start'), ...word('duration'), ...word('place') },
    send: args.send === true,
  }
}

/** A share of the whole: `30`, `30 %`, `12,5`. */
export function shareOf(given: string | number | undefined, argument: string): Rate | undefined {
  if (given === undefined) return undefined
  const read = readRate(String(given).replace('.', ','))
  return read.ok && read.value !== undefined && read.value >= 0 && read.value <= 100_000
    ? read.value
    : refuse({ code: 'wrong-argument', argument, expected: 'un pourcentage de 0 à 100' })
}

export const amountOf = (given: number | undefined) => (given === undefined ? undefined : cents(given))
