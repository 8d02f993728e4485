import * as v from 'valibot'
import { questionSchema } from './questions.ts'
import type { Op } from './requests.ts'
import {
  centsAmount,
  civilDay,
  count,
  digest,
  documentNumber,
  type Frozen,
  operationId,
  paymentName,
  said,
  text,
} from './values.ts'

const hello = v.object({
  /** The file's name, and whose it is. */
  file: text(200),
  seller: text(200),
  version: text(20),
  schema: count,
  today: civilDay,
  ops: v.array(text(20)),
})

const invoice = v.object({
  number: documentNumber,
  kind: v.picklist(['standard', 'deposit', 'balance', 'credit']),
  clientId: text(200),
  issuedOn: civilDay,
  dueOn: v.exactOptional(civilDay),
  totalCents: centsAmount,
  /** What is left to pay; of a credit note, minus what it is still worth. */
  openCents: centsAmount,
  subject: v.exactOptional(text(200)),
  purchaseOrder: v.exactOptional(text(60)),
  quote: v.exactOptional(documentNumber),
  creditOf: v.exactOptional(documentNumber),
  status: text(60),
})
const client = v.object({
  id: text(200),
  name: text(200),
  siren: v.exactOptional(text(14)),
  consumer: v.exactOptional(v.literal(true)),
  foreign: v.exactOptional(v.literal(true)),
  bankNames: v.exactOptional(v.array(text(140))),
  /** Names that were learnt and taken back. */
  refusedNames: v.exactOptional(v.array(text(140))),
})
const deadline = v.object({
  day: civilDay,
  obligation: text(200),
  authority: text(60),
  period: text(40),
  status: text(40),
  estimateCents: v.exactOptional(centsAmount),
})
/** A line of the bank that the sheet has recorded already, whoever confirmed it. */
const operation = v.object({
  id: operationId,
  date: civilDay,
  amountCents: centsAmount,
  label: v.exactOptional(text(500)),
  payments: v.array(paymentName),
  numbers: v.array(documentNumber),
})
const seller = v.object({
  names: v.array(text(200)),
  ibans: v.array(text(34)),
  vatRates: v.array(count),
  /** What each keeps of a payment: rate, and euros in cents. */
  processors: v.array(v.object({ id: text(60), name: text(60), rate: count, fixedCents: centsAmount })),
  /** C. com. art. L441-10, II. */
  latePenalty: v.exactOptional(v.object({ flatCents: centsAmount, yearlyRate: count })),
})

const pull = v.variant('unchanged', [
  v.object({ unchanged: v.literal(true), revision: digest, today: civilDay }),
  v.object({
    unchanged: v.literal(false),
    revision: digest,
    today: civilDay,
    file: text(200),
    seller,
    clients: v.array(client),
    invoices: v.array(invoice),
    operations: v.array(operation),
    deadlines: v.array(deadline),
  }),
])

const touched = v.object({
  number: documentNumber,
  amountCents: centsAmount,
  balanceDueCents: centsAmount,
  status: text(60),
})

const record = v.object({
  payment: paymentName,
  /** Where the line stands in *Banque*. */
  operation: operationId,
  /** *Recette n°*. */
  receipts: v.array(count),
  documents: v.array(touched),
  /** Kept for the client: nothing asked for it any more. */
  clientCreditCents: centsAmount,
  /** The very same had been recorded, from here or elsewhere: nothing was written again. */
  again: v.boolean(),
  /** What is worth knowing, in French. */
  notes: v.array(said(1000)),
})
const undo = v.object({
  payment: paymentName,
  operation: v.exactOptional(operationId),
  receipts: v.array(count),
  documents: v.array(touched),
  again: v.boolean(),
})
const learn = v.object({ client: text(200), bankNames: v.array(text(140)) })

/** Nothing of the seller's: who sends an order learns that it came. */
const order = v.object({ order: text(60) })

const results = { hello, pull, record, undo, learn, order } as const satisfies Record<Op, v.GenericSchema>

export type ResultOf<O extends Op> = Frozen<v.InferOutput<(typeof results)[O]>>
export type Pulled = Extract<ResultOf<'pull'>, { readonly unchanged: false }>

/** Why a well-signed request was not even looked at. `again`: the same message may succeed later, and is kept. */
const refusal = v.object({
  code: v.picklist([
    'clock-differs',
    'unknown-op',
    'op-not-allowed',
    'wrong-body',
    'id-reused',
    'pairing-expired',
    'wrong-order',
    'order-reused',
    'too-many-orders',
    'busy',
    'redeploy',
    'workbook',
  ]),
  message: said(1000),
  again: v.boolean(),
})
export type BridgeRefusal = Frozen<v.InferOutput<typeof refusal>>
export type BridgeRefusalCode = BridgeRefusal['code']

/** What the sheet's answer says: done, a question (nothing was written), or not looked at. */
export type Answer<O extends Op> = (
  | { readonly status: 'done'; readonly result: ResultOf<O> }
  | { readonly status: 'asks'; readonly questions: readonly Frozen<v.InferOutput<typeof questionSchema>>[] }
  | { readonly status: 'refused'; readonly refusal: BridgeRefusal }
) & {
  /** The deployed script is older than the one that wrote in the sheet. */
  readonly redeploy?: true
}

const answerOf = <Result extends v.GenericSchema>(result: Result) =>
  v.variant('status', [
    v.object({ status: v.literal('done'), result, redeploy: v.exactOptional(v.literal(true)) }),
    v.object({
      status: v.literal('asks'),
      questions: v.pipe(v.array(questionSchema), v.minLength(1)),
      redeploy: v.exactOptional(v.literal(true)),
    }),
    v.object({ status: v.literal('refused'), refusal, redeploy: v.exactOptional(v.literal(true)) }),
  ])

/** Undefined when the sheet speaks otherwise than this code understands. */
export function readAnswer<O extends Op>(op: O, body: string): Answer<O> | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  const read = v.safeParse(answerOf(results[op] as v.GenericSchema), value)
  return read.success ? (read.output as Answer<O>) : undefined
}
