import { type Day, parseDay } from '@tabellion/shared/calendar'
import { readRate } from '@tabellion/shared/ledger'
import { cents, type Rate } from '@tabellion/shared/money'
import { refuse } from '../../workbook/refusal.ts'
import type { Arguments } from '../arguments.ts'

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

export function readQuoteRequest(args: Arguments, today: Day): QuoteRequest {
  const validUntil = dayOf(args, 'validUntil')
  if (validUntil !== undefined && validUntil < today)
    refuse({ code: 'wrong-argument', argument: 'validUntil', expected: 'une date à venir' })
  const depositRate = shareOf(args, 'depositPercent')
  const word = (key: 'start' | 'duration' | 'place') => {
    const text = String(args[key] ?? '').trim()
    return text === '' ? {} : { [key]: text.slice(0, 120) }
  }
  return {
    ...(args['rows'] === undefined ? {} : { rows: (args['rows'] as readonly unknown[]).map(String) }),
    ...(args['number'] === undefined ? {} : { number: String(args['number']).trim() }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(depositRate === undefined ? {} : { depositRate }),
    words: { ...word('start'), ...word('duration'), ...word('place') },
    send: args['send'] === true,
  }
}

/** A day given as text; undefined when it is not given. */
export function dayOf(args: Arguments, key: string): Day | undefined {
  if (args[key] === undefined) return undefined
  return (
    parseDay(String(args[key])) ?? refuse({ code: 'wrong-argument', argument: key, expected: 'une date AAAA-MM-JJ' })
  )
}

/** A share of the whole: `30`, `30 %`, `12,5`. */
export function shareOf(args: Arguments, key: string): Rate | undefined {
  if (args[key] === undefined) return undefined
  const read = readRate(String(args[key]).replace('.', ','))
  return read.ok && read.value !== undefined && read.value >= 0 && read.value <= 100_000
    ? read.value
    : refuse({ code: 'wrong-argument', argument: key, expected: 'un pourcentage de 0 à 100' })
}

export const amountOf = (args: Arguments, key: string) =>
  args[key] === undefined ? undefined : cents(args[key] as number)
