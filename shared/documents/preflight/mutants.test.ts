import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { PreflightCode } from './problems.ts'

/**
 * What becomes of each one-defect document of the reference shelf: the pre-flight refuses it under that code, or nothing in a
 * snapshot can make us write it. verdict.test.ts provokes each code, cii/document.test.ts and cii/rules prove the rest.
 */
const fates: Readonly<Record<string, PreflightCode | `never: ${string}`>> = {
  'en-30-without-iban': 'never: without an account the means is `1`, not stated',
  'en-ae-without-buyer-vat': 'missing-vat-number',
  'en-bad-unit': 'unknown-unit',
  'en-bad-vatex': 'never: the code comes from the table of reasons',
  'en-due': 'wrong-total',
  'en-grand-total': 'wrong-total',
  'en-ic-without-shipto': 'never: category K writes the destination, the buyer’s address at least',
  'en-line-sum': 'wrong-total',
  'en-no-exemption-reason': 'missing-exemption-reason',
  'en-no-tax-id-franchise': 'never: the franchise writes BT-32',
  'en-vat-breakdown': 'wrong-total',
  'fr-PMT-twice': 'never: the note is written once',
  'fr-S2-not-paid': 'never: frame 2 and BT-113 follow from the same fact',
  'fr-S4-on-deposit': 'never: frame 4 is a balance’s',
  'fr-bar-bad': 'never: four treatments, from the buyer’s type',
  'fr-bar-twice': 'never: the note is written once',
  'fr-buyer-endpoint-email-b2b': 'missing-siren',
  'fr-corrected-without-ref': 'missing-reference',
  'fr-credit-without-ref': 'missing-reference',
  'fr-date-30-feb': 'never: a Day exists',
  'fr-due-before-issue': 'due-before-issue',
  'fr-endpoint-bad-char': 'wrong-siren',
  'fr-no-AAB': 'missing-mention',
  'fr-no-PMD': 'missing-mention',
  'fr-no-PMT': 'missing-mention',
  'fr-no-buyer-endpoint': 'missing-siren',
  'fr-no-process': 'never: always written',
  'fr-no-seller-endpoint': 'wrong-siren',
  'fr-no-siren-buyer-b2b': 'missing-siren',
  'fr-no-siren-seller': 'wrong-siren',
  'fr-number-36-chars': 'wrong-document-number',
  'fr-number-with-space': 'wrong-document-number',
  'fr-price-7-decimals': 'never: a UnitPrice is whole millionths',
  'fr-process-S3x': 'never: from nature, deposits and payment',
  'fr-qty-5-decimals': 'never: a Quantity is whole ten-thousandths',
  'fr-siren-8-digits': 'wrong-siren',
  'fr-siret-not-siren': 'siret-of-another',
  'fr-type-326': 'never: five types',
  'fr-usd-without-eur-vat': 'never: always euros',
  'fr-vat-group-without-TXD': 'never: no seller writes scheme 0231',
  'fr-vat-rate-19': 'rate-not-french',
  'xsd-no-delivery': 'never: always written',
  'xsd-order': 'never: one order',
  'xsd-two-decimals-comma': 'never: written by values.ts',
}

const shelf = fileURLToPath(new URL('../../../../shared/facturx/mutants', import.meta.url))

test.skipIf(!existsSync(shelf))('each one-defect document of the shelf has its fate', () => {
  const names = readdirSync(shelf).map((name) => name.replace(/\.xml$/, ''))
  expect(Object.keys(fates).sort()).toEqual(names.sort())
})
