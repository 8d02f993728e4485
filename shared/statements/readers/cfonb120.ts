import { type Day, dayOf } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents } from '@tabellion/shared/money'
import { isPlaceholder } from '../label/tags.ts'
import type { Assumption, RowProblem, StatementProblem } from '../problem.ts'
import { proveTotal } from '../proof.ts'
import type { Account, Mutable, Reading, StatementLine } from '../statement.ts'
import type { Reader } from './reader.ts'

/**
 * CFONB 120, the statement French banks send to businesses: records of 120 characters; 01 old balance, 04 movement, 05 more about
 * it, 07 new balance. CFONB, « Relevé de compte sur support informatique », https://www.cfonb.org
 */
export const cfonb120: Reader = {
  recognises: (text) => {
    const lines = text
      .slice(0, 4_000)
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== '')
    const first = lines[0]
    if (first === undefined || !/^0[147]\d{5}/.test(first)) return false
    return RECORD.test(first) || (lines.length === 1 && first.length > 120 && RECORD.test(first.slice(0, 120)))
  },
  read: (text) => readCfonb(text),
}

const RECORD = /^0[1457]\d{5}.{4}[\d ]{5}(?:[A-Z]{3}| {3})[\d ].[A-Z\d ]{11}/
/** The last digit of an amount carries its sign: `{` and A to I are +0 to +9, `}` and J to R −0 to −9 (é and è in national ASCII). */
const SIGNED_DIGITS = new Map<string, readonly [digit: number, sign: 1 | -1]>([
  ...[...'{ABCDEFGHI'].map((letter, digit) => [letter, [digit, 1]] as const),
  ...[...'}JKLMNOPQR'].map((letter, digit) => [letter, [digit, -1]] as const),
  ...[...'0123456789'].map((letter, digit) => [letter, [digit, 1]] as const),
  ['é', [0, 1]],
  ['è', [0, -1]],
])

interface Movement {
  readonly line: number
  readonly record: string
  readonly details: Map<string, string>
}

function readCfonb(text: string): Result<Reading, StatementProblem> {
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  const assumed: Assumption[] = []
  const accounts = new Map<string, Mutable<Account>>()
  let movement: Movement | undefined
  let opening: Cents | undefined
  let isOpen = false
  let sinceOpening = 0
  let lastLine = 0
  const close = (): void => {
    if (movement !== undefined) readMovement(movement, lines, problems)
    movement = undefined
  }
  for (const [at, record] of recordsOf(text).entries()) {
    if (record.trim() === '') continue
    const line = at + 1
    lastLine = line
    const code = record.slice(0, 2)
    if (!RECORD.test(record.padEnd(34))) {
      problems.push({ code: 'unreadable-record', line, text: record.slice(0, 80) })
      continue
    }
    if (code === '05') {
      if (movement !== undefined) addDetail(movement.details, record)
      continue
    }
    close()
    if (code === '04') {
      movement = { line, record, details: new Map() }
      continue
    }
    const id = record.slice(21, 32).trim()
    const account = accounts.get(id) ?? { id, currency: record.slice(16, 19).trim() || 'EUR' }
    accounts.set(id, account)
    const balance = amountOf(record)
    if (balance === undefined)
      problems.push({ code: 'unreadable-amount', line, text: record.slice(90, 104).trim(), label: code })
    if (code === '01') {
      opening = balance
      if (account.openingCents === undefined && balance !== undefined) account.openingCents = balance
      isOpen = true
      sinceOpening = lines.length
    } else {
      if (balance !== undefined) account.closingCents = balance
      const day = dayAt(record, 34)
      if (day !== undefined) account.closingDate = day
      const proof = proveTotal(isOpen ? opening : undefined, balance, lines.slice(sinceOpening), line)
      if (proof !== undefined) problems.push(proof)
      isOpen = false
      opening = undefined
    }
  }
  close()
  if (isOpen) return fail({ code: 'truncated-file', format: 'cfonb120', line: lastLine })
  if (lines.length === 0 && accounts.size === 0) {
    const first = problems[0]
    return first === undefined
      ? fail({ code: 'damaged-file', format: 'cfonb120' })
      : fail({ code: 'no-readable-row', format: 'cfonb120', rows: problems.length, first })
  }
  return ok({ format: 'cfonb120', dialect: 'CFONB 120', accounts: [...accounts.values()], lines, problems, assumed })
}

