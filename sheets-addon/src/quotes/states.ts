import { type QuoteMade, readVersionKey, versionKey } from '@tabellion/shared/journal'
import { textOf } from '@tabellion/shared/ledger'
import { logRows } from '../mail/log.ts'
import type { Workbook } from '../workbook/open.ts'

/** Where the version in force of a quote stands, by types and keys alone. */
export interface QuoteState {
  readonly number: string
  readonly version: number
  readonly filed: boolean
  readonly sent: boolean
  /** Begun and never confirmed. */
  readonly unsure: boolean
  readonly begun: boolean
  readonly decision?: 'accepted' | 'declined'
}

/** Every quote that was ever given, in the order of their first versions. */
export function quoteStates(workbook: Workbook): ReadonlyMap<string, QuoteState> {
  const states = new Map<string, QuoteState>()
  for (const { type, key } of [...workbook.journal().rows, ...logRows(workbook.properties())]) {
    if (type === 'quoted') {
      const { number, version } = readVersionKey(key)
      states.set(number, { number, version, filed: false, sent: false, unsure: false, begun: false })
      continue
    }
    const number = type === 'quoteFiled' ? readVersionKey(key).number : key
    const before = states.get(number)
    if (before === undefined) continue
    const after = stepOf(type, key, before)
    if (after) states.set(number, { ...before, ...after })
  }
  return states
}

function stepOf(type: string, key: string, { number, version }: QuoteState): Partial<QuoteState> | undefined {
  switch (type) {
    case 'quoteFiled':
      return key === versionKey({ number, version }) ? { filed: true } : undefined
    case 'send-begun':
      return { unsure: true, begun: true }
    case 'sent':
      return { sent: true, unsure: false, begun: true }
    case 'not-sent':
      return { unsure: false }
    case 'quoteAccepted':
      return { decision: 'accepted' }
    case 'quoteDeclined':
      return { decision: 'declined' }
    default:
      return undefined
  }
}

/** The version in force of each of these numbers, as the journal holds it. */
export function quotesNamed(workbook: Workbook, numbers: ReadonlySet<string>): ReadonlyMap<string, QuoteMade> {
  if (numbers.size === 0) return new Map()
  const states = quoteStates(workbook)
  const keys = new Set(
    [...numbers].flatMap((number) => {
      const state = states.get(number)
      return state === undefined ? [] : [versionKey(state)]
    }),
  )
  return new Map(
    workbook
      .events(({ type, key }) => type === 'quoted' && keys.has(key))
      .flatMap(({ event }) => (event.type === 'quoted' ? [[event.number, event] as const] : [])),
  )
}

/** Quotes whose row or file a stopped run left out. */
export function unfinishedQuotes(workbook: Workbook): {
  readonly incomplete: readonly QuoteMade[]
  readonly unfiled: readonly QuoteMade[]
} {
  const states = quoteStates(workbook)
  const shown = new Map(
    (workbook.tableIfAny('quotes')?.rows ?? []).map(({ cells }) => [textOf(cells.number), Number(cells.version)]),
  )
  const left = new Set(
    [...states.values()]
      .filter(({ number, version, filed }) => !filed || shown.get(number) !== version)
      .map(({ number }) => number),
  )
  const incomplete = [...quotesNamed(workbook, left).values()]
  return { incomplete, unfiled: incomplete.filter(({ number }) => states.get(number)?.filed === false) }
}
