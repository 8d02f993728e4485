import { expect, test } from 'vitest'
import { parseProfile } from './parse-profile.ts'

const full = {
  activities: [{ nature: 'servicesBnc', fund: 'cipav', craftsman: false }],
  startDate: '2024-03-15',
  endDate: null,
  urssafRhythm: 'monthly',
  vat: [
    { from: '2024-03-15', regime: 'franchise' },
    { from: '2026-01-01', regime: 'ca3-quarterly' },
  ],
  acre: true,
  flatIncomeTax: false,
  departement: '69',
  ca3Day: 19,
  euServices: false,
  cfe: { previousAmountCents: 120_000, exempt: false, monthly: false },
  incomeTaxZone: 3,
  filesOnPaper: false,
  incomeTaxInstalments: 'monthly',
  services: ['sap'],
}

test('the whole shape is read', () => {
  expect(parseProfile(full)).toMatchObject({
    ok: true,
    value: {
      startDate: '2024-03-15',
      urssafRhythm: 'monthly',
      cfe: { previousAmount: 120_000 },
      endDate: undefined,
      services: ['sap'],
    },
  })
})
test('what is absent has its documented default', () => {
  const read = parseProfile({ activities: [{ nature: 'goods' }], startDate: '2026-01-01' })
  expect(read).toEqual({
    ok: true,
    value: {
      activities: [{ nature: 'goods', fund: 'ssi', craftsman: false }],
      startDate: '2026-01-01',
      endDate: undefined,
      urssafRhythm: 'quarterly',
      vat: [{ from: '2026-01-01', regime: 'franchise' }],
      acre: false,
      flatIncomeTax: false,
      departement: undefined,
      ca3Day: undefined,
      euServices: false,
      cfe: { previousAmount: 0, exempt: false, monthly: false },
      incomeTaxZone: undefined,
      filesOnPaper: false,
      incomeTaxInstalments: undefined,
      services: [],
    },
  })
})
test('the income-tax zone follows the département unless given', () => {
  const zone = (more: object) => {
    const read = parseProfile({ activities: [{ nature: 'goods' }], startDate: '2026-01-01', ...more })
    return read.ok && read.value.incomeTaxZone
  }
  expect(zone({ departement: '69' })).toBe(3)
  expect(zone({ departement: '2A' })).toBe(2)
  expect(zone({ departement: '69', incomeTaxZone: 1 })).toBe(1)
})
test.each<[string, object, object]>([
  [
    'an unknown key, with the nearest',
    { urssafRythm: 'monthly' },
    { code: 'unknown-key', path: 'urssafRythm', nearest: 'urssafRhythm' },
  ],
  ['an unknown key inside', { cfe: { amount: 3 } }, { code: 'unknown-key', path: 'cfe.amount' }],
  [
    'an unknown key of an activity',
    { activities: [{ nature: 'goods', craft: true }] },
    { path: 'activities[0].craft', nearest: 'craftsman' },
  ],
  ['no start', { startDate: undefined }, { code: 'missing-key', path: 'startDate' }],
  ['no activity', { activities: [] }, { code: 'wrong-value', path: 'activities', expected: { kind: 'list' } }],
  ['an activity without nature', { activities: [{}] }, { code: 'missing-key', path: 'activities[0].nature' }],
  [
    'a day that does not exist',
    { startDate: '2026-02-30' },
    { code: 'wrong-value', path: 'startDate', read: '"2026-02-30"' },
  ],
  ['an end before the start', { endDate: '2024-03-14' }, { code: 'end-before-start' }],
  ['another nature', { activities: [{ nature: 'service' }] }, { code: 'wrong-value', path: 'activities[0].nature' }],
  ['a text for a boolean', { acre: 'oui' }, { code: 'wrong-value', path: 'acre', expected: { kind: 'boolean' } }],
  [
    'a day of CA3 outside the grid',
    { ca3Day: 31 },
    { code: 'wrong-value', expected: { kind: 'integer', least: 15, most: 24 } },
  ],
  ['a département that is none', { departement: '20' }, { code: 'wrong-value', path: 'departement' }],
  ['a negative CFE', { cfe: { previousAmountCents: -1 } }, { code: 'wrong-value', path: 'cfe.previousAmountCents' }],
  [
    'VAT from later than the start',
    { vat: [{ from: '2025-01-01', regime: 'franchise' }] },
    { code: 'vat-not-from-start' },
  ],
  ['VAT spans in disorder', { vat: [full.vat[1], full.vat[0]] }, { code: 'vat-not-from-start' }],
  ['two VAT spans on one day', { vat: [full.vat[0], full.vat[0]] }, { code: 'vat-not-in-order', path: 'vat[1].from' }],
])('refused: %s', (_, change, problem) => {
  expect(parseProfile({ ...full, ...change })).toMatchObject({ ok: false, problem })
})
test.each([[null], [[]], ['text'], [42]])('%j is no profile', (json) => {
  expect(parseProfile(json)).toMatchObject({ ok: false, problem: { code: 'wrong-value', path: '' } })
})
