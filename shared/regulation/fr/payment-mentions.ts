import { type Day, formatLongDay } from '@tabellion/shared/calendar'
import { type Cents, formatEuros, formatScaled, type Rate } from '@tabellion/shared/money'
import { inForce, type Source } from '../dated-table.ts'
import { defaultPenaltyRate, formatPenaltyRate, halfYearStart, penaltyMargin, recoveryFee } from './late-payment.ts'
import { commerce } from './sources.ts'

export const discountSource: Source = commerce('L441-9, I', '2026-10-10')
export const penaltySource = (payer: 'business' | 'public'): Source => penaltyMargin[payer].source

/** *Réglages › Escompte* as a sentence; empty means none. */
export function discountText(discount: string): string {
  if (discount === '' || /^(néant|aucun)\.?$/i.test(discount)) return 'Escompte pour paiement anticipé\u00a0: néant'
  return /^escompte/i.test(discount) ? discount : `Escompte pour paiement anticipé\u00a0: ${discount}`
}

/** The rule, and its number when the half-year's ECB rate is known; between professionals the agreed rate when there is one. */
export function penaltyText(payer: 'business' | 'public', on: Day, agreed?: Rate): string {
  const { points } = penaltyMargin[payer]
  const usual = defaultPenaltyRate(on, payer)
  const article = payer === 'public' ? 'C. commande publique, art. L2192-13' : 'C. com. art. L441-10'
  const rule = `taux BCE + ${formatScaled(points, 3)} points`
  const number = usual && `, soit ${formatPenaltyRate(usual)} l’an au ${formatLongDay(halfYearStart(on))}`
  const rate =
    agreed === undefined || payer === 'public' ? `${rule}${number ?? ''}` : `${formatPenaltyRate(agreed)} l’an`
  const name = payer === 'public' ? 'Intérêts moratoires' : 'Pénalités de retard'
  return `${name}\u00a0: ${rate}, exigibles sans rappel dès le lendemain de l’échéance (${article})`
}

export const recoveryFeeText = (fee: Cents): string =>
  `Indemnité forfaitaire pour frais de recouvrement\u00a0: ${formatEuros(fee).replace(',00', '')}`

/**
 * BG-1: the three notes that every document's XML must hold, consumers' and credit notes too (BR-FR-05, BR-FR-06). A consumer
 * owes neither penalties nor the 40 €, nobody owes them on a credit note, and the notes say so.
 */
export function paymentNotes(context: {
  readonly kind?: 'credit'
  readonly buyer: 'business' | 'consumer' | 'public' | 'eu' | 'nonEu'
  readonly on: Day
  readonly penaltyRate?: Rate
  readonly discount: string
}): { readonly PMT: string; readonly PMD: string; readonly AAB: string } {
  if (context.kind === 'credit')
    return {
      PMT: 'Indemnité forfaitaire pour frais de recouvrement\u00a0: sans objet, avoir',
      PMD: 'Pénalités de retard\u00a0: sans objet, avoir',
      AAB: 'Escompte pour paiement anticipé\u00a0: sans objet, avoir',
    }
  const AAB = discountText(context.discount.trim())
  if (context.buyer === 'consumer')
    return {
      PMT: 'Indemnité forfaitaire pour frais de recouvrement\u00a0: sans objet, client consommateur',
      PMD: 'Pénalités de retard\u00a0: sans objet, client consommateur',
      AAB,
    }
  const fee = inForce(recoveryFee, context.on)
  return {
    PMT: fee ? recoveryFeeText(fee.value) : '',
    PMD: penaltyText(context.buyer === 'public' ? 'public' : 'business', context.on, context.penaltyRate),
    AAB,
  }
}
