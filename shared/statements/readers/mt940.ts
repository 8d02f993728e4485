import { type Day, dayOf, daysBetween } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { isPlaceholder } from '../label/tags.ts'
import type { Assumption, RowProblem, StatementProblem } from '../problem.ts'
import { proveTotal } from '../proof.ts'
import type { Account, Mutable, Reading, StatementLine } from '../statement.ts'
import { toldBy } from './mt940-details.ts'
import type { Reader } from './reader.ts'
import { settleReversals } from './reversal.ts'

/** SWIFT MT940 (and the interim MT942): fields `:61:` and `:86:` between balances `:60F:` and `:62F:`. */
export const mt940: Reader = {
  recognises: (text) =>
    /(?:^|\n|\{4:\r?\n?)\s?:20:[^\n]*\r?\n(?:[^\n]*\r?\n){0,12}?:(?:25|28C?|60[FM]|61)[A-Z]?:/.test(
      text.slice(0, 4_000),
    ),
  read: (text) => readMt940(text),
}

interface Field {
  readonly tag: string
  readonly line: number
  value: string
}
interface Movement {
  readonly entry: Field
  details: string
}
interface OpenStatement {
  account: string | undefined
  currency: string
  opening: Cents | undefined
  from: number
  isOpen: boolean
}

/**
 * `:61:` value date, booking day, mark (`RC` takes a credit back), funds code, amount, type, reference `//` the bank's own.
 * SWIFT User Handbook, MT940 field 61. Some amounts lack the comma, which the standard requires.
 */
const ENTRY = /^(\d{6})(\d{4})?(E?R?[CD])([A-Z])?\s*(\d[\d.]*,?\d*)\s*(?:([NSF][A-Z\d]{3})([^\n]*))?([\s\S]*)$/

function readMt940(text: string): Result<Reading, StatementProblem> {
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  const assumed: Assumption[] = []
  const accounts = new Map<string, Mutable<Account>>()
  const reversals = new Set<StatementLine>()
  const at: OpenStatement = { account: undefined, currency: 'EUR', opening: undefined, from: 0, isOpen: false }
  let movement: Movement | undefined
  let lastLine = 1
  const account = (): Mutable<Account> | undefined => {
    if (at.account === undefined) return undefined
    const known = accounts.get(at.account) ?? { id: at.account, currency: at.currency }
    accounts.set(at.account, known)
    return known
  }
  const close = (): void => {
    if (movement !== undefined) readMovement(movement, at, lines, problems, reversals)
    movement = undefined
  }
  for (const field of fieldsOf(text)) {
    lastLine = field.line
    switch (field.tag) {
      case '20':
        close()
        break
      case '25':
      case '25P':
        close()
        at.account = field.value.trim().replace(/^"|"$/g, '') || undefined
        break
      case '60F':
      case '60M': {
        close()
        const balance = balanceOf(field.value)
        at.currency = balance?.currency ?? at.currency
        at.opening = balance?.cents
        at.from = lines.length
        at.isOpen = true
        const own = account()
        if (own !== undefined) own.currency = at.currency
        if (own !== undefined && own.openingCents === undefined && balance !== undefined)
          own.openingCents = balance.cents
        break
      }
      case '61':
        close()
        movement = { entry: field, details: '' }
        break
      case '86':
        if (movement !== undefined) movement.details = field.value
        break
      case '62F':
      case '62M': {
        close()
        const balance = balanceOf(field.value)
        const own = account()
        if (own !== undefined && balance !== undefined) {
          own.closingCents = balance.cents
          if (balance.day !== undefined) own.closingDate = balance.day
        }
        const count = settleReversals(lines, at.from, reversals, at.opening, balance?.cents)
        if (count > 0) assumed.push({ code: 'reversed-reversals', count })
        const proof = proveTotal(at.opening, balance?.cents, lines.slice(at.from), field.line)
        if (proof !== undefined) problems.push(proof)
        at.isOpen = false
        break
      }
    }
  }
  close()
  if (at.isOpen) return fail({ code: 'truncated-file', format: 'mt940', line: lastLine })
  if (lines.length === 0 && problems[0] !== undefined && problems[0].code !== 'balance-mismatch')
    return fail({ code: 'no-readable-row', format: 'mt940', rows: problems.length, first: problems[0] })
  return ok({ format: 'mt940', dialect: 'MT940', accounts: [...accounts.values()], lines, problems, assumed })
}

/** A field begins a line with `:61:`; what follows without a tag continues it. `-` ends a message, `{…}` wraps it. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = []
  text.split(/\r\n?|\n/).forEach((raw, at) => {
    const line = raw.replace(/^\{.*\{4:/, '').trimEnd()
    const tag = /^\s?:(\d{2}[A-Z]?|NS):/.exec(line)
    if (tag) fields.push({ tag: tag[1] ?? '', line: at + 1, value: line.slice(tag[0].length) })
    else if (/^-\}?|^\{|^$/.test(line) && line.length < 3) return
    else {
      const last = fields[fields.length - 1]
      if (last !== undefined && !line.startsWith('{')) last.value += `\n${line}`
    }
  })
  return fields
}

function readMovement(
  { entry, details }: Movement,
  of: OpenStatement,
  lines: StatementLine[],
  problems: RowProblem[],
  reversals: Set<StatementLine>,
): void {
  const match = ENTRY.exec(entry.value)
  if (!match) {
    problems.push({ code: 'unreadable-record', line: entry.line, text: entry.value.slice(0, 80) })
    return
  }
  const [, valueText = '', bookedText, mark = '', , amountText = '', type = '', references = '', supplement = ''] =
    match
  const amount = readCents(amountText.replace(/,$/, ''), 'either')
  const told = toldBy(details, supplement)
  if (Number.isNaN(amount)) {
    problems.push({ code: 'unreadable-amount', line: entry.line, text: amountText, label: told.label })
    return
  }
  const value = dayOf(fullYear(valueText.slice(0, 2)), Number(valueText.slice(2, 4)), Number(valueText.slice(4, 6)))
  const date =
    bookedText === undefined ? value : (bookingDay(bookedText, value, fullYear(valueText.slice(0, 2))) ?? value)
  if (date === undefined) {
    problems.push({ code: 'unreadable-date', line: entry.line, text: valueText, label: told.label })
    return
  }
  // C and RD bring money in, D and RC take it out. An E announces what is expected: not booked yet.
  const isIn = mark.endsWith('C') !== mark.includes('R')
  const read: Mutable<StatementLine> = {
    line: entry.line,
    date,
    amountCents: cents(isIn ? amount : -amount),
    currency: of.currency,
    rawLabel: told.label,
    pending: mark.startsWith('E'),
  }
  if (value !== undefined) read.valueDate = value
  if (of.account !== undefined) read.account = of.account
  const [reference = '', bankId = ''] = references.split('//')
  if (!isPlaceholder(reference.trim()) && !/^(?:KREF|EREF)\+?$/.test(reference.trim()))
    read.reference = reference.trim()
  if (bankId.trim() !== '') read.bankId = bankId.trim()
  if (told.counterparty !== undefined) read.counterparty = told.counterparty
  if (told.iban !== undefined) read.counterpartyIban = told.iban
  if (told.endToEndId !== undefined) read.endToEndId = told.endToEndId
  if (told.label === '') read.rawLabel = (supplement.trim() || `${type} ${reference}`).trim()
  if (/^.(?:CHK|CHQ)/.test(type)) read.statedKind = 'cheque'
  else if (/^.(?:CHG|COM)/.test(type)) read.statedKind = 'fee'
  else if (/^.(?:DDT)/.test(type)) read.statedKind = 'direct-debit'
  else if (/^.TRF/.test(type)) read.statedKind = 'transfer-in'
  lines.push(read)
  if (mark.includes('R')) reversals.add(read)
}

function balanceOf(text: string): { currency: string; cents: Cents; day: Day | undefined } | undefined {
  const match = /^([CD])(\d{6})([A-Z]{3})\s*([\d.]+,?\d*)/.exec(text.trim())
  const amount = readCents((match?.[4] ?? '').replace(/,$/, ''), 'either')
  if (!match || Number.isNaN(amount)) return undefined
  const day = match[2] ?? ''
  return {
    currency: match[3] ?? 'EUR',
    cents: cents(match[1] === 'D' ? -amount : amount),
    day: dayOf(fullYear(day.slice(0, 2)), Number(day.slice(2, 4)), Number(day.slice(4, 6))),
  }
}

/** The booking day has no year: it is the one nearest to the value date. */
function bookingDay(text: string, value: Day | undefined, year: number): Day | undefined {
  const candidates = [year, year + 1, year - 1]
    .map((candidate) =>
      dayOf(value === undefined ? year : candidate, Number(text.slice(0, 2)), Number(text.slice(2, 4))),
    )
    .filter((day) => day !== undefined)
  if (value === undefined) return candidates[0]
  return candidates.sort((a, b) => Math.abs(daysBetween(value, a)) - Math.abs(daysBetween(value, b)))[0]
}

const fullYear = (text: string): number => (Number(text) < 70 ? 2000 : 1900) + Number(text)
