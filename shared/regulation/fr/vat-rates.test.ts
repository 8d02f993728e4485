import { day } from '@tabellion/shared/calendar'
import { percentText } from '@tabellion/shared/money'
import type { Territory } from '@tabellion/shared/party'
import { expect, test } from 'vitest'
import { vatRatesOf } from './vat-rates.ts'

test.each<[Territory, string, string | undefined]>([
  ['metropolitan', '2000-03-31', undefined],
  ['metropolitan', '2011-12-31', '19.6 5.5 2.1'],
  ['metropolitan', '2012-01-01', '19.6 7 5.5 2.1'],
  ['metropolitan', '2013-12-31', '19.6 7 5.5 2.1'],
  ['metropolitan', '2014-01-01', '20 10 5.5 2.1'],
  ['metropolitan', '2026-11-25', '20 10 5.5 2.1'],
  ['974', '2026-11-25', '8.5 2.1'],
  ['971', '2026-11-25', '8.5 2.1'],
  ['972', '2026-11-25', '8.5 2.1'],
  ['973', '2026-11-25', ''],
  ['976', '2026-11-25', ''],
  ['976', '2013-12-31', undefined],
  ['other', '2026-11-25', undefined],
])('%s on %s: %s', (territory, on, rates) => {
  expect(vatRatesOf(territory, day(on))?.value.map(percentText).join(' ')).toBe(rates)
})
