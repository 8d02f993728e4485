import { percent } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { franchise, issueDate, liable, ledgerLine as line, ponant } from './fixtures/index.ts'
import { type Client, type Drafted, draftDocument, type LedgerLine, soldLines } from './index.ts'

const drafted = (lines: readonly LedgerLine[], profile = franchise, client = ponant): Drafted =>
  draftDocument({
    group: { client: client.name, groupKey: '', lines },
    client,
    profile,
    issueDate,
    openDeposits: [],
  })

test.each([
  ['goods', 'business', 'FR', '97400', liable, 'overseas-goods'],
  ['goods', 'eu', 'DE', '10115', liable, 'intra-community-supply'],
  ['goods', 'nonEu', 'CH', '1003', liable, 'export'],
  ['servicesBnc', 'eu', 'DE', '10115', liable, 'eu-service'],
  ['servicesBnc', 'nonEu', 'CH', '1003', liable, 'non-eu-service'],
  ['disbursement', 'business', 'FR', '44000', liable, 'disbursement'],
  ['goods', 'eu', 'DE', '10115', franchise, 'franchise'],
] as const)('%s for %s of %s %s: a rate typed gives way aloud', (nature, type, country, postcode, profile, reason) => {
  const there: Client = {
    ...ponant,
    type,
    vatNumber: 'DE136695976',
    address: { ...ponant.address, country, postcode },
  }
  const { draft, findings } = drafted([line({ row: 7, nature, vatRate: percent('8.5') })], profile, there)
  expect(draft.vatGroups[0]?.vat).toMatchObject({ rate: 0, reason })
  expect(findings).toEqual([
    {
      code: 'rate-replaced',
      rate: '8.5',
      reason,
      text: draft.vatGroups[0]?.vat.reasonText,
      severity: 'fix',
      at: { tab: 'sales', row: 7, column: 'vatRate' },
    },
  ])
  for (const silent of [{}, { vatRate: percent('0') }, { vatRate: percent('20'), isItemRate: true as const }])
    expect(drafted([line({ nature, ...silent })], profile, there).findings).toEqual([])
})
test('a reason typed gives way aloud too, and the words of « Autre exonération » stay as a detail', () => {
  const { draft, findings } = drafted([line({ row: 7, exemption: 'other', detail: 'Pour votre stand' })])
  expect(findings).toMatchObject([
    {
      code: 'reason-replaced',
      typed: 'Autre exonération',
      reason: 'franchise',
      severity: 'info',
      at: { column: 'exemption' },
    },
  ])
  expect(soldLines(draft.lines)[0]?.detail).toBe('Pour votre stand')
})
test('a rate of the place is applied as it was typed: a service sold in La Réunion', () => {
  const there: Client = { ...ponant, address: { ...ponant.address, postcode: '97400' } }
  const { draft, findings } = drafted([line({ vatRate: percent('8.5') })], liable, there)
  expect([draft.vatGroups[0]?.vat.rate, findings]).toEqual([8_500, []])
})
