import { type Cents, cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { isPlaceholder } from '../label/tags.ts'
import type { Assumption, RowProblem } from '../problem.ts'
import type { Account, Kind, Mutable, StatementLine } from '../statement.ts'
import { childAt, childrenOf, textAt, type XmlElement } from '../xml.ts'
import { dayOf, signedAmount } from './camt-terms.ts'

/** Bank transaction codes, family level. ISO 20022 external code set, BankTransactionFamily1Code. */
const FAMILIES: Readonly<Record<string, Kind>> = {
  RCDT: 'transfer-in',
  RRCT: 'transfer-in',
  ICDT: 'transfer-out',
  IRCT: 'transfer-out',
  RDDT: 'direct-debit',
  IDDT: 'direct-debit',
  CCRD: 'card',
  MCRD: 'card-takings',
  RCHQ: 'cheque-deposit',
  ICHQ: 'cheque',
  CNTR: 'cash-deposit',
  LBOX: 'cheque-deposit',
  CHRG: 'fee',
  COMM: 'fee',
  FEES: 'fee',
  INTR: 'interest',
}

export interface Gathered {
  readonly lines: StatementLine[]
  readonly problems: RowProblem[]
  readonly assumed: Assumption[]
  readonly accounts: Map<string, Mutable<Account>>
  /** Entries are numbered through the file, since XML lines say little. */
  entry: number
}

interface EntryPlace {
  readonly line: number
  readonly account: string | undefined
  readonly currency: string
}

/** One `Ntry`: a movement, or the movements that it collects. */
export function readEntry(entry: XmlElement, at: EntryPlace, into: Gathered, reversals: Set<StatementLine>): void {
  const transactions = childrenOf(entry, 'NtryDtls').flatMap((details) => childrenOf(details, 'TxDtls'))
  const total = signedAmount(entry)
  const amountText = childAt(entry, 'Amt')?.text ?? ''
  const label = labelOf(entry, transactions[0])
  if (total === undefined) {
    into.problems.push(
      amountText === ''
        ? { code: 'missing-amount', line: at.line, label }
        : { code: 'unreadable-amount', line: at.line, text: amountText, label },
    )
    return
  }
  const value = dayOf(childAt(entry, 'ValDt'))
  const date = dayOf(childAt(entry, 'BookgDt')) ?? value
  if (date === undefined) {
    into.problems.push({ code: 'missing-date', line: at.line, label, amountCents: total })
    return
  }
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? 'BOOK'
  // For information only: nothing was booked, nothing will be. ISO 20022, EntryStatus2Code.
  if (status === 'INFO') {
    into.problems.push({ code: 'not-executed', line: at.line, status, label })
    return
  }
  const isReversal = /^(?:true|1)$/.test(textAt(entry, 'RvslInd') ?? '')
  const parts = transactions.length > 1 ? partAmounts(entry, transactions, total) : undefined
  const batch =
    textAt(entry, 'NtryRef') ??
    textAt(entry, 'AcctSvcrRef') ??
    textAt(entry, 'NtryDtls', 'Btch', 'PmtInfId') ??
    `${at.line}`
  const rows = parts ?? [{ amount: total, transaction: transactions.length === 1 ? transactions[0] : undefined }]
  for (const { amount, transaction } of rows) {
    const read: Mutable<StatementLine> = {
      line: at.line,
      date,
      amountCents: amount,
      currency: childAt(entry, 'Amt')?.attributes['Ccy'] ?? at.currency,
      rawLabel: parts === undefined ? labelOf(entry, transaction, transactions) : labelOf(entry, transaction),
      pending: status !== 'BOOK',
    }
    if (value !== undefined) read.valueDate = value
    const operation = dayOf(childAt(transaction, 'RltdDts', 'TxDtTm')) ?? dayOf(childAt(transaction, 'RltdDts'))
    if (operation !== undefined) read.operationDate = operation
    if (at.account !== undefined) read.account = at.account
    if (parts !== undefined) read.batch = batch
    readParties(read, transaction, amount)
    const endToEndId = textAt(transaction, 'Refs', 'EndToEndId')
    if (endToEndId !== undefined && !isPlaceholder(endToEndId)) read.endToEndId = endToEndId
    const reference =
      textAt(transaction, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref') ??
      textAt(transaction, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb')
    if (reference !== undefined) read.reference = reference
    const bankId = textAt(transaction, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef')
    if (bankId !== undefined) read.bankId = bankId
    const kind = kindOf(transaction, amount) ?? kindOf(entry, amount)
    if (kind !== undefined) read.statedKind = kind
    into.lines.push(read)
    if (isReversal) reversals.add(read)
  }
}

/** The parts of a collective entry, when they add up to it; else its total stands for them all. */
function partAmounts(
  entry: XmlElement,
  transactions: readonly XmlElement[],
  total: Cents,
): { amount: Cents; transaction: XmlElement }[] | undefined {
  const direction = textAt(entry, 'CdtDbtInd')
  const currency = childAt(entry, 'Amt')?.attributes['Ccy']
  const parts: { amount: Cents; transaction: XmlElement }[] = []
  for (const transaction of transactions) {
    const candidates = [
      childAt(transaction, 'Amt'),
      childAt(transaction, 'AmtDtls', 'TxAmt', 'Amt'),
      childAt(transaction, 'AmtDtls', 'InstdAmt', 'Amt'),
    ]
    const own = candidates.find((amount) => amount !== undefined && (amount.attributes['Ccy'] ?? currency) === currency)
    const amount = readCents(own?.text ?? '', 'either')
    if (own === undefined || Number.isNaN(amount)) return undefined
    parts.push({
      amount: cents((textAt(transaction, 'CdtDbtInd') ?? direction) === 'DBIT' ? -amount : amount),
      transaction,
    })
  }
  return parts.reduce((sum, { amount }) => sum + amount, 0) === total ? parts : undefined
}

/** Who paid, when money comes in; who was paid, when it goes out. The ultimate party only when the other has no name. */
function readParties(read: Mutable<StatementLine>, transaction: XmlElement | undefined, amount: Cents): void {
  const parties = childAt(transaction, 'RltdPties')
  const [side, ultimate] = amount < 0 ? ['Cdtr', 'UltmtCdtr'] : ['Dbtr', 'UltmtDbtr']
  const nameOf = (tag: string): string | undefined => textAt(parties, tag, 'Nm') ?? textAt(parties, tag, 'Pty', 'Nm')
  const name = nameOf(side) ?? nameOf(ultimate)
  if (name !== undefined) read.counterparty = name
  const iban = textAt(parties, `${side}Acct`, 'Id', 'IBAN')
  if (iban !== undefined) read.counterpartyIban = iban.replace(/\s/g, '')
}

function labelOf(
  entry: XmlElement,
  transaction: XmlElement | undefined,
  all: readonly XmlElement[] = transaction === undefined ? [] : [transaction],
): string {
  const texts = [textAt(entry, 'AddtlNtryInf')]
  for (const one of all) {
    texts.push(...childrenOf(childAt(one, 'RmtInf'), 'Ustrd').map(({ text }) => text.trim()))
    for (const structured of childrenOf(childAt(one, 'RmtInf'), 'Strd'))
      texts.push(textAt(structured, 'CdtrRefInf', 'Ref'), textAt(structured, 'AddtlRmtInf'))
    texts.push(textAt(one, 'AddtlTxInf'))
  }
  const told: string[] = []
  for (const text of texts)
    if (text !== undefined && text !== '' && !told.some((other) => other.includes(text))) told.push(text)
  return told.join(' | ')
}

function kindOf(element: XmlElement | undefined, amount: Cents): Kind | undefined {
  const code = childAt(element, 'BkTxCd', 'Domn', 'Fmly')
  const kind = FAMILIES[textAt(code, 'Cd') ?? ''] ?? FAMILIES[textAt(code, 'SubFmlyCd') ?? '']
  return kind === 'cash-deposit' && amount < 0 ? 'cash-withdrawal' : kind
}
