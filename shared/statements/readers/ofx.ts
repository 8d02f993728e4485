import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import type { Assumption, RowProblem, StatementProblem } from '../problem.ts'
import type { Account, Format, Mutable, Reading, StatementLine } from '../statement.ts'
import { readOfxDay, readOfxRow } from './ofx-row.ts'
import { forEachTag } from './ofx-tags.ts'
import type { Reader } from './reader.ts'

/** OFX 1 (SGML), OFX 2 (XML) and OFC, its ancestor in Money: the same tags, closed or not. https://financialdataexchange.org/ofx */
export const ofx: Reader = {
  recognises: (text) => {
    const head = text.slice(0, 4_000)
    return (
      /<OF[XC]>|<OF[XC]\s|^\s*OFXHEADER|<\?OFX/i.test(head) || /<STMTTRN>[\s\S]*<TRNAMT>/i.test(text.slice(0, 20_000))
    )
  },
  read: (text) => readOfx(text),
}

/** What is gathered while the tags go by. */
interface Gathering {
  currency: string
  account: string
  /** A statement of a card: what it lists was paid by it. */
  isCard: boolean
  row: Record<string, string> | undefined
  rowAt: number
  balance: Record<string, string> | undefined
}

function readOfx(text: string): Result<Reading, StatementProblem> {
  const root = /<(OF[XC])[\s>]/i.exec(text)?.[1]?.toUpperCase()
  const format: Format = root === 'OFC' ? 'ofc' : 'ofx'
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  const assumed: Assumption[] = []
  const accounts = new Map<string, Mutable<Account>>()
  const at: Gathering = {
    currency: 'EUR',
    account: '',
    isCard: false,
    row: undefined,
    rowAt: 0,
    balance: undefined,
  }
  let sawList = false
  let line = 1
  let counted = 0
  const lineAt = (place: number): number => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < place; next = text.indexOf('\n', counted)) {
      line += 1
      counted = next + 1
    }
    return line
  }
  const accountOf = (): Mutable<Account> | undefined => {
    const id = at.account
    if (id === '') return undefined
    const known = accounts.get(id)
    if (known !== undefined) return known
    const account: Mutable<Account> = { id, currency: at.currency }
    accounts.set(id, account)
    return account
  }
  const closeRow = (): void => {
    if (at.row !== undefined)
      readOfxRow(
        at.row,
        at.rowAt,
        { currency: at.currency, account: accountOf()?.id, isCard: at.isCard },
        { lines, problems, assumed },
      )
    at.row = undefined
  }

  forEachTag(text, (tag, value, place) => {
    switch (tag) {
      case 'STMTTRN':
      case 'STMTTRNP':
        closeRow()
        sawList = true
        // P: announced by the bank, not booked yet.
        at.row = tag === 'STMTTRN' ? {} : { PENDING: ' ' }
        at.rowAt = lineAt(place)
        return
      case '/STMTTRN':
      case '/STMTTRNP':
        closeRow()
        return
      case 'STMTRS':
      case 'CCSTMTRS':
      case 'ACCTSTMT':
      case 'INVSTMTRS':
        closeRow()
        sawList = true
        // In OFC the account stands before STMTRS.
        if (tag !== 'STMTRS' || format === 'ofx') at.account = ''
        at.isCard = tag === 'CCSTMTRS'
        return
      case 'BANKTRANLIST':
      case '/BANKTRANLIST':
      case '/STMTRS':
      case '/CCSTMTRS':
      case '/OFX':
      case '/OFC':
        closeRow()
        if (tag === 'BANKTRANLIST') sawList = true
        return
      case 'LEDGERBAL':
        closeRow()
        at.balance = {}
        // OFC prints the balance in the tag itself.
        if (value !== '') closeBalance(accountOf(), { BALAMT: value })
        return
      case 'LEDGER':
        closeBalance(accountOf(), { BALAMT: value })
        return
      case '/LEDGERBAL':
      case 'AVAILBAL':
        if (at.balance !== undefined) closeBalance(accountOf(), at.balance)
        at.balance = undefined
        return
      // Then the amount is in the currency that follows; ORIGCURRENCY only tells what it was before.
      case 'CURRENCY':
      case 'ORIGCURRENCY':
        if (at.row !== undefined) at.row[tag] = ' '
        return
    }
    if (tag.startsWith('/') || value === '') return
    if (at.balance !== undefined) at.balance[tag] = value
    else if (tag === 'CURDEF') at.currency = /^[A-Z]{3}$/i.test(value) ? value.toUpperCase() : at.currency
    else if (at.row === undefined && tag === 'ACCTID') at.account = value.replace(/\s/g, '')
    // A row whose opening tag was lost begins with its type.
    else if (tag === 'TRNTYPE' && (at.row === undefined || at.row['TRNTYPE'] !== undefined)) {
      closeRow()
      sawList = true
      at.row = { TRNTYPE: value }
      at.rowAt = lineAt(place)
    } else if (at.row !== undefined && at.row[tag] === undefined) at.row[tag] = value
  })
  const isOpen = at.row !== undefined
  const end = root === undefined ? -1 : text.toUpperCase().lastIndexOf(`</${root}>`)
  if (root === undefined ? isOpen : end < 0) return fail({ code: 'truncated-file', format, line: lineAt(text.length) })
  closeRow()
  if (!sawList) return fail({ code: 'damaged-file', format })
  const version = /VERSION\s*[:=]\s*"?(\d{3})/i.exec(text.slice(0, 1_000))?.[1]
  const dialect = format === 'ofc' ? 'OFC' : `OFX ${version ?? (text.startsWith('<?xml') ? '2' : '1')}`
  return ok({ format, dialect, accounts: [...accounts.values()], lines, problems, assumed })
}

/** A balance: the day may be empty, the amount too (BPCE writes both so). */
function closeBalance(account: Mutable<Account> | undefined, balance: Readonly<Record<string, string>>): void {
  const amount = readCents(balance['BALAMT'] ?? '', 'either')
  if (account === undefined || Number.isNaN(amount)) return
  account.closingCents = cents(amount)
  const day = readOfxDay(balance['DTASOF'] ?? '')
  if (day !== undefined) account.closingDate = day
}
