import { formatDay } from '@tabellion/shared/calendar'
import type { PrintedContent, PrintedDocument } from '@tabellion/shared/invoicing'
import { formatEuros, minus } from '@tabellion/shared/money'
import { formatIban, parseIban } from '@tabellion/shared/party'
import { epcModules, epcPayload } from '../epc.ts'
import { type Block, group, linesBlock, nothing, stack, textBlock } from '../page.ts'
import { measure, wrap, wrapEvenly } from '../text.ts'
import { methodsText, percentage } from './words.ts'
import { body, small, strong } from './writing.ts'

/** Side of the QR code, in millimetres: 0.6 mm a module for a usual payload. */
const CODE = 26
const GAP = 4.5

/** How to pay: methods, account, what to quote, and the code that a bank's application reads. */
export function paymentBlock(document: PrintedDocument, width: number): Block {
  const { dueDate, kind, payment } = document
  if (payment.alreadyPaid) {
    const { method, on } = payment.alreadyPaid
    const paid = `Payée le ${formatDay(on)} par ${methodsText([method])}`
    return stack([textBlock('Facture acquittée', strong, width), textBlock(paid, small, width)], 0.4)
  }
  const methods = methodsText(payment.methods)
  const heading = `${kind === 'credit' ? 'Remboursement' : 'Règlement'}${methods === '' ? '' : ` par ${methods}`}`
  if (document.quote) return promised(heading, document, width)
  const terms =
    kind === 'credit' || dueDate === undefined
      ? payment.terms
      : `${payment.terms === '' ? 'Échéance' : `${payment.terms}, échéance`} le ${formatDay(dueDate)}`
  const head = stack([textBlock(heading, strong, width), textBlock(terms, small, width)], 0.4)
  if (kind === 'credit' || payment.transfer === undefined) return head
  return stack([head, account(document, width)], 2.8)
}

/** What a quote asks for once it is accepted: nothing is to be paid yet, and no account is given. */
function promised(heading: string, { payment, quote, totals }: PrintedContent, width: number): Block {
  const deposit = quote?.deposit
  const parts =
    deposit === undefined
      ? []
      : [
          `Acompte de ${percentage(deposit.rate)} à la commande : ${formatEuros(deposit.amount)}`,
          `Solde après exécution : ${formatEuros(minus(totals.gross, deposit.amount))}`,
        ]
  return stack(
    [
      textBlock(heading, strong, width),
      textBlock(payment.terms, small, width),
      ...parts.map((part) => textBlock(part, body, width)),
    ],
    0.4,
  )
}

function account(document: PrintedDocument, width: number): Block {
  const { payment, totals } = document
  if (payment.transfer === undefined) return nothing
  const { bic, holder, iban } = payment.transfer
  const read = parseIban(iban)
  const number = read.ok ? formatIban(read.value) : iban
  const payload =
    document.state === 'issued' && read.ok
      ? epcPayload({
          holder,
          iban: read.value,
          amount: totals.payable,
          remittance: document.number,
          ...(bic === undefined ? {} : { bic }),
        })
      : undefined
  const code: Block = payload === undefined ? nothing : modules(payload)
  const beside = code.height > 0 && width - CODE - GAP >= measure(number, body)
  const room = beside ? width - CODE - GAP : width
  const details = stack(
    [
      pair('IBAN', number, room),
      ...holderAndBank(holder, bic, room),
      pair('Référence à rappeler', document.state === 'issued' ? document.number : 'attribuée à l’émission', room),
    ],
    1,
  )
  if (code.height === 0) return details
  const captionWidth = beside ? room : width - CODE - GAP
  const words = wrapEvenly('Ce code remplit le virement dans l’application de votre banque.', small, captionWidth)
  const caption = linesBlock(words, small, captionWidth)
  return beside
    ? group([{ block: code }, { block: stack([details, caption], 1), x: CODE + GAP }])
    : stack([details, group([{ block: code }, { block: caption, x: CODE + GAP }])], 3)
}

/** Side by side, unless the holder's name asks for the whole line. */
function holderAndBank(holder: string, bic: string | undefined, room: number): readonly Block[] {
  if (bic === undefined) return [pair('Titulaire', holder, room)]
  if (wrap(holder, body, room - 28).length > 2) return [pair('Titulaire', holder, room), pair('BIC', bic, room)]
  return [group([{ block: pair('Titulaire', holder, room - 28) }, { block: pair('BIC', bic, 26), x: room - 26 }])]
}

const pair = (label: string, value: string, width: number): Block =>
  stack([textBlock(label, small, width), textBlock(value, body, width)])

const modules = (payload: string): Block => ({
  width: CODE,
  height: CODE,
  marks: [{ kind: 'modules', x: 0, y: 0, width: CODE, rows: epcModules(payload) }],
})
