import { type Day, parseDay } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { childAt, textAt, type XmlElement } from '../xml.ts'

/** The amount of a balance or an entry, negative when the account is debited. */
export function signedAmount(element: XmlElement | undefined): Cents | undefined {
  const amount = readCents(childAt(element, 'Amt')?.text ?? '', 'either')
  if (element === undefined || Number.isNaN(amount)) return undefined
  return cents(textAt(element, 'CdtDbtInd') === 'DBIT' ? -amount : amount)
}

/** `Dt` or `DtTm`, itself or inside: the day as written, whatever the zone. */
export function dayOf(element: XmlElement | undefined): Day | undefined {
  const text =
    textAt(element, 'Dt') ??
    textAt(element, 'DtTm') ??
    textAt(element, 'TxDtTm') ??
    textAt(element, 'AccptncDtTm') ??
    element?.text ??
    ''
  return parseDay(text.slice(0, 10))
}
