import { type Day, dayOf, parseDay } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import type { Assumption, RowProblem } from '../problem.ts'
import type { Kind, Mutable, StatementLine } from '../statement.ts'

/**
 * TRNTYPE, as far as it says how the money moved: French banks put `DIRECTDEP` on standing orders going out and `CHECK` on card
 * payments, so that the label comes first. OFC numbers its types. OFX 2.2, 11.4.4.3; OFC 1.0, 4.2.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  INT: 'interest',
  DIV: 'interest',
  FEE: 'fee',
  SRVCHG: 'fee',
  ATM: 'cash-withdrawal',
  CASH: 'cash-withdrawal',
  POS: 'card',
  XFER: 'transfer-in',
  CHECK: 'cheque',
  PAYMENT: 'direct-debit',
  DIRECTDEBIT: 'direct-debit',
  '2': 'interest',
  '3': 'interest',
  '4': 'fee',
  '6': 'cash-withdrawal',
  '7': 'card',
  '8': 'transfer-in',
  '9': 'cheque',
}

/** What the rows of a file add up to. */
export interface OfxRows {
  readonly lines: StatementLine[]
  readonly problems: RowProblem[]
  readonly assumed: Assumption[]
}

/** One `STMTTRN` by its tags; a row that is left out is named. */
export function readOfxRow(
  row: Readonly<Record<string, string>>,
  line: number,
  of: { readonly currency: string; readonly account: string | undefined; readonly isCard: boolean },
  into: OfxRows,
): void {
  const rawLabel = labelOf(row['NAME'] ?? row['PAYEE'] ?? '', row['MEMO'] ?? '', row['CHECKNUM'] ?? row['CHKNUM'] ?? '')
  const amountText = row['TRNAMT'] ?? ''
  const amount = readCents(amountText, 'either')
  if (Number.isNaN(amount)) {
    if (Object.keys(row).length === 0) return
    into.problems.push(
      amountText === ''
        ? { code: 'missing-amount', line, label: rawLabel }
        : { code: 'unreadable-amount', line, text: amountText, label: rawLabel },
    )
    return
  }
  const posted = row['DTPOSTED'] ?? ''
  const user = readOfxDay(row['DTUSER'] ?? row['DTTRAN'] ?? '')
  const date = readOfxDay(posted) ?? (posted === '' ? user : undefined)
  if (date === undefined) {
    into.problems.push(
      posted === ''
        ? { code: 'missing-date', line, label: rawLabel, amountCents: cents(amount) }
        : { code: 'unreadable-date', line, text: posted, label: rawLabel },
    )
    return
  }
  if (posted === '' && row['PENDING'] === undefined) into.assumed.push({ code: 'operation-date', line, date })
  const symbol = row['CURRENCY'] !== undefined && row['ORIGCURRENCY'] === undefined ? row['CURSYM'] : undefined
  const currency = symbol !== undefined && /^[A-Z]{3}$/.test(symbol) ? symbol : of.currency
  const read: Mutable<StatementLine> = {
    line,
    date,
    amountCents: cents(amount),
    currency,
    rawLabel,
    pending: row['PENDING'] !== undefined,
  }
  const value = readOfxDay(row['DTAVAIL'] ?? row['VALUEDATE'] ?? '')
  if (value !== undefined) read.valueDate = value
  if (user !== undefined) read.operationDate = user
  const bankId = row['FITID'] ?? ''
  if (bankId !== '' && bankId !== '0') read.bankId = bankId
  const kind = KINDS[(row['TRNTYPE'] ?? '').toUpperCase()] ?? (of.isCard ? 'card' : undefined)
  if (kind !== undefined) read.statedKind = kind
  if (of.account !== undefined) read.account = of.account
  into.lines.push(read)
}

/** NAME and MEMO as two fields, unless the one is the beginning or a copy of the other. A cheque has its number. */
function labelOf(name: string, memo: string, number: string): string {
  const flat = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()
  const fields =
    memo === '' || flat(name).includes(flat(memo)) || /^\.?$/.test(memo)
      ? name
      : name === '' || flat(memo).startsWith(flat(name))
        ? memo
        : `${name} | ${memo}`
  if (number === '' || /^0*$/.test(number) || !/^\W*(?:CHQ|CHEQUE|CHÈQUE)\W*$/i.test(fields))
    return fields === '' && number !== '' ? number : fields
  return `${fields} ${number}`
}

/** `20260131`, `20260131120000.000[+1:CET]`, and the `2026-01-31` or `31/01/2026` that some banks write instead. */
export function readOfxDay(text: string): Day | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|\d{2}|[\s[.:T])/.exec(text)
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const french = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text)
  return french ? dayOf(Number(french[3]), Number(french[2]), Number(french[1])) : parseDay(text.slice(0, 10))
}
