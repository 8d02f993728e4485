import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { StatementProblem } from '../problem.ts'
import { proveTotal } from '../proof.ts'
import type { Format, Reading, StatementLine } from '../statement.ts'
import { childAt, childrenOf, readXml, textAt, type XmlElement } from '../xml.ts'
import { type Gathered, readEntry } from './camt-entry.ts'
import { dayOf, signedAmount } from './camt-terms.ts'
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