/** Some systems write the records without line ends. */
function recordsOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n/)
  return lines.flatMap((line) =>
    line.length > 200 && line.length % 120 < 2 && RECORD.test(line.slice(120))
      ? (line.match(/.{1,120}/g) ?? [])
      : [line],
  )
}

function readMovement({ line, record, details }: Movement, lines: StatementLine[], problems: RowProblem[]): void {
  const title = record.slice(48, 79).trimEnd()
  const rawLabel = [title, ...['LCC', 'LC2', 'LCS', 'LIB'].flatMap((key) => details.get(key) ?? [])]
    .filter((part) => part.trim() !== '')
    .join(' | ')
  const amount = amountOf(record)
  if (amount === undefined) {
    problems.push({ code: 'unreadable-amount', line, text: record.slice(90, 104).trim(), label: rawLabel })
    return
  }
  const date = dayAt(record, 34)
  if (date === undefined) {
    problems.push({ code: 'unreadable-date', line, text: record.slice(34, 40), label: rawLabel })
    return
  }
  const read: Mutable<StatementLine> = {
    line,
    date,
    amountCents: amount,
    currency: record.slice(16, 19).trim() || 'EUR',
    rawLabel,
    pending: false,
    account: record.slice(21, 32).trim(),
  }
  const value = dayAt(record, 42)
  if (value !== undefined) read.valueDate = value
  const counterparty =
    amount < 0 ? (details.get('NBE') ?? details.get('NPY')) : (details.get('NPY') ?? details.get('NBE'))
  if (counterparty !== undefined) read.counterparty = counterparty
  // RCN: 35 characters of the order giver's reference (EndToEndId), then the purpose.
  const endToEndId = details.get('RCN')?.slice(0, 35).trim()
  if (endToEndId !== undefined && !isPlaceholder(endToEndId)) read.endToEndId = endToEndId
  const reference = details.get('REF')?.trim() ?? record.slice(104, 120).trim()
  if (!isPlaceholder(reference)) read.reference = reference
  const iban = /[A-Z]{2}\d{2}[A-Z\d]{11,30}/.exec(details.get(amount < 0 ? 'CBE' : 'CPY') ?? '')?.[0]
  if (iban !== undefined) read.counterpartyIban = iban
  lines.push(read)
}

function addDetail(details: Map<string, string>, record: string): void {
  const key = record.slice(45, 48)
  const value = record.slice(48, 118).trimEnd()
  if (value.trim() === '') return
  const before = details.get(key)
  details.set(key, before === undefined ? value : `${before} ${value.trim()}`)
}

/** Amounts stand at 91-104; records that were re-typed or trimmed may have them a little elsewhere. */
function amountOf(record: string): Cents | undefined {
  const placed = record.slice(90, 104)
  const text = /^\d{13}[\dA-R{}éè]$/.test(placed) ? placed : /(?:^|\D)(\d{13}[A-R{}éè])/.exec(record.slice(76))?.[1]
  if (text === undefined) return undefined
  const last = SIGNED_DIGITS.get(text.charAt(13))
  const decimals = Number(record.charAt(19).trim() || '2')
  if (last === undefined) return undefined
  const units = (Number(text.slice(0, 13)) * 10 + last[0]) * last[1]
  const scaled = units * 10 ** (2 - decimals)
  return Number.isSafeInteger(scaled) ? cents(scaled) : undefined
}

function dayAt(record: string, at: number): Day | undefined {
  const text = record.slice(at, at + 6)
  if (!/^\d{6}$/.test(text)) return undefined
  const year = Number(text.slice(4, 6))
  return dayOf(year < 70 ? 2000 + year : 1900 + year, Number(text.slice(2, 4)), Number(text.slice(0, 2)))
}
