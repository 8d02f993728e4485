import type { Buyer, DocumentContent } from '@tabellion/shared/invoicing'
import { isFrench, territoryOf } from '@tabellion/shared/party'

/** BT-3, list UNTDID 1001 as France narrows it (BR-FR-04). */
export type DocumentTypeCode = '380' | '381' | '384' | '386' | '503'
/** The value of the note BAR (BR-FR-20): how the platform treats the document. */
export type Treatment = 'B2B' | 'B2BINT' | 'B2C' | 'B2CINT'

export function typeCode({ kind, preceding, corrective }: DocumentContent): DocumentTypeCode {
  if (kind === 'credit') return preceding.some((document) => document.kind === 'deposit') ? '503' : '381'
  if (kind === 'deposit') return '386'
  return corrective ? '384' : '380'
}

const OPERATION_LETTERS = { goods: 'B', services: 'S', mixed: 'M' } as const

/**
 * BT-23, the French invoicing frame (BR-FR-08). A balance keeps 4 even when it is paid: 4 tells the platform that part of
 * its VAT came with the deposits. 2 is refused beside an amount left to pay (BR-FR-CO-09), 4 on a deposit (BR-FR-CO-08).
 */
export function frame(document: DocumentContent): string {
  return `${OPERATION_LETTERS[document.operation]}${frameDigit(document)}`
}
function frameDigit({ kind, deposits, payment }: DocumentContent): '1' | '2' | '4' {
  if (kind === 'balance' && deposits.length > 0) return '4'
  return isAlreadyPaid({ kind, payment }) ? '2' : '1'
}

/** Paid before issue: BT-113 is then the whole amount and BT-9 the day of payment (BR-FR-CO-09). */
export const isAlreadyPaid = ({ kind, payment }: Pick<DocumentContent, 'kind' | 'payment'>): boolean =>
  kind !== 'credit' && payment.alreadyPaid !== undefined

export function treatment(buyer: Buyer): Treatment {
  if (buyer.type === 'consumer') return isFrench(buyer.address.country) ? 'B2C' : 'B2CINT'
  return isDomesticBusiness(buyer) ? 'B2B' : 'B2BINT'
}

/**
 * A business or authority that the French obligation reaches (CGI art. 289 bis): its SIREN is its electronic address.
 * Hint: collectivities with a tax of their own (Polynesia, New Caledonia…) count as abroad; Guyane and Mayotte, which are in
 * the directory, as France.
 */
export function isDomesticBusiness({ type, address }: Buyer): boolean {
  if (type !== 'business' && type !== 'public') return false
  return isFrench(address.country) && territoryOf(address.postcode) !== 'other'
}
