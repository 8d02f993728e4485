import { readRegister, type Settlement } from '@tabellion/shared/ledger'
import { sum } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'

/** *Encaissé* and *Crédit client* of the whole register as money was last looked at: other sums, and someone has typed since. */
const RECEIVED_PROPERTY = 'payments.received'

type Properties = Readonly<Record<string, string>>

export const receivedProperty = (each: readonly Pick<Settlement, 'received' | 'clientCredit'>[]): Properties => ({
  [RECEIVED_PROPERTY]: `${sum(each.map(({ received }) => received))} ${sum(each.map(({ clientCredit }) => clientCredit))}`,
})
export const isUpToDate = (properties: Properties, received: Properties): boolean =>
  (properties[RECEIVED_PROPERTY] || '0 0') === received[RECEIVED_PROPERTY]

/** Whether *Paiements* is worth reading for an action about something else: it costs no round trip to know. */
export function hasTypedPayments(workbook: Workbook): boolean {
  const invoices = workbook.tableIfAny('invoices')
  if (invoices === undefined) return false
  return !isUpToDate(workbook.properties(), receivedProperty(readRegister(invoices)))
}

export const adoptedSentence = (count: number): string =>
  count === 0
    ? ''
    : count === 1
      ? ' 1 paiement saisi à la main a été enregistré aussi.'
      : ` ${count} paiements saisis à la main ont été enregistrés aussi.`
