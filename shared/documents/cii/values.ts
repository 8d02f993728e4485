import type { Day } from '@tabellion/shared/calendar'
import type { Cents, Quantity, Rate, UnitPrice } from '@tabellion/shared/money'
import { group, leaf, type XmlElement } from './xml.ts'

/** `1234.50`: two decimals, a point, no thousands (BR-FR-DEC-01). */
export const amountText = (value: Cents): string => decimalText(value, 2, 2)
/** `1.5`: at most four decimals (BR-FR-DEC-02). */
export const quantityText = (value: Quantity): string => decimalText(value, 4, 0)
/** `450.00`, `0.529`: at most six decimals (BR-FR-DEC-03). */
export const priceText = (value: UnitPrice): string => decimalText(value, 6, 2)
/** `20.00`: VAT rates have two decimals, `20.000` is refused (BR-FR-16, BR-FR-DEC-04). */
export const rateText = (value: Rate): string => decimalText(value, 3, 2)

export const amount = (name: string, value: Cents): XmlElement | undefined => leaf(name, amountText(value))

/** A day as CII writes it: `20261120`, format 102 (BR-FR-03). Only references use the prefix `qdt`. */
export const date = (name: string, on: Day | undefined, prefix: 'udt' | 'qdt' = 'udt'): XmlElement | undefined =>
  group(name, leaf(`${prefix}:DateTimeString`, on?.replaceAll('-', ''), { format: '102' }))

/** `value` × 10^-`places` with at least `least` decimals and no other trailing zero. */
function decimalText(value: number, places: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const decimals = digits.slice(-places).replace(/0+$/, '').padEnd(least, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}${decimals === '' ? '' : `.${decimals}`}`
}
