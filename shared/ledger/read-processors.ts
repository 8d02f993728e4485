import { type Cents, cents, parseFrenchNumber, type Rate, rate, scaled } from '@tabellion/shared/money'
import { headingKey } from './table.ts'

/** Who receives cards online and pays out later, and what it keeps of each payment. */
export interface ProcessorTariff {
  readonly id: string
  readonly name: string
  readonly rate: Rate
  readonly fixed: Cents
}

/**
 * Until the user says what their contract says. Matching only uses them to tell what was kept from what is missing.
 * Stripe, standard cards of the EEA, from 2023-04-10: support.stripe.com, « Modifications des tarifs pour les entreprises établies
 * dans l’EEE ». SumUp, card reader in France: help.sumup.com, article 360007445213. PayPal: to be confirmed, only third parties
 * give its figure (its own page was not read). All depend on the contract and the card.
 */
export const publicTariffs = 'Stripe 1,5 % + 0,25 ; PayPal 2,9 % + 0,35 ; SumUp 1,75 %'

/** *Frais des prestataires*: « Stripe 1,5 % + 0,25 ; PayPal 2,9 % + 0,35 ». What cannot be read is left out. */
export const readProcessors = (text: string): readonly ProcessorTariff[] =>
  text.split(/[;\n]/).flatMap((part): ProcessorTariff[] => {
    const [, name = '', percent = '', fixed = '0'] =
      /^\s*(.*?)\s+([\d,.]+)\s*%\s*(?:\+\s*([\d,.]+)\s*€?)?\s*$/.exec(part) ?? []
    const [ofHundred, ofEuros] = [scaledText(percent, 3), scaledText(fixed, 2)]
    return name === '' || ofHundred === undefined || ofEuros === undefined || ofHundred > 100_000
      ? []
      : [{ id: headingKey(name), name, rate: rate(ofHundred), fixed: cents(ofEuros) }]
  })

function scaledText(text: string, places: number): number | undefined {
  const read = parseFrenchNumber(text)
  return read.ok ? scaled(read.value, places) : undefined
}
