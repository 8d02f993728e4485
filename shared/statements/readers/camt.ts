import { type Day, parseDay } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { isPlaceholder } from '../label/tags.ts'
import type { Assumption, RowProblem, StatementProblem } from '../problem.ts'
import { proveTotal } from '../proof.ts'
import type { Account, Format, Kind, Mutable, Reading, StatementLine } from '../statement.ts'
import { childAt, childrenOf, readXml, textAt, type XmlElement } from '../xml.ts'
import type { Reader } from './reader.ts'
import { settleReversals } from './reversal.ts'

/** ISO 20022 statements: camt.052 (of the day), .053 (end of day), .054 (single entries), any version, with a namespace or not. */
export const camt: Reader = {
  recognises: (text) => /<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)[\s>/]/.test(text.slice(0, 8_000)),
  read: (text) => readCamt(text),
}

const MESSAGES: readonly (readonly [message: string, statement: string, format: Format])[] = [
  ['BkToCstmrStmt', 'Stmt', 'camt.053'],
  ['BkToCstmrAcctRpt', 'Rpt', 'camt.052'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054'],
]
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

function readCamt(text: string): Result<Reading, StatementProblem> {
  const document = readXml(text)
  const found = MESSAGES.find(([message]) => text.includes(message))
  const format = found?.[2] ?? 'camt.053'
  if (!document.ok)
    return fail(
      document.problem.code === 'truncated' ? { code: 'truncated-file', format } : { code: 'damaged-file', format },
    )
  const root = document.value
  const message =
    root.name === found?.[0]
      ? root
      : (childAt(root, found?.[0] ?? '') ??
        root.children.map((child) => childAt(child, found?.[0] ?? '')).find((child) => child !== undefined))
  const statements = found === undefined ? [] : childrenOf(message, found[1])
  if (statements.length === 0) return fail({ code: 'damaged-file', format })

  const gathered: Gathered = { lines: [], problems: [], assumed: [], accounts: new Map(), entry: 0 }
  for (const statement of statements) readStatement(statement, gathered)
  const { lines, problems, assumed, accounts } = gathered
  if (lines.length === 0 && problems[0] !== undefined && problems[0].code !== 'balance-mismatch')
    return fail({ code: 'no-readable-row', format, rows: problems.length, first: problems[0] })
  const version = /camt\.05\d\.\d{3}\.\d{2}/.exec(text.slice(0, 3_000))?.[0]
  return ok({ format, dialect: version ?? format, accounts: [...accounts.values()], lines, problems, assumed })
}

interface Gathered {
  readonly lines: StatementLine[]
  readonly problems: RowProblem[]
  readonly assumed: Assumption[]
  readonly accounts: Map<string, Mutable<Account>>
  /** Entries are numbered through the file, since XML lines say little. */
  entry: number
}

function readStatement(statement: XmlElement, into: Gathered): void {
  const id =
    textAt(statement, 'Acct', 'Id', 'IBAN') ??
    textAt(statement, 'Acct', 'Id', 'Othr', 'Id') ??
    textAt(statement, 'Acct', 'Id', 'PrtryAcct', 'Id')
  const balances = new Map(
    childrenOf(statement, 'Bal').map((balance) => [
      textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(balance, 'Tp', 'Cd') ?? '',
      balance,
    ]),
  )
  const openingBalance = balances.get('OPBD') ?? balances.get('PRCD')
  const closingBalance = balances.get('CLBD')
  const opening = signedAmount(openingBalance)
  const closing = signedAmount(closingBalance)
  const currency =
    textAt(statement, 'Acct', 'Ccy') ??
    childAt(closingBalance ?? openingBalance ?? childAt(statement, 'Ntry'), 'Amt')?.attributes['Ccy'] ??
    'EUR'
  if (id !== undefined) {
    const account = into.accounts.get(id) ?? { id, currency }
    into.accounts.set(id, account)
    if (opening !== undefined && account.openingCents === undefined) account.openingCents = opening
    if (closing !== undefined) account.closingCents = closing
    const day = dayOf(childAt(closingBalance, 'Dt'))
    if (day !== undefined) account.closingDate = day
  }
  const from = into.lines.length
  const reversals = new Set<StatementLine>()
  const unread = into.problems.length
  for (const entry of childrenOf(statement, 'Ntry')) {
    into.entry += 1
    readEntry(entry, { line: into.entry, account: id, currency }, into, reversals)
  }
  const count = settleReversals(into.lines, from, reversals, opening, closing)
  if (count > 0) into.assumed.push({ code: 'reversed-reversals', count })
  // A row left out is named already: the balance would only say the same again.
  const proof =
    into.problems.length > unread ? undefined : proveTotal(opening, closing, into.lines.slice(from), into.entry)
  if (proof !== undefined) into.problems.push(proof)
}

interface EntryPlace {
  readonly line: number
  readonly account: string | undefined
  readonly currency: string
}

function readEntry(entry: XmlElement, at: EntryPlace, into: Gathered, reversals: Set<StatementLine>): void {
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

function signedAmount(element: XmlElement | undefined): Cents | undefined {
  const amount = readCents(childAt(element, 'Amt')?.text ?? '', 'either')
  if (element === undefined || Number.isNaN(amount)) return undefined
  return cents(textAt(element, 'CdtDbtInd') === 'DBIT' ? -amount : amount)
}

/** `Dt` or `DtTm`, itself or inside: the day as written, whatever the zone. */
function dayOf(element: XmlElement | undefined): Day | undefined {
  const text =
    textAt(element, 'Dt') ??
    textAt(element, 'DtTm') ??
    textAt(element, 'TxDtTm') ??
    textAt(element, 'AccptncDtTm') ??
    element?.text ??
    ''
  return parseDay(text.slice(0, 10))
}
