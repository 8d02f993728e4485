import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import * as v from 'valibot'
import { order } from './order.ts'
import { acceptable } from './questions.ts'
import {
  centsAmount,
  civilDay,
  digest,
  documentNumber,
  type Frozen,
  instant,
  operationId,
  paymentName,
  said,
  text,
} from './values.ts'

/** Who is there: proves the address, names the browser. */
const hello = v.strictObject({ browser: said(60), version: said(20) })

/** `known`: the revision that the extension has; when the sheet still says that, it says no more. */
const pull = v.strictObject({ known: v.exactOptional(digest) })

const method = v.picklist([
  'transfer',
  'cheque',
  'card',
  'cash',
  'direct_debit',
  'online',
  'other',
] as const satisfies readonly PaymentMethod[])

/** One line of the bank, as the extension identified it. Of the payer's IBAN only what tells two accounts apart. */
const bankLine = v.strictObject({
  id: operationId,
  date: civilDay,
  amountCents: centsAmount,
  label: text(500),
  valueDate: v.exactOptional(civilDay),
  counterparty: v.exactOptional(text(200)),
  reference: v.exactOptional(text(200)),
  maskedIban: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}\d{2}…[0-9A-Z]{4}$/))),
  account: v.exactOptional(text(60)),
})

/** `openCents`: what the person saw was left to pay when they decided; anything else now is asked. */
const allocation = v.strictObject({
  number: documentNumber,
  amountCents: v.pipe(
    centsAmount,
    v.check((amount) => amount !== 0),
  ),
  openCents: centsAmount,
})

const record = v.pipe(
  v.strictObject({
    line: bankLine,
    allocations: v.pipe(v.array(allocation), v.minLength(1), v.maxLength(40)),
    /** What a payment processor or a bank kept of it. */
    feeCents: v.exactOptional(
      v.pipe(
        centsAmount,
        v.check((fee) => fee >= 0),
      ),
    ),
    method,
    /** The reasons of the match, in words. */
    why: text(500),
    decidedAt: instant,
    accepted: v.exactOptional(v.pipe(v.array(acceptable), v.maxLength(10))),
  }),
  // No message can make more of a line than the bank says came.
  v.forward(
    v.check(({ line, allocations, feeCents = 0 }) => {
      const settled = allocations.reduce((whole, { amountCents }) => whole + amountCents, 0)
      return line.amountCents > 0
        ? settled > 0 && settled <= line.amountCents + feeCents
        : settled < 0 && settled >= line.amountCents && feeCents === 0
    }),
    ['allocations'],
  ),
)

/** Takes back all that was recorded under this name. */
const undo = v.strictObject({ payment: paymentName, decidedAt: instant })

/** The bank calls this client so; or does not, whatever was learnt. */
const learn = v.strictObject({ client: said(200), name: said(140), verdict: v.picklist(['is', 'is-not']) })

const bodies = { hello, pull, record, undo, learn, order } as const

export type Op = keyof typeof bodies
export const isOp = (text: string): text is Op => Object.hasOwn(bodies, text)
/** What a browser's key may ask. An order comes from a site, under a key that can do nothing else. */
export const browserOps = ['hello', 'pull', 'record', 'undo', 'learn'] as const satisfies readonly Op[]

/** What each op says. */
export type Body<O extends Op> = Frozen<v.InferOutput<(typeof bodies)[O]>>
/** As it is written, before reading gives it its types. */
export type BodyInput<O extends Op> = Frozen<v.InferInput<(typeof bodies)[O]>>
export type BankLineSent = Body<'record'>['line']

/** A line that comes from outside: a page that read a file, as the extension that read a page. */
export function readBankLine(value: unknown): BankLineSent | undefined {
  const read = v.safeParse(bankLine, value)
  return read.success ? read.output : undefined
}

/** `path`: the first member that is not what it should be. */
export type BodyProblem = { readonly code: 'wrong-body'; readonly path: string }

export function readBody<O extends Op>(op: O, body: string): Result<Body<O>, BodyProblem> {
  const read = v.safeParse(bodies[op], parse(body))
  if (read.success) return ok(read.output as Body<O>)
  return fail({ code: 'wrong-body', path: v.getDotPath(read.issues[0]) ?? '' })
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
