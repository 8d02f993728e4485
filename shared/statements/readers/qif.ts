import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { readDay } from '../date.ts'
import type { Assumption, RowProblem, StatementProblem } from '../problem.ts'
import type { Account, Mutable, Reading, StatementLine } from '../statement.ts'
import { findDateOrder } from '../table/order.ts'
import type { ReadContext, Reader } from './reader.ts'

/** QIF: one letter and a value a line, `^` after each record. https://en.wikipedia.org/wiki/Quicken_Interchange_Format */
export const qif: Reader = {
  recognises: (text) => {
    const lines = text
      .slice(0, 4_000)
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (/^!(?:type|account|option|clear)\b/i.test(lines[0] ?? '')) return true
    // BNP writes no header at all.
    return (
      lines.length > 2 &&
      lines.slice(0, 30).every((line) => /^[DTUMPNCLASE$%^!BIQYOVXZ]/i.test(line)) &&
      lines.some((line) => DATE_LINE.test(line)) &&
      lines.some((line) => AMOUNT_LINE.test(line)) &&
      lines.includes('^')
    )
  },
  read: readQif,
}

const DATE_LINE = /^D\s*\d{1,4}[/.' -]/
const AMOUNT_LINE = /^[TU]\s*[-+]?[\d.,]/
/** Sections that hold movements of money on an account; categories, securities and memorised payees hold none. */
const MOVEMENTS = /^!type:\s*(?:bank|cash|ccard|oth a|oth l|banque|esp)/i

interface Record {
  readonly line: number
  /** The account whose section it stands in. */
  readonly account: string | undefined
  readonly fields: Readonly<{ [letter: string]: string }>
}

function readQif(text: string, context: ReadContext): Result<Reading, StatementProblem> {
  const { records, isOpen, sections } = parseRecords(text)
  if (isOpen) return fail({ code: 'truncated-file', format: 'qif', line: records[records.length - 1]?.line ?? 1 })
  if (records.length === 0 && sections === 0) return fail({ code: 'damaged-file', format: 'qif' })
  const dates = records.map(({ fields }) => spread(fields['D'] ?? ''))
  const labels = records.map(
    ({ fields }) => [spread(fields['D'] ?? ''), `${fields['P'] ?? ''} ${fields['M'] ?? ''}`] as const,
  )
  const order = findDateOrder({ dates, labels, today: context.today, isEuropean: false, asked: context.dateOrder })
  if (order === undefined)
    return fail({ code: 'date-order-unknown', format: 'qif', example: records[0]?.fields['D'] ?? '' })

  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  for (const { account, line, fields } of records) {
    const rawLabel = labelOf(fields['P'] ?? '', fields['M'] ?? '', fields['N'] ?? '')
    const amountText = fields['T'] ?? fields['U'] ?? ''
    const amount = readCents(amountText)
    const dateText = spread(fields['D'] ?? '')
    const date = readDay(dateText, order.order)
    if (Number.isNaN(amount))
      problems.push(
        amountText === ''
          ? { code: 'missing-amount', line, label: rawLabel }
          : { code: 'unreadable-amount', line, text: amountText, label: rawLabel },
      )
    else if (date === undefined)
      problems.push(
        dateText === ''
          ? { code: 'missing-date', line, label: rawLabel, amountCents: cents(amount) }
          : { code: 'unreadable-date', line, text: dateText, label: rawLabel },
      )
    else {
      const read: Mutable<StatementLine> = {
        line,
        date,
        amountCents: cents(amount),
        currency: 'EUR',
        rawLabel,
        pending: false,
      }
      if (account !== undefined) read.account = account
      lines.push(read)
    }
  }
  if (lines.length === 0 && problems[0] !== undefined)
    return fail({ code: 'no-readable-row', format: 'qif', rows: problems.length, first: problems[0] })
  const assumed: Assumption[] =
    order.from === undefined ? [] : [{ code: 'date-order', order: order.order, from: order.from }]
  if (lines.length > 0) assumed.push({ code: 'currency', currency: 'EUR' })
  const names = new Set(records.flatMap(({ account }) => account ?? []))
  const told = [...names].map((id): Account => ({ id, currency: 'EUR' }))
  return ok({ format: 'qif', dialect: `QIF, ${order.order}`, accounts: told, lines, problems, assumed })
}

function parseRecords(text: string): { records: Record[]; isOpen: boolean; sections: number } {
  const records: Record[] = []
  /** Named last, one alone or in a list of all: the list begins with the one whose movements follow. */
  let account: string | undefined
  let section: 'movements' | 'account' | 'other' = 'movements'
  let sections = 0
  let fields: { [letter: string]: string } = {}
  let from = 0
  const source = text.split(/\r\n?|\n/)
  const close = (): void => {
    if (section === 'account') account ??= fields['N']
    if (
      section === 'movements' &&
      (fields['D'] !== undefined || fields['T'] !== undefined || fields['U'] !== undefined)
    )
      records.push({ line: from, account, fields })
    fields = {}
  }
  source.forEach((raw, at) => {
    const line = raw.trim()
    if (line === '') return
    if (line.startsWith('!')) {
      close()
      section = /^!account/i.test(line)
        ? 'account'
        : MOVEMENTS.test(line)
          ? 'movements'
          : /^!(?:option|clear)/i.test(line)
            ? section
            : 'other'
      if (section === 'movements') sections += 1
      if (section === 'account') account = undefined
      return
    }
    if (line.startsWith('^')) {
      close()
      return
    }
    if (Object.keys(fields).length === 0) from = at + 1
    const letter = line.charAt(0).toUpperCase()
    // S, E, $ are the splits of the record; the address takes several lines.
    const value = line.slice(1).trim()
    if (fields[letter] === undefined) fields[letter] = value
    else if (letter === 'M' && value !== '') fields[letter] += ` ${value}`
  })
  // Some programs leave out the last `^`; without a line end either, the record was cut.
  const isOpen =
    Object.keys(fields).length > 0 && (!/[\r\n]$/.test(text) || fields['D'] === undefined || fields['T'] === undefined)
  if (!isOpen) close()
  return { records, isOpen, sections }
}

/** `04/08'2008`, `4/ 8' 8`: Quicken pads with blanks and puts an apostrophe before years from 2000. */
function spread(text: string): string {
  const quicken = /^(\d{1,2})[/.-]\s?(\d{1,2})[/.'-]\s?(\d{1,4})$/.exec(text.trim())
  if (!quicken) return text
  const year = (quicken[3] ?? '').length === 1 ? `200${quicken[3]}` : (quicken[3] ?? '')
  return `${quicken[1]}/${quicken[2]}/${year}`
}

function labelOf(payee: string, memo: string, number: string): string {
  const flat = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
  const fields =
    memo === '' || flat(payee).includes(flat(memo))
      ? payee
      : payee === '' || flat(memo).startsWith(flat(payee))
        ? memo
        : `${payee} | ${memo}`
  return /^\d+$/.test(number) && /^\W*(?:CHQ|CHEQUE|CHÈQUE)\W*$/i.test(fields) ? `${fields} ${number}` : fields
}
