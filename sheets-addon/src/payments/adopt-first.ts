import { readRegister } from '@tabellion/shared/ledger'
import { type Cents, sum } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'

/** *Encaissé* of the whole register as money was last looked at: where the sheet says another sum, someone has typed since. */
const RECEIVED_PROPERTY = 'payments.received'

type Properties = Readonly<Record<string, string>>

export const receivedProperty = (received: readonly Cents[]): Properties => ({
  [RECEIVED_PROPERTY]: String(sum(received)),
})
export const isUpToDate = (properties: Properties, received: Properties): boolean =>
  (properties[RECEIVED_PROPERTY] || '0') === received[RECEIVED_PROPERTY]

/** Whether *Paiements* is worth reading for an action about something else: it costs no round trip to know. */
export function hasTypedPayments(workbook: Workbook): boolean {
  const invoices = workbook.tableIfAny('invoices')
  if (invoices === undefined) return false
  const received = receivedProperty(readRegister(invoices).map((entry) => entry.received))
  return !isUpToDate(workbook.properties(), received)
}

export const adoptedSentence = (count: number): string =>
  count === 0
    ? ''
    : count === 1
      ? ' 1 paiement saisi à la main a été enregistré aussi.'
      : ` ${count} paiements saisis à la main ont été enregistrés aussi.`
