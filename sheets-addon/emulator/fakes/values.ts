/** Cell values in and out of the script: a Date crosses as its instant; what Google would spoil is refused. */
import type { ScriptValue } from '../host/typing.ts'
import { exception, mismatch, strict } from './bridge.ts'

export function encodeValue(value: unknown, label: string): ScriptValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw strict(`${label}: ${value} would show as #NUM!`)
    return value
  }
  if (value instanceof Date) {
    const at = value.getTime()
    if (Number.isNaN(at)) throw exception('Invalid date')
    return { at }
  }
  throw strict(`${label}: ${value === undefined ? 'undefined' : typeof value} written to a cell`)
}

/** A rectangle of rows; a flat array or a ragged one is refused. */
export function encodeRows<Out>(rows: unknown, label: string, encode: (value: unknown, label: string) => Out): Out[][] {
  if (!Array.isArray(rows) || !Array.isArray(rows[0])) throw mismatch(label, [rows])
  return rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw mismatch(label, [rows])
    // Not map: holes would stay holes.
    return Array.from(row, (value) => encode(value, label))
  })
}

export type CellOut = string | number | boolean | Date

/** In place: a ledger of 130 000 cells is not copied twice. */
export function decodeRows(rows: Exclude<ScriptValue, null>[][]): CellOut[][] {
  const decoded: CellOut[][] = []
  for (const row of rows) decoded.push(row.map((value) => (typeof value === 'object' ? new Date(value.at) : value)))
  return decoded
}
