import type { Day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { currencyIn, type DecimalMark, readCents } from '../amount.ts'
import { cleanLabel } from '../label/clean.ts'
import { kindOfWords } from '../label/kind.ts'
import { isPlaceholder } from '../label/tags.ts'
import type { RowProblem } from '../problem.ts'
import type { Kind, Mutable, StatementLine } from '../statement.ts'
import { type Columns, columnsOf } from './columns.ts'
import { hasPlus, isDash, signOf } from './profile.ts'

export interface RowContext {
  readonly columns: Columns
  readonly days: (text: string) => Day | undefined
  readonly mark: DecimalMark
  readonly kinds: (words: string) => Kind | undefined
  readonly account: string | undefined
  readonly currency: string
}
/** A row that was not read, with the reason. */
export interface Refused {
  readonly problem: RowProblem
}

const PENDING =
  /pending|en attente|en cours|transit|a venir|à venir|autoris|authori[sz]|pr[ée]visionnel|processing|in progress|uncleared|upcoming|scheduled|programm|planifi|\bhold|bloqu|blocked|vorgemerkt|in attesa/i
const NOT_EXECUTED =
  /revert|declin|fail|refus|annul|cancel|rejet|reject|expir|[ée]chou|abandon|supprim|delet|void|abgelehnt|rifiutat/i

/** Reads one row of the list; undefined: it has no date and no amount, so that it is no movement at all. */
export function readRow(
  row: readonly string[],
  line: number,
  context: RowContext,
): StatementLine | Refused | undefined {
  const { columns, days } = context
  const amount = amountOf(row, columns, context.mark)
  const dateText = row[columns.date] ?? ''
  const date = days(dateText) ?? (isBlank(dateText) ? otherDay(row, context) : undefined)
  if (date === undefined && typeof amount !== 'number') return undefined
  const rawLabel = labelOf(row, columns, typeof amount === 'number' ? amount : 0)
  const status = columns.status === undefined ? '' : (row[columns.status] ?? '').trim()
  if (status !== '' && NOT_EXECUTED.test(status))
    return { problem: { code: 'not-executed', line, status, label: rawLabel } }
  const sign = columns.amount.shape === 'split' ? '' : (row[columns.amount.sign ?? -1] ?? '')
  if (sign !== '' && signOf(sign) === 0)
    return { problem: { code: 'not-executed', line, status: sign, label: rawLabel } }
  if (date === undefined) return undated(row, line, dateText.trim(), rawLabel, amount)
  if (typeof amount !== 'number') {
    const problem: RowProblem =
      amount.text === ''
        ? { code: 'missing-amount', line, label: rawLabel }
        : { code: 'unreadable-amount', line, text: amount.text, label: rawLabel }
    return { problem }
  }
  const amountCents = cents(amount)
  const currency = currencyOf(row, amount, context)
  const pending = status !== '' && PENDING.test(status)
  const booked = columns.booked === undefined ? undefined : days(row[columns.booked] ?? '')
  const valueDate = columns.valueDate === undefined ? booked : valueDay(row[columns.valueDate], dateText, date, days)
  // Written out whole: a property added later costs fifty thousand rows an allocation each.
  const read: Mutable<StatementLine> =
    valueDate === undefined
      ? { line, date, amountCents, currency, rawLabel, pending }
      : { line, date, amountCents, currency, rawLabel, pending, valueDate }
  const account =
    columns.account === undefined ? context.account : (row[columns.account] ?? '').trim() || context.account
  if (account !== undefined) read.account = account
  if (booked !== undefined && booked !== date) read.bookedOn = booked
  const operation = columns.operationDate === undefined ? undefined : days(row[columns.operationDate] ?? '')
  if (operation !== undefined) read.operationDate = operation
  else if (columns.booked !== undefined) read.operationDate = date
  setFacts(read, row, context)
  return read
}

/** Mostly printed as the date is, which then need not be looked up again. */
function valueDay(text: string | undefined, dateText: string, date: Day, days: RowContext['days']): Day | undefined {
  return text === undefined ? undefined : text === dateText ? date : days(text)
}

export const isRefused = (read: StatementLine | Refused): read is Refused => 'problem' in read
const isBlank = (text: string): boolean => text === '' || text.trim() === ''

/** Pending rows may lack the day that all others have. */
function otherDay(row: readonly string[], { columns, days }: RowContext): Day | undefined {
  for (const column of [columns.booked, columns.operationDate, columns.valueDate]) {
    const day = column === undefined ? undefined : days(row[column] ?? '')
    if (day !== undefined) return day
  }
  return undefined
}

function undated(
  row: readonly string[],
  line: number,
  dateText: string,
  rawLabel: string,
  amount: number | { readonly text: string },
): Refused {
  const label = rawLabel === '' ? row.filter((cell) => !isBlank(cell)).join(' ') : rawLabel
  if (dateText !== '') return { problem: { code: 'unreadable-date', line, text: dateText, label } }
  return {
    problem: { code: 'missing-date', line, label, ...(typeof amount === 'number' && { amountCents: cents(amount) }) },
  }
}

function setFacts(read: Mutable<StatementLine>, row: readonly string[], context: RowContext): void {
  const { columns } = context
  const counterparty = partyCell(row, columns, read.amountCents)
  if (counterparty !== '') read.counterparty = cleanLabel(counterparty)
  const iban = told(row, columns.iban ?? columns.parties[0])
  if (iban !== undefined && IBAN.test(iban)) read.counterpartyIban = iban.replace(/\s/g, '')
  const reference = told(row, columns.reference)
  if (reference !== undefined) read.reference = reference
  const endToEndId = told(row, columns.endToEndId)
  if (endToEndId !== undefined) read.endToEndId = endToEndId
  const bankId = told(row, columns.bankId)
  if (bankId !== undefined) read.bankId = bankId
  const kind = columns.kind === undefined ? undefined : context.kinds(row[columns.kind] ?? '')
  if (kind !== undefined)
    read.statedKind = kind === 'card' && columns.isNet && read.amountCents > 0 ? 'card-takings' : kind
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z\d ]{10,36}$/

/** The cell, unless it only holds the place of something (`-`, `NOTPROVIDED`). */
function told(row: readonly string[], column: number | undefined): string | undefined {
  if (column === undefined) return undefined
  const text = (row[column] ?? '').trim()
  return isPlaceholder(text) ? undefined : text
}

/** A column of kinds repeats a few words thousands of times. */
export function kindReader(): (words: string) => Kind | undefined {
  const known = new Map<string, Kind | undefined>()
  return (words) => {
    if (!known.has(words)) known.set(words, kindOfWords(words))
    return known.get(words)
  }
}

function currencyOf(row: readonly string[], amount: number, { columns, currency }: RowContext): string {
  if (columns.currencyOfHeading !== undefined) return columns.currencyOfHeading
  const side = amount < 0 ? columns.currencyOut : columns.currencyIn
  const column = side ?? columns.currency
  if (column === undefined) return currencyIn(row[amountColumn(amount, columns.amount)] ?? '') ?? currency
  const cell = (row[column] ?? '').trim().toUpperCase()
  return /^[A-Z]{3}$/.test(cell) ? cell : currency
}

const amountColumn = (cents: number, amount: Columns['amount']): number =>
  columnsOf(amount)[amount.shape !== 'signed' && cents >= 0 ? 1 : 0] ?? -1

/** The other side: by a column for both directions, else the payer of what came in and the payee of what went out. */
function partyCell(row: readonly string[], columns: Columns, amount: number): string {
  for (const column of columns.parties) {
    const text = (row[column] ?? '').trim()
    if (text !== '' && !isPlaceholder(text) && !IBAN.test(text)) return text
  }
  const directed = amount > 0 ? columns.payer : columns.payee
  return directed === undefined ? '' : (row[directed] ?? '').trim()
}

/** The texts of the row; a text that is a cut copy of another, or says nothing, is left out. */
function labelOf(row: readonly string[], columns: Columns, amount: number): string {
  const [only] = columns.labels
  if (
    columns.labels.length === 1 &&
    only !== undefined &&
    columns.parties.length === 0 &&
    columns.payer === undefined &&
    columns.payee === undefined
  ) {
    const text = row[only] ?? ''
    if (text.trim() !== '') return text
  }
  const texts: string[] = []
  for (const text of [partyCell(row, columns, amount), ...columns.labels.map((column) => (row[column] ?? '').trim())]) {
    if (text === '' || /^[-.]+$/.test(text)) continue
    const folded = fold(text)
    if (texts.some((other) => fold(other).includes(folded))) continue
    const copy = texts.findIndex((other) => folded.includes(fold(other)))
    if (copy >= 0) texts.splice(copy, 1)
    texts.push(text)
  }
  if (texts.length > 0) return texts.join(' | ')
  return (
    (columns.kind === undefined ? '' : (row[columns.kind] ?? '').trim()) ||
    (columns.reference === undefined ? '' : (row[columns.reference] ?? '').trim())
  )
}
const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')

/** Signed cents, or the text that is no amount (empty: there is none). */
function amountOf(row: readonly string[], columns: Columns, mark: DecimalMark): number | { readonly text: string } {
  const { amount } = columns
  if (amount.shape === 'signed') {
    const text = row[amount.amount] ?? ''
    const read = readCents(text, mark)
    if (Number.isNaN(read)) return { text: text.trim() }
    if (amount.isPlus) return hasPlus(text) ? read : 0 - read
    return amount.sign !== undefined && signOf(row[amount.sign] ?? '') === -1 ? -Math.abs(read) : read
  }
  if (amount.shape === 'sides') {
    const sign = signOf(row[amount.sign] ?? '')
    const text = row[sign === -1 ? amount.out : amount.in] ?? ''
    const read = readCents(text, mark)
    if (Number.isNaN(read) || !sign) return { text: text.trim() }
    return sign * Math.abs(read)
  }
  const debitText = row[amount.debit] ?? ''
  const creditText = row[amount.credit] ?? ''
  const debit = debitText === '' ? Number.NaN : readCents(debitText, mark)
  const credit = creditText === '' ? Number.NaN : readCents(creditText, mark)
  if (isNoAmount(debitText, debit)) return { text: debitText.trim() }
  if (isNoAmount(creditText, credit)) return { text: creditText.trim() }
  if (Number.isNaN(debit) && Number.isNaN(credit)) return { text: '' }
  if ((debit || 0) !== 0 && (credit || 0) !== 0) return { text: `${debitText.trim()} / ${creditText.trim()}` }
  return (debit || 0) === 0 ? credit || 0 : amount.isMinus ? debit : 0 - debit
}

const isNoAmount = (text: string, read: number): boolean => Number.isNaN(read) && !isBlank(text) && !isDash(text.trim())
