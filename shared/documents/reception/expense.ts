import { type Day, parseDay } from '@tabellion/shared/calendar'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import { type Cents, cents, negate } from '@tabellion/shared/money'
import type { ArithmeticProblem } from './arithmetic.ts'
import type { ReceivedInvoice } from './read.ts'

/** What *Dépenses* keeps of a received invoice. A credit note's amounts are negative: it gives money back. */
export interface ReceivedExpense {
  readonly key: string
  readonly number: string
  readonly supplier: string
  readonly date: Day
  /** BT-5: the amounts are hundredths of it. */
  readonly currency: string
  readonly gross: Cents
  readonly vat: Cents
  readonly description: string
  readonly method?: PaymentMethod
  /** SIREN of whom it is addressed to. */
  readonly buyerSiren?: string
  readonly doubts: readonly ArithmeticProblem[]
}

/** UNTDID 4461, as far as suppliers use it. */
const METHODS: Readonly<Record<string, PaymentMethod>> = {
  '10': 'cash',
  '20': 'cheque',
  '30': 'transfer',
  '31': 'transfer',
  '42': 'transfer',
  '48': 'card',
  '49': 'direct_debit',
  '54': 'card',
  '55': 'card',
  '58': 'transfer',
  '59': 'direct_debit',
  '68': 'online',
}

export function expenseOf({ arithmetic, invoice, key }: ReceivedInvoice): ReceivedExpense {
  const { buyer, credit, currency, issueDate, lines, number, payment, seller, totals } = invoice
  const signed = (amount: Cents): Cents => (credit ? negate(amount) : amount)
  const method = METHODS[payment.meansCode ?? '']
  const labels = lines.map(({ label }) => label).filter((label) => label !== '')
  return {
    key,
    number,
    supplier: seller.name,
    date: issueDate,
    currency,
    gross: signed(totals.gross),
    vat: signed(totals.vat),
    description: labels.slice(0, 3).join(' ; ') + (labels.length > 3 ? ' …' : ''),
    ...(method === undefined ? {} : { method }),
    ...(buyer.siren === undefined ? {} : { buyerSiren: buyer.siren }),
    doubts: arithmetic,
  }
}

/** As texts, which cross any wire whole. */
export type ExpenseTexts = Readonly<Record<string, string>>

export const writeExpense = ({ doubts, gross, vat, ...texts }: ReceivedExpense): ExpenseTexts => ({
  ...texts,
  gross: String(gross),
  vat: String(vat),
  doubts: doubts.map(({ expected, found, of, term }) => [term, found, expected, of ?? ''].join('|')).join('\n'),
})

/** What came over the wire, read as if a stranger had sent it: undefined, or the name of what is wrong. */
export function readExpense(texts: ExpenseTexts): ReceivedExpense | { readonly wrong: string } {
  const text = (name: string, most: number): string => (texts[name] ?? '').trim().slice(0, most)
  const date = parseDay(text('date', 10))
  const gross = readCents(texts['gross'])
  const vat = readCents(texts['vat'])
  const [key, number, supplier] = [text('key', 300), text('number', 100), text('supplier', 200)]
  const doubts = text('doubts', 2000).split('\n').filter(Boolean).map(readDoubt)
  const known = doubts.filter((doubt) => doubt !== undefined)
  if (key === '') return { wrong: 'key' }
  if (number === '') return { wrong: 'number' }
  if (supplier === '') return { wrong: 'supplier' }
  if (date === undefined) return { wrong: 'date' }
  if (gross === undefined) return { wrong: 'gross' }
  if (vat === undefined) return { wrong: 'vat' }
  if (!/^[A-Z]{3}$/.test(texts['currency'] ?? '')) return { wrong: 'currency' }
  if (known.length < doubts.length) return { wrong: 'doubts' }
  const method = Object.values(METHODS).find((one) => one === texts['method'])
  const buyerSiren = text('buyerSiren', 20)
  return {
    key,
    number,
    supplier,
    date,
    currency: texts['currency'] ?? '',
    gross,
    vat,
    description: text('description', 500),
    ...(method === undefined ? {} : { method }),
    ...(buyerSiren === '' ? {} : { buyerSiren }),
    doubts: known,
  }
}

const readCents = (text = ''): Cents | undefined => (/^-?\d{1,13}$/.test(text) ? cents(Number(text)) : undefined)

function readDoubt(text: string): ArithmeticProblem | undefined {
  const [term = '', foundText, expectedText, of = ''] = text.split('|')
  const [found, expected] = [readCents(foundText), readCents(expectedText)]
  return /^BT-\d{1,3}$/.test(term) && found !== undefined && expected !== undefined
    ? { code: 'wrong-amount', term, found, expected, ...(of === '' ? {} : { of }) }
    : undefined
}
