import { formatDay } from '@tabellion/shared/calendar'
import { numberKey, type PaymentMethod, paymentMethods } from '@tabellion/shared/ledger'
import { type Cents, cents, formatEuros, negate } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import { adoptedSentence } from '../payments/adopt-first.ts'
import { type Recorded, recordPayments } from '../payments/record.ts'
import type { PaymentRequest } from '../payments/request.ts'
import { isSameMoney } from '../payments/take.ts'
import type { Ports } from '../ports.ts'
import { dayIn, keyOf } from '../workbook/given.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { action, type Outcome, type RecordedSummary } from './action.ts'
import type { ArgumentsSchema, Given } from './arguments.ts'

const METHODS = Object.keys(paymentMethods.labels) as PaymentMethod[]

const schema = {
  required: ['number', 'date', 'amountCents', 'method'],
  properties: {
    number: { type: 'string', description: 'Le numéro de la facture réglée, ou de l’avoir remboursé.' },
    date: { type: 'string', description: 'Le jour où l’argent est arrivé.', format: 'date' },
    amountCents: {
      type: 'integer',
      description: 'Le montant brut en centimes, avant les frais ; négatif pour un remboursement.',
    },
    method: { type: 'string', description: 'Le mode de règlement.', enum: METHODS },
    feeCents: { type: 'integer', description: 'Ce que l’intermédiaire a gardé, en centimes.' },
    reference: { type: 'string', description: 'Un numéro de chèque, un libellé.' },
    fromCredit: {
      type: 'string',
      description:
        'Le document dont le trop-perçu, l’avoir ou le crédit client règle la facture : aucun argent ne bouge.',
    },
    key: {
      type: 'string',
      description: 'Le nom de ce paiement : redit avec le même nom, il n’est enregistré qu’une fois.',
    },
  },
} as const satisfies ArgumentsSchema

export const recordPayment = action({
  name: 'record-payment',
  menu: 'Enregistrer un paiement…',
  what: 'Enregistre une somme reçue, ou rendue si elle est négative : paiement, livre des recettes et statut ensemble.',
  args: schema,
  run: (ports, args) => {
    const wanted = readRequest(args)
    const outcome = ports.lock.need(() => record(ports, wanted))
    // Last of all: until here, whoever asked has not had the answer, and may ask again.
    if (outcome.recorded) ports.store.write({ [UNANSWERED]: '' })
    return outcome
  },
})

/**
 * The payment whose answer never reached anyone, because its run was stopped: the same money asked for again without a key is
 * that payment.
 */
const UNANSWERED = 'payment.unanswered'

type Wanted = Omit<PaymentRequest, 'payment'> & { readonly key?: string }

function readRequest(args: Given<typeof schema>): Wanted {
  const on = dayIn(args.date, 'date')
  const key = keyOf(args.key)
  const amount = cents(args.amountCents)
  const number = args.number.trim()
  const from = args.fromCredit?.trim()
  if (from !== undefined && amount <= 0)
    refuse({ code: 'wrong-argument', argument: 'amountCents', expected: 'un montant positif, pris sur le crédit' })
  return {
    on,
    method: args.method,
    reference: (args.reference ?? '').trim(),
    source: 'typed',
    ...(args.feeCents ? { fee: cents(args.feeCents) } : {}),
    allocations: [...(from === undefined ? [] : [{ number: from, amount: negate(amount) }]), { number, amount }],
    ...(key === undefined ? {} : { key }),
  }
}

function record(ports: Ports, { key, ...wanted }: Wanted): Outcome {
  const workbook = openWorkbook(ports)
  const payment = key ?? unanswered(workbook, wanted) ?? ports.ids.next()
  const done = recordPayments(ports, workbook, {
    requests: [{ ...wanted, payment }],
    properties: { [UNANSWERED]: payment },
  })
  if (done.recorded[0] === undefined) return { message: 'Aucun paiement enregistré.', findings: done.findings }
  const recorded = summary(done)
  return { message: sentence(done, recorded), findings: done.findings, recorded: [recorded] }
}

function unanswered(workbook: Workbook, wanted: Omit<PaymentRequest, 'payment'>): string | undefined {
  const payment = workbook.properties()[UNANSWERED]
  if (!payment) return undefined
  const [stored] = workbook.events(({ type, key }) => type === 'paid' && key === payment)
  return stored?.event.type === 'paid' && isSameMoney(stored.event, { ...wanted, payment }) ? payment : undefined
}

function summary({ recorded: [recorded], statuses }: Recorded): RecordedSummary {
  const event = recorded?.event
  const allocation = event?.allocations.at(-1)
  const status = statuses.get(numberKey(allocation?.number ?? ''))
  return {
    payment: event?.payment ?? '',
    number: allocation?.number ?? '',
    client: allocation?.client ?? '',
    amountCents: allocation?.amount ?? 0,
    receipts: event?.receipts.map(({ entry }) => entry.rank) ?? [],
    balanceDueCents: status?.settlement.balanceDue ?? 0,
    status: status?.text ?? '',
  }
}

function sentence(
  { recorded: [recorded], adopted }: Recorded,
  { number, amountCents, receipts, status }: RecordedSummary,
): string {
  const amount = formatEuros(cents(Math.abs(amountCents)) as Cents)
  const on = recorded ? formatDay(recorded.event.on) : ''
  const what =
    (recorded?.event.allocations.length ?? 0) > 1 ? 'imputés sur' : amountCents < 0 ? 'rendus sur' : 'reçus pour'
  const done = recorded?.again
    ? `Ce paiement était déjà enregistré : ${amount} ${what} ${number} le ${on}`
    : `${amount} ${what} ${number} le ${on}`
  return typeset(`${done}, recette n° ${receipts[0] ?? ''}. Statut : ${status}.${adoptedSentence(adopted.length)}`)
}
