import type { Day } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { percentText, type Rate, rate } from '@tabellion/shared/money'
import { type Territory, territoryOf } from '@tabellion/shared/party'
import {
  deducedExemption,
  type ExemptionReasonId,
  exemptionReason,
  exemptionText,
  vatRatesOf,
} from '@tabellion/shared/regulation'
import type { Address, ClientType, Seller, VatTreatment } from './document.ts'
import type { LedgerLine } from './input.ts'
import type { DraftProblem } from './problems.ts'

const NO_VAT = rate(0)

/** Where the address is, as far as French VAT goes; undefined abroad. */
const territory = (address: Address): Territory | undefined =>
  address.country === 'FR' ? territoryOf(address.postcode) : undefined

/**
 * The VAT of a line: what follows from client and nature comes first (door.md §5 « UE and Hors UE, first of all »), then the
 * franchise, then the row's own reason or rate.
 */
export function vatOf(
  line: LedgerLine,
  buyer: { readonly type: ClientType; readonly address: Address },
  seller: Seller,
  on: Day,
): Result<VatTreatment, DraftProblem> {
  const buyerTerritory = territory(buyer.address)
  const deduced = deducedExemption({
    franchise: seller.franchise,
    buyer: buyer.type,
    nature: line.type === 'disbursement' ? 'disbursement' : line.nature,
    seller: territory(seller.address) ?? 'metropolitan',
    ...(buyerTerritory === undefined ? {} : { buyerTerritory }),
  })
  const abroad = buyer.type === 'eu' || buyer.type === 'nonEu'
  if (!abroad && seller.franchise && (line.vatRate ?? 0) > 0)
    return fail({ code: 'vat-in-franchise', rate: percentText(line.vatRate as Rate) })
  if (deduced !== undefined) return exempt(deduced, line, on)
  if (line.exemption !== undefined) {
    if ((line.vatRate ?? 0) > 0) return fail({ code: 'rate-with-reason', rate: percentText(line.vatRate as Rate) })
    return exempt(line.exemption, line, on)
  }
  if (line.vatRate === undefined) return fail({ code: 'missing-vat-rate' })
  if (line.vatRate === 0) return fail({ code: 'zero-rate-without-reason' })
  const known = vatRatesOf(territory(seller.address) ?? 'metropolitan', on)?.value ?? []
  const theirs = buyerTerritory === undefined ? [] : (vatRatesOf(buyerTerritory, on)?.value ?? [])
  if (![...known, ...theirs].includes(line.vatRate)) {
    return fail({ code: 'unknown-vat-rate', rate: percentText(line.vatRate), known: known.map(percentText) })
  }
  return ok({ category: 'S', rate: line.vatRate })
}

/** The wording is frozen with the line, so that a later correction of the table changes no issued document. */
function exempt(reason: ExemptionReasonId, line: LedgerLine, on: Day): Result<VatTreatment, DraftProblem> {
  const { category } = exemptionReason(reason)
  // BR-E-10 wants a reason in words: the user's own when no list has it.
  const reasonText = reason === 'other' ? line.detail : exemptionText(reason, on)
  if (reasonText === '') return fail({ code: 'missing-reason-text' })
  return reasonText === undefined
    ? fail({ code: 'reason-expired' })
    : ok({ category, rate: NO_VAT, reason, reasonText })
}

/** Treatments that share a line of the VAT breakdown (BG-23). */
export const vatKey = (vat: VatTreatment): string =>
  `${vat.category}|${vat.rate}|${vat.reason ?? ''}|${vat.reasonText ?? ''}`
