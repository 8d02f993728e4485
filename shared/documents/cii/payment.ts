import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { isAlreadyPaid } from './frame.ts'
import { date } from './values.ts'
import { group, leaf, type XmlElement } from './xml.ts'

/** UNTDID 4461 by the first words of features F.1's methods. */
const MEANS_CODES: readonly (readonly [RegExp, string])[] = [
  [/^vir/i, '58'],
  [/^pr[ée]l/i, '59'],
  [/^(carte|cb)\b/i, '48'],
  [/^esp/i, '10'],
  [/^ch[èe]que/i, '20'],
  [/^paiement en ligne/i, '68'],
]

/** BG-16. */
export function paymentMeans(document: IssuedDocument): XmlElement | undefined {
  const code = meansCode(document)
  if (code === undefined) return undefined
  const { directDebit, transfer } = document.payment
  return group(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', code), // BT-81
    leaf('ram:Information', methods(document).join(', ')), // BT-82
    code === '59'
      ? group('ram:PayerPartyDebtorFinancialAccount', leaf('ram:IBANID', directDebit?.debtorIban))
      : undefined, // BT-91
    ...(code === '58' && transfer
      ? [
          group(
            'ram:PayeePartyCreditorFinancialAccount',
            leaf('ram:IBANID', transfer.iban), // BT-84
            leaf('ram:AccountName', transfer.holder), // BT-85
          ),
          group('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', transfer.bic)), // BT-86
        ]
      : []),
  )
}

/** BG-16 must not ask for a transfer without an account (BR-61, CII-SR-470): `1` says that the means is not stated. */
function meansCode(document: IssuedDocument): string | undefined {
  const { kind, payment } = document
  if (kind === 'credit') return undefined
  if (payment.directDebit) return '59'
  if (!isAlreadyPaid(document) && payment.transfer) return '58'
  const [first] = methods(document)
  if (first === undefined) return undefined
  const code = MEANS_CODES.find(([pattern]) => pattern.test(first))?.[1] ?? '1'
  return (code === '58' && !payment.transfer) || code === '59' ? '1' : code
}
const methods = (document: IssuedDocument): readonly string[] =>
  isAlreadyPaid(document) && document.payment.alreadyPaid
    ? [document.payment.alreadyPaid.method]
    : document.payment.methods

/** BT-20, BT-9, BT-89. An amount to pay needs a term or a date (BR-CO-25), a credit note's too. */
export const paymentTerms = (document: IssuedDocument): XmlElement | undefined =>
  group(
    'ram:SpecifiedTradePaymentTerms',
    leaf('ram:Description', termsText(document)), // BT-20
    date('ram:DueDateDateTime', dueDate(document)), // BT-9
    leaf('ram:DirectDebitMandateID', document.payment.directDebit?.mandate), // BT-89
  )

const termsText = ({ kind, payment }: IssuedDocument): string =>
  kind === 'credit' && payment.terms.trim() === ''
    ? 'Avoir à déduire du prochain règlement ou à rembourser'
    : payment.terms

/** BT-9. Of what was paid before issue: the day it was paid (BR-FR-CO-09), which only frame 2 lets stand before BT-2 (BR-FR-CO-07). */
function dueDate(document: IssuedDocument): IssuedDocument['dueDate'] {
  const { deposits, kind, payment } = document
  if (kind === 'credit') return undefined
  return payment.alreadyPaid && !(kind === 'balance' && deposits.length > 0) ? payment.alreadyPaid.on : document.dueDate
}
