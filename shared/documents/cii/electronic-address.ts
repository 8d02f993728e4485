import type { Buyer, Seller } from '@tabellion/shared/invoicing'
import { isDomesticBusiness } from './frame.ts'

/** BT-34 or BT-49 with its scheme, list EAS. */
export interface ElectronicAddress {
  readonly scheme: string
  readonly id: string
}

/** EAS schemes whose identifier is the VAT number itself, by its prefix. https://docs.peppol.eu/poacc/billing/3.0/codelist/eas/ */
const VAT_SCHEMES: Readonly<Record<string, string>> = {
  AT: '9914',
  BE: '9925',
  BG: '9926',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  DK: '0198',
  EE: '9931',
  EL: '9933',
  ES: '9920',
  FI: '0213',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  IT: '0211',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MT: '9943',
  NL: '9944',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  SI: '9949',
  SK: '9950',
  XI: '9932',
}

/** BT-34: the seller's line in the French directory, scheme 0225 (BR-FR-13, BR-FR-23). */
export const sellerElectronicAddress = ({ siren }: Seller): ElectronicAddress => ({ scheme: '0225', id: siren })

/**
 * BT-49, compulsory whoever the buyer is (BR-FR-12): the SIREN at home (BR-FR-21), the VAT number in the EU, else the e-mail.
 * Undefined when the buyer has none of them.
 */
export function buyerElectronicAddress(buyer: Buyer): ElectronicAddress | undefined {
  if (isDomesticBusiness(buyer)) {
    const siren = buyerSiren(buyer)
    return siren === undefined ? undefined : { scheme: '0225', id: siren }
  }
  const vatScheme = buyer.type === 'eu' ? VAT_SCHEMES[buyer.vatNumber?.slice(0, 2) ?? ''] : undefined
  if (vatScheme !== undefined && buyer.vatNumber !== undefined) return { scheme: vatScheme, id: buyer.vatNumber }
  return buyer.email === undefined || buyer.email.trim() === '' ? undefined : { scheme: 'EM', id: buyer.email.trim() }
}

/** BT-47: the SIREN given, or the first nine digits of the SIRET. */
export const buyerSiren = ({ siren, siret }: Buyer): string | undefined => siren ?? siret?.slice(0, 9)
