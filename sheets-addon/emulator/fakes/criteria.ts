/** Arguments of validation, format and filter criteria as they cross: a Date is its instant, a range its area. */
import type { CriterionValue } from '../host/book.ts'
import { mismatch, strict } from './bridge.ts'
import { isEnumValue } from './enumeration.ts'
import { knownArea, rangeOf } from './handed-out.ts'

export function criterionData(value: unknown, label: string): CriterionValue {
  if (value instanceof Date) return { instant: value.getTime() }
  const area = knownArea(value)
  if (area) return { area }
  if (Array.isArray(value)) return value.map(String)
  // Looks set, but makes a broken rule live (gas-fakes).
  if (isEnumValue(value)) throw strict(`${label}: relative dates make a broken rule`)
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as CriterionValue
  throw mismatch(label, [value])
}

export function criterionValue(data: CriterionValue): unknown {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return [...data]
  if ('instant' in data) return new Date(data.instant)
  return 'area' in data ? rangeOf(data.area) : data
}
