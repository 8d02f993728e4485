import type { Day } from '@tabellion/shared/calendar'
import type { MentionContext } from '@tabellion/shared/regulation'
import type { Buyer, DocumentAllowance, SoldLine } from './document.ts'
import type { Client, OpenDeposit, SellerProfile } from './input.ts'

/** What the law's sentences depend on, of this document. */
export function mentionContext(
  kind: MentionContext['document'],
  on: Day,
  buyer: Buyer,
  client: Client,
  profile: SellerProfile,
  sold: readonly SoldLine[],
  allowances: readonly DocumentAllowance[],
  deposits: readonly OpenDeposit[],
): MentionContext {
  const { seller } = profile
  const penaltyRate = client.penaltyRate ?? profile.penaltyRate
  const treatments = [...sold, ...allowances].map((item) => item.vat)
  return {
    document: kind,
    on,
    seller: {
      name: seller.name,
      siret: seller.siret,
      franchise: seller.franchise,
      ...(seller.rcsTown === undefined ? {} : { rcsTown: seller.rcsTown }),
      vatOnDebits: !seller.franchise && profile.vatPoint === 'debits',
      craftsman: profile.craftsman,
      ...(profile.insurance === '' ? {} : { insurance: profile.insurance }),
      ...(profile.mediator === '' ? {} : { mediator: profile.mediator }),
    },
    buyer: buyer.type,
    ...(penaltyRate === undefined ? {} : { penaltyRate }),
    discount: profile.discount,
    natures: [...new Set(sold.map((line) => line.nature))],
    exemptions: [...new Set(treatments.map((vat) => vat.reason).filter((reason) => reason !== undefined))],
    otherExemptionTexts: [
      ...new Set(treatments.flatMap((vat) => (vat.reason === 'other' && vat.reasonText ? [vat.reasonText] : []))),
    ],
    deposits: deposits.map((deposit) => ({ number: deposit.number, issued: deposit.issueDate, amount: deposit.gross })),
  }
}
