import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readSupplierInvoice } from './read.ts'

/** What the shelf's generator was given and what it computes, in cents. */
interface Given {
  readonly number: string
  readonly type?: string
  readonly issueDate: string
  readonly dueDate?: string
  readonly orderRef?: string
  readonly seller: { readonly name: string; readonly legalId: string; readonly vatId?: string }
  readonly buyer: { readonly name: string; readonly vatId?: string }
  readonly payment?: { readonly iban?: string; readonly means?: string }
  readonly lines: readonly { readonly name: string }[]
  readonly notes: readonly (readonly [string, string])[]
  readonly preceding?: readonly { readonly number: string; readonly date: string }[]
}
interface Computed {
  readonly lines: readonly bigint[]
  readonly vats: readonly {
    readonly tax: { readonly cat: string; readonly reasonCode?: string }
    readonly basis: bigint
    readonly amount: bigint
  }[]
  readonly lineTotal: bigint
  readonly basis: bigint
  readonly tax: bigint
  readonly grand: bigint
  readonly due: bigint
}

const shelf = fileURLToPath(new URL('../../../../shared/facturx', import.meta.url))
const present = existsSync(shelf)

test.skipIf(!present)('the facts of the shelf’s variants are read as their generator was given them', async () => {
  const { variants }: { variants: Readonly<Record<string, Given>> } = await import(
    /* @vite-ignore */ pathToFileURL(join(shelf, 'generator/variants.mjs')).href
  )
  const { compute }: { compute: (given: Given) => Computed } = await import(
    /* @vite-ignore */ pathToFileURL(join(shelf, 'generator/gen-cii.mjs')).href
  )
  const files = readdirSync(join(shelf, 'variants')).sort()
  expect(files).toEqual(
    Object.keys(variants)
      .map((name) => `${name}.xml`)
      .sort(),
  )
  for (const [name, given] of Object.entries(variants)) {
    const read = readSupplierInvoice(readFileSync(join(shelf, 'variants', `${name}.xml`)))
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problem)}`)
    const { arithmetic, invoice } = read.value
    const computed = compute(given)
    expect(arithmetic, name).toEqual([])
    expect(
      {
        number: invoice.number,
        type: invoice.typeCode,
        dates: [invoice.issueDate, invoice.dueDate],
        order: invoice.orderReference,
        seller: [invoice.seller.name, invoice.seller.siren, invoice.seller.vatNumber],
        buyer: [invoice.buyer.name, invoice.buyer.vatNumber],
        payment: [invoice.payment.iban, invoice.payment.meansCode],
        lines: invoice.lines.map(({ label, net }) => [label, BigInt(net)]),
        notes: invoice.notes.map(({ subject, text }) => [subject, text]),
        preceding: invoice.preceding.map(({ issueDate, number }) => ({ number, date: issueDate })),
        vat: invoice.vat.map(({ base, category, reasonCode, tax }) => [
          category,
          reasonCode,
          BigInt(base),
          BigInt(tax),
        ]),
        totals: [
          invoice.totals.lineTotal,
          invoice.totals.net,
          invoice.totals.vat,
          invoice.totals.gross,
          invoice.totals.payable,
        ].map((amount) => BigInt(amount ?? -1)),
      },
      name,
    ).toEqual({
      number: given.number,
      type: given.type ?? '380',
      dates: [given.issueDate, given.dueDate],
      order: given.orderRef,
      seller: [given.seller.name, given.seller.legalId, given.seller.vatId],
      buyer: [given.buyer.name, given.buyer.vatId],
      payment: [given.payment?.iban, given.payment?.means],
      lines: given.lines.map(({ name: label }, index) => [label, computed.lines[index]]),
      notes: given.notes,
      preceding: given.preceding ?? [],
      vat: computed.vats.map(({ amount, basis, tax }) => [tax.cat, tax.reasonCode, basis, amount]),
      totals: [computed.lineTotal, computed.basis, computed.tax, computed.grand, computed.due],
    })
  }
})
