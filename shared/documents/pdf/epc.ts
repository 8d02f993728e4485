import { utf8Bytes } from '@tabellion/shared/kernel'
import type { Cents } from '@tabellion/shared/money'
import { encode } from 'uqr'
import { transliterate } from './transliterate.ts'

export interface TransferRequest {
  readonly holder: string
  readonly iban: string
  readonly bic?: string
  readonly amount: Cents
  /** What the payer's bank will quote: the document's number. */
  readonly remittance: string
}

/** EPC069-12 v2.1: at most 331 bytes, error correction M, version 13 at most. */
const MOST_BYTES = 331
const LARGEST_AMOUNT = 99_999_999_999

/**
 * The text of a SEPA credit transfer's QR code, or undefined when it cannot be asked for (nothing to pay, more than
 * 999 999 999,99 €). Version 002, where the BIC is optional inside the EEA.
 * https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/quick-response-code-guidelines-enable-data-capture-initiation
 */
export function epcPayload({ amount, bic, holder, iban, remittance }: TransferRequest): string | undefined {
  if (amount <= 0 || amount > LARGEST_AMOUNT) return undefined
  // Readers guess the charset: accents in a name come out wrong (zbar reads « Léonie » as « L矇onie »), so ASCII only.
  const name = transliterate(holder).slice(0, 70).trim()
  const euros = `EUR${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
  const text = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic ?? '',
    name,
    iban,
    euros,
    '',
    '',
    transliterate(remittance).slice(0, 140),
  ].join('\n')
  return name !== '' && utf8Bytes(text).length <= MOST_BYTES ? text : undefined
}

/** Dark modules, row by row, without quiet zone: the page is white around it. */
export const epcModules = (payload: string): readonly (readonly boolean[])[] =>
  encode(payload, { ecc: 'M', border: 0, boostEcc: false, maxVersion: 13 }).data
