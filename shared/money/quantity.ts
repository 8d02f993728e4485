import type { Branded } from '@tabellion/shared/kernel'
import { type Cents, cents } from './cents.ts'
import type { Rate } from './rate.ts'
import { divideRounded } from './round.ts'

/** A quantity in ten-thousandths: 0.25 day is 2 500 (EN 16931 allows four decimals in France, BR-FR-DEC-02). */
export type Quantity = Branded<number, 'Quantity'>
/** A unit price in millionths of a euro: 450 € is 450 000 000 (six decimals in France, BR-FR-DEC-03). */
export type UnitPrice = Branded<number, 'UnitPrice'>

/** @throws RangeError when not a safe integer. */
export function quantity(tenThousandths: number): Quantity {
  if (!Number.isSafeInteger(tenThousandths)) throw new RangeError(`Not a quantity: ${tenThousandths}`)
  return tenThousandths as Quantity
}
/** @throws RangeError when not a safe integer. */
export function unitPrice(millionths: number): UnitPrice {
  if (!Number.isSafeInteger(millionths)) throw new RangeError(`Not a unit price: ${millionths}`)
  return millionths as UnitPrice
}

/**
 * BT-131: quantity × unit price × (1 − discount), one exact product rounded once to the cent, halves away from zero.
 * 10⁴ (quantity) × 10⁶ (price) × 10⁵ (discount) / 10² (cents) = 10¹³.
 */
export function lineNet(count: Quantity, price: UnitPrice, discount: Rate = 0 as Rate): Cents {
  return cents(Number(divideRounded(BigInt(count) * BigInt(price) * BigInt(100_000 - discount), 10_000_000_000_000n)))
}
