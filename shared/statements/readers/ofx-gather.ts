import { cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import type { Account, Format, Mutable, Reading } from '../statement.ts'
import { type OfxRows, readOfxDay, readOfxRow } from './ofx-row.ts'

type Tags = Record<string, string>

interface Gathered extends Pick<Reading, 'accounts' | 'lines' | 'problems' | 'assumed'> {
  readonly sawList: boolean
}
export interface OfxGathering {
  readonly visit: (tag: string, value: string, place: number) => void
  /** A row has begun and not ended. */
  readonly isOpen: () => boolean
  readonly finish: () => Gathered
}

/** Makes rows and accounts of the tags as they go by; `lineAt` tells the line of a place in the file. */
export function gatherOfx(format: Format, lineAt: (place: number) => number): OfxGathering {
  const rows: OfxRows = { lines: [], problems: [], assumed: [] }
  const accounts = new Map<string, Mutable<Account>>()
  let currency = 'EUR'
  let accountId = ''
  /** A statement of a card: what it lists was paid by it. */
  let isCard = false
  let row: Tags | undefined
  let rowLine = 0
  let balance: Tags | undefined
  let sawList = false

  const account = (): Mutable<Account> | undefined => {
    const known = accounts.get(accountId)
    if (known !== undefined || accountId === '') return known
    const opened: Mutable<Account> = { id: accountId, currency }
    accounts.set(accountId, opened)
    return opened
  }
  const closeRow = (): void => {
    if (row !== undefined) readOfxRow(row, rowLine, { currency, account: account()?.id, isCard }, rows)
    row = undefined
  }
  const openRow = (tags: Tags, place: number): void => {
    closeRow()
    sawList = true
    row = tags
    rowLine = lineAt(place)
  }

  /** Tags that open and close; false: the tag holds a value. */
  const isBracket = (tag: string, value: string, place: number): boolean => {
    switch (tag) {
      case 'STMTTRN':
        openRow({}, place)
        return true
      // Announced by the bank, not booked yet.
      case 'STMTTRNP':
        openRow({ PENDING: ' ' }, place)
        return true
      case 'STMTRS':
      case 'CCSTMTRS':
      case 'ACCTSTMT':
      case 'INVSTMTRS':
        closeRow()
        sawList = true
        // In OFC the account stands before STMTRS.
        if (tag !== 'STMTRS' || format === 'ofx') accountId = ''
        isCard = tag === 'CCSTMTRS'
        return true
      case 'BANKTRANLIST':
        closeRow()
        sawList = true
        return true
      case '/STMTTRN':
      case '/STMTTRNP':
      case '/BANKTRANLIST':
      case '/STMTRS':
      case '/CCSTMTRS':
      case '/OFX':
      case '/OFC':
        closeRow()
        return true
      case 'LEDGERBAL':
        closeRow()
        balance = {}
        // OFC prints the balance in the tag itself.
        if (value !== '') closeBalance(account(), { BALAMT: value })
        return true
      case 'LEDGER':
        closeBalance(account(), { BALAMT: value })
        return true
      case '/LEDGERBAL':
      case 'AVAILBAL':
        if (balance !== undefined) closeBalance(account(), balance)
        balance = undefined
        return true
      // Then the amount is in the currency that follows; ORIGCURRENCY only tells what it was before.
      case 'CURRENCY':
      case 'ORIGCURRENCY':
        if (row !== undefined) row[tag] = ' '
        return true
    }
    return tag.startsWith('/')
  }

  const visit: OfxGathering['visit'] = (tag, value, place) => {
    if (isBracket(tag, value, place) || value === '') return
    if (balance !== undefined) balance[tag] = value
    else if (tag === 'CURDEF') currency = /^[A-Z]{3}$/i.test(value) ? value.toUpperCase() : currency
    else if (row === undefined && tag === 'ACCTID') accountId = value.replace(/\s/g, '')
    // A row whose opening tag was lost begins with its type.
    else if (tag === 'TRNTYPE' && (row === undefined || row[tag] !== undefined)) openRow({ TRNTYPE: value }, place)
    else if (row !== undefined && row[tag] === undefined) row[tag] = value
  }
  const finish = (): Gathered => {
    closeRow()
    return { ...rows, accounts: [...accounts.values()], sawList }
  }
  return { visit, isOpen: () => row !== undefined, finish }
}

/** A balance: the day may be empty, the amount too (BPCE writes both so). */
function closeBalance(account: Mutable<Account> | undefined, balance: Readonly<Record<string, string>>): void {
  const amount = readCents(balance['BALAMT'] ?? '', 'either')
  if (account === undefined || Number.isNaN(amount)) return
  account.closingCents = cents(amount)
  const day = readOfxDay(balance['DTASOF'] ?? '')
  if (day !== undefined) account.closingDate = day
}
