/** How a service method is declared: what it does, whether it is a round trip, which permission it wants. */
import type { CallKind } from '../types.ts'
import type { Execution } from './execution.ts'
import { type Need, needs } from './scopes.ts'

export interface Entry<Args extends readonly unknown[], Result> {
  readonly service: string
  readonly kind: CallKind
  /** A round trip: counted, can be struck by a fault. */
  readonly counted: boolean
  readonly need: Need
  readonly run: (execution: Execution, ...args: Args) => Result
}

const kinds: Readonly<Record<string, CallKind>> = {
  SpreadsheetApp: 'spreadsheet',
  Drive: 'drive',
  MailApp: 'mail',
  PropertiesService: 'properties',
  LockService: 'lock',
}

/** `counted` for round trips, `free` for what only hands out objects or says what the object already knows. */
export function service(name: string, need: Need = needs.nothing, kind: CallKind = kinds[name] ?? 'other') {
  const entry =
    (counted: boolean) =>
    <Args extends readonly unknown[], Result>(
      run: (execution: Execution, ...args: Args) => Result,
      other: Need = need,
    ): Entry<Args, Result> => ({ service: name, kind, counted, need: other, run })
  return { counted: entry(true), free: entry(false) }
}

/** Milliseconds per round trip when `latency` is `live` (tanaikech 2022-04-25, jpoehnelt key-value-stores; Drive: K). */
export const liveCost: Readonly<Record<CallKind, number>> = {
  spreadsheet: 120,
  drive: 1_500,
  mail: 800,
  properties: 80,
  lock: 50,
  other: 10,
}
