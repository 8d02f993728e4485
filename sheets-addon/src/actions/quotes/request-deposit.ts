import { addDays } from '@tabellion/shared/calendar'
import type { NumberReserved, QuoteMade } from '@tabellion/shared/journal'
import { numberKey, readQuoteProfile, readQuotes, readRegister, readSettings } from '@tabellion/shared/ledger'
import { applyRate, type Rate } from '@tabellion/shared/money'
import type { Ports } from '../../ports.ts'
import { depositRows } from '../../quotes/deposit-rows.ts'
import { quoteNamed } from '../../quotes/make.ts'
import { knownQuotes, restOf } from '../../quotes/refresh.ts'
import { type Workbook, wasStopped } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'
import { type Adding, issueInvoices } from '../issue-invoices/run.ts'
import { amountOf, shareOf } from './request.ts'

const schema = {
  required: ['quote'],
  properties: {
    quote: { type: 'string', description: 'Le numéro du devis.' },
    percent: {
      type: 'integer',
      description: 'La part du total, en pour cent ; par défaut Acompte % de l’onglet Devis.',
    },
    amountCents: { type: 'integer', description: 'Un montant TTC en centimes, au lieu d’une part.' },
    send: { type: 'boolean', description: 'Envoyer aussi la facture par e-mail.' },
    key: { type: 'string', description: 'Un nom de votre choix : la même demande ne fait qu’un acompte.' },
  },
} as const satisfies ArgumentsSchema

/** A deposit invoice from a quote, in one action: nothing is typed again (features F-012). */
export const requestDeposit = action({
  name: 'request-deposit',
  menu: 'Demander un acompte…',
  what: 'Émet la facture d’acompte d’un devis accepté.',
  args: schema,
  run: request,
})

function request(ports: Ports, args: Given<typeof schema>): Outcome {
  const number = args.quote.trim()
  if (args.percent !== undefined && args.amountCents !== undefined)
    refuse({ code: 'wrong-argument', argument: 'amountCents', expected: 'percent ou amountCents, pas les deux' })
  const asked = { rate: shareOf(args.percent, 'percent'), amount: amountOf(args.amountCents) }
  const key = args.key?.trim()
  const identity = key ? `clé ${key}` : JSON.stringify(['acompte', number, asked])
  const adding: Adding = {
    request: identity,
    rows: (workbook, incomplete) => {
      const quote = quoteNamed(workbook, number)
      const before = madeBefore(workbook, quote, identity, key !== undefined, incomplete)
      if (before) return { made: before }
      return { rows: depositOf(ports, workbook, quote, asked) }
    },
  }
  return issueInvoices(ports, { rows: [], ...(args.send === true ? { send: true } : {}) }, adding)
}

function depositOf(
  ports: Ports,
  workbook: Workbook,
  { document, number }: QuoteMade,
  asked: { readonly rate: Rate | undefined; readonly amount: ReturnType<typeof amountOf> },
) {
  const known = knownQuotes(workbook).get(number) ?? refuse({ code: 'unknown-quote', number })
  if (known.decision === 'declined') refuse({ code: 'quote-declined', number })
  if (known.decision !== 'accepted') refuse({ code: 'quote-not-accepted', number })
  waitForWithdrawal(ports, workbook, document, number)
  const share = asked.amount === undefined ? (asked.rate ?? known.entry.depositRate) : undefined
  if (share === 0 && asked.rate === undefined) refuse({ code: 'deposit-missing', number })
  const amount = asked.amount ?? applyRate(known.gross, share as Rate)
  if (amount <= 0 || (share ?? 0) > 100_000) refuse({ code: 'deposit-not-positive', number })
  const rest = restOf(known)
  if (amount > rest) refuse({ code: 'deposit-above-rest', number, asked: amount, rest })
  return depositRows({
    quote: document,
    amount,
    ...(share === undefined ? {} : { rate: share }),
    today: ports.clock.today,
    firstRow: workbook.table('sales').nextRow,
    newId: ports.ids.next,
  })
}

/** C. conso. art. L221-10: no payment within seven days of a contract that a consumer signed away from the seller's premises. */
function waitForWithdrawal(ports: Ports, workbook: Workbook, { buyer }: QuoteMade['document'], number: string): void {
  const { usual } = readQuoteProfile(readSettings(workbook.table('settings')))
  if (!usual.offPremises || buyer.type !== 'consumer') return
  const on = readQuotes(workbook.table('quotes')).find((entry) => entry.number === number)?.acceptedOn
  const from = on === undefined ? undefined : addDays(on, 7)
  if (from !== undefined && ports.clock.today < from) refuse({ code: 'deposit-too-early', number, from })
}

/** As a credit note asked for twice: under a key always the same, else only if the run that made it was stopped. */
function madeBefore(
  workbook: Workbook,
  { number }: QuoteMade,
  identity: string,
  named: boolean,
  incomplete: ReadonlySet<string>,
): NumberReserved | undefined {
  const register = new Map(readRegister(workbook.table('invoices')).map((entry) => [numberKey(entry.number), entry]))
  const mayBe = (key: string): boolean => {
    const entry = register.get(numberKey(key))
    return entry === undefined || (entry.kind === 'deposit' && entry.quote === number)
  }
  const last = workbook
    .events(({ type, key }) => type === 'reserved' && mayBe(key))
    .flatMap(({ event }) => (event.type === 'reserved' && event.request === identity ? [event] : []))
    .at(-1)
  if (last === undefined || named) return last
  const newest = workbook.journal().rows.at(-1)?.key
  return incomplete.has(last.number) || (wasStopped(workbook.properties()) && newest === last.number) ? last : undefined
}
