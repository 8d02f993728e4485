import { drafts, situations, tradeDocuments } from '@tabellion/shared/documents/fixtures'
import { plain } from '@tabellion/shared/documents/inspection'
import type { DraftDocument, IssuedDocument } from '@tabellion/shared/invoicing'
import { expect, test } from 'vitest'
import { missingCharacters } from './missing-characters.ts'
import { layoutPages } from './render.ts'

const all: readonly (DraftDocument | IssuedDocument)[] = [
  ...Object.values(situations),
  ...Object.values(drafts),
  ...tradeDocuments.map(({ document }) => document),
]

test('the documents of the fixtures can be printed as they are', () => {
  for (const document of all) expect(missingCharacters(document)).toEqual([])
})

test('a missing character is told once per field, with the row of its line', () => {
  const [{ document }] = tradeDocuments as [(typeof tradeDocuments)[number]]
  const [first, ...rest] = document.lines
  if (!first) throw new Error('a line')
  const altered = {
    ...document,
    buyer: { ...document.buyer, name: 'ACME 株式会社 株' },
    lines: [{ ...first, detail: 'Réunion 🙂' }, ...rest],
  }
  expect(missingCharacters(altered)).toEqual([
    ...[...'株式会社'].map((character) => ({ character, field: 'buyer.name' })),
    { character: '🙂', field: 'line.detail', rowId: 'row-1' },
  ])
})

/** Every text of the document with `mark` put into it, one at a time. */
function* altered(value: unknown, mark: string): Generator<unknown> {
  if (typeof value === 'string') yield value + mark
  else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const copy of altered(item, mark)) yield [...value.slice(0, index), copy, ...value.slice(index + 1)]
  else if (value !== null && typeof value === 'object')
    for (const [key, member] of Object.entries(value))
      for (const copy of altered(member, mark)) yield { ...value, [key]: copy }
}

// Facts that only the product writes, in ASCII: kinds, dates, digests, numbers of a series.
test('whatever field the page prints is looked at: no text reaches it unchecked', () => {
  for (const name of [
    'with-text-lines',
    'vat-allowances-two-rates',
    'vat-deposit',
    'credit-of-a-deposit',
    'consumer-paid-by-card',
    'eu-goods',
  ]) {
    const document = situations[name]
    if (!document) throw new Error('the fixture exists')
    for (const key of [
      'seller',
      'buyer',
      'lines',
      'allowances',
      'payment',
      'mentions',
      'creditReason',
      'orderReference',
      'quoteNumber',
      'textBefore',
      'textAfter',
      'personalMessage',
      'termsVersion',
    ] as const)
      for (const copy of altered(document[key], '株')) {
        const changed = { ...document, [key]: copy } as IssuedDocument
        if (
          JSON.stringify(changed).match(
            /"(type|kind|category|reason|nature|date|on|country|block|id|url|unitCode|checkedOn)":"[^"]*株/,
          )
        )
          continue
        const said = plain(
          layoutPages(changed)
            .flatMap(({ marks }) => marks.map((mark) => (mark.kind === 'text' ? mark.text : '')))
            .join(' '),
        )
        if (said.includes('株'))
          expect(
            missingCharacters(changed).map(({ character }) => character),
            JSON.stringify(copy),
          ).toContain('株')
      }
  }
})
