import { numberKey, paymentSums, readPayments, readRegister, settlements } from '@tabellion/shared/ledger'
import { type Cents, cents, formatEuros, minus, negate } from '@tabellion/shared/money'
import { that, typeset } from '../messages/typography.ts'
import { hasTypedPayments } from '../payments/adopt-first.ts'
import { creditOf, creditsOf } from '../payments/credits.ts'
import { openFinished, recordPayments } from '../payments/record.ts'
import type { PaymentRequest } from '../payments/request.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { action, type Outcome } from './action.ts'

/** What a client has left over with us pays one of their invoices; no money moves. Asked again, what is used is used. */
export const useCredit = action({
  name: 'use-credit',
  menu: 'Imputer un crédit…',
  what: 'Règle une facture avec ce que son client a chez vous : trop-perçu, avoir déjà payé, crédit client.',
  args: {
    required: ['number'],
    properties: { number: { type: 'string', description: 'Le numéro de la facture à régler.' } },
  },
  run: (ports, args) => ports.lock.need(() => impute(ports, args.number.trim())),
})

function impute(ports: Ports, asked: string): Outcome {
  let workbook = openFinished(ports)
  if (hasTypedPayments(workbook)) {
    recordPayments(ports, workbook)
    workbook = openWorkbook(ports)
  }
  const sums = paymentSums(readPayments(workbook.table('payments')))
  const settled = settlements(readRegister(workbook.table('invoices')), sums)
  const invoice = settled.get(numberKey(asked)) ?? refuse({ code: 'unknown-number', number: asked })
  const { balanceDue, entry } = invoice
  const { client, number } = entry
  if (balanceDue <= 0) refuse({ code: 'more-than-due', number, most: cents(0) })
  const credits = creditsOf(settled.values(), client)
  if (credits.length === 0) refuse({ code: 'no-client-credit', client })
  const requests: PaymentRequest[] = []
  let due: Cents = balanceDue
  for (const credit of credits) {
    const amount = cents(Math.min(due, credit.amount))
    if (amount <= 0) break
    due = minus(due, amount)
    requests.push({
      payment: ports.ids.next(),
      on: ports.clock.today,
      method: 'other',
      reference: '',
      source: 'typed',
      allocations: [
        { number: credit.number, amount: negate(amount) },
        { number, amount },
      ],
    })
  }
  const { findings, statuses } = recordPayments(ports, workbook, { requests })
  const used = minus(balanceDue, due)
  const left = minus(creditOf(credits), used)
  const rest = left > 0 ? ` ${client} garde ${formatEuros(left)} de crédit.` : ''
  const then = due > 0 ? ` Il ne reste ${that(formatEuros(due))} à recevoir.` : ''
  return {
    message: typeset(
      `${formatEuros(used)} de crédit imputés sur ${number}. Statut : ${statuses.get(numberKey(number))?.text ?? ''}.${then}${rest}`,
    ),
    findings,
  }
}
