import * as v from 'valibot'
import { text } from './values.ts'

/** Beyond this nobody reads the quote. */
export const MOST_ORDER_LINES = 50

/** What no name or address holds: control characters, and marks that turn the writing round. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const plain = (most: number) =>
  v.pipe(
    text(most),
    v.check((value) => !UNSEEN.test(value)),
    v.trim(),
  )
const needed = (most: number) => v.pipe(plain(most), v.minLength(1))
const optional = (most: number) => v.exactOptional(plain(most))

/** No more decimals than the cell of the sheet takes: what is written is what is read back. */
const decimal = (places: number, most: number) =>
  v.pipe(
    v.number(),
    v.check((value) => {
      const exact = value * 10 ** places
      return value >= 0 && value <= most && Math.abs(exact - Math.round(exact)) < 1e-6
    }),
  )

/** An order as a site sends it. What it means (rates, addresses, who the client is) is looked at in the sheet. */
export const order = v.strictObject({
  order: v.pipe(needed(60), v.regex(/^[\p{L}\p{N}#][\p{L}\p{N} ._:/#-]*$/u)),
  client: v.strictObject({
    name: needed(120),
    type: v.exactOptional(v.picklist(['business', 'consumer', 'public', 'eu', 'nonEu'])),
    email: v.exactOptional(v.pipe(plain(254), v.regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/))),
    phone: optional(30),
    siret: optional(20),
    vatNumber: optional(20),
    address: optional(120),
    postcode: optional(12),
    city: optional(80),
    country: optional(60),
  }),
  lines: v.pipe(
    v.array(
      v.strictObject({
        label: needed(200),
        detail: optional(500),
        quantity: decimal(4, 1_000_000),
        unit: optional(20),
        /** Before VAT. */
        unitPriceCents: decimal(0, 100_000_000),
        /** Per cent: 20, 5.5; none under the franchise. */
        vatRate: v.exactOptional(decimal(3, 100)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_ORDER_LINES),
  ),
})
