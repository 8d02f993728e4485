import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { readLabel, readStatements, type Transaction, transactionsOf } from './index.ts'

/** Real and test files of many banks, with parses made by readers that share nothing with ours. Test data only: never copied. */
const shelf = join(import.meta.dirname, '../../../shared/bank')
const isThere = existsSync(join(shelf, 'fixtures'))
const today = day('2026-09-20')

interface ExpectedRow {
  readonly date: string | null
  readonly amount: string | null
  readonly label?: string
  readonly name?: string | null
  readonly memo?: string | null
  readonly entry?: string | null
  readonly valueDate?: string
  readonly status?: string
  readonly txDtls?: number
}
interface Expected {
  readonly format: string
  readonly encoding?: string
  readonly transactions?: readonly ExpectedRow[]
  readonly ledgerBalances?: readonly { readonly amount: string }[]
  readonly sheets?: readonly { readonly rows: readonly Readonly<Record<string, string>>[] }[]
}

const files = isThere
  ? readdirSync(join(shelf, 'fixtures'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.expected.json'))
      .map((name) => name.slice(0, -'.expected.json'.length))
      .sort()
  : []
const toCents = (amount: string | null): number | undefined =>
  amount === null ? undefined : Math.round(Number(amount) * 100)
const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What cannot be compared as it stands, with the reason. */
const APART: Readonly<Record<string, string>> = {
  'csv-generic/sure_windows1250.csv': 'Polish: read as windows-1252, as every rule of the facts has it',
  'qonto/qonto_en_synthetic.csv': 'its labels were given the IBAN column',
  'stripe/balance_summary_2023.csv': 'its labels were given the column of kinds',
  'stripe/transactions_all_2023.csv': 'its labels were given the column of kinds',
  'sumup/sumup_it_2024.csv': 'its labels were given the column of kinds',
}

describe.skipIf(!isThere)('the corpus', () => {
  test('has 145 files', () => expect(files).toHaveLength(145))

  test.each(files)('%s', (file) => {
    const expected: Expected = JSON.parse(readFileSync(join(shelf, 'fixtures', `${file}.expected.json`), 'utf8'))
    const read = readStatements(readFileSync(join(shelf, 'fixtures', file)), { today })
    const rows = expected.transactions ?? (expected.sheets === undefined ? [] : sheetRows(expected.sheets))
    if (expected.format === 'html') {
      expect(read).toMatchObject({ ok: false, problem: { code: 'foreign-file', what: 'web-page' } })
      return
    }
    if (!read.ok) {
      // Nothing to read, or nothing that can be dated: then it is refused, and says so.
      expect(rows.filter(({ date }) => date !== null)).toEqual([])
      if (rows.length > 0) expect(read.problem).toMatchObject({ code: 'no-readable-row', rows: rows.length })
      return
    }
    const understood = read.value.map(transactionsOf)
    const transactions = joinBatches(understood.flatMap((one) => one.transactions))
    const problems = understood.flatMap((one) => one.problems)
    const left = [...transactions]
    for (const row of rows) {
      const at = left.findIndex((one) => one.amountCents === toCents(row.amount) && isDated(one, row))
      const taken = at < 0 ? undefined : left.splice(at, 1)[0]
      const isReported = problems.some(
        (problem) => 'label' in problem && letters(problem.label) === letters(row.label ?? row.name ?? ''),
      )
      expect(taken !== undefined || (row.date === null && isReported), JSON.stringify(row)).toBe(true)
      if (taken !== undefined && !(file in APART)) expect(letters(sayingOf(taken))).toContain(letters(mainText(row)))
      if (taken !== undefined && row.status !== undefined)
        expect(taken.pending).toBe(/PDNG|PENDING|ATTENTE/i.test(row.status))
    }
    expect(left).toEqual([])
    const balances = expected.ledgerBalances?.map(({ amount }) => toCents(amount))
    for (const { openingCents, closingCents } of read.value.flatMap(({ accounts }) => accounts)) {
      for (const own of [openingCents, closingCents])
        if (own !== undefined && balances !== undefined) expect(balances).toContain(own)
    }
    const encoding = expected.encoding?.replace(/^(?:ascii)$/, 'utf-8').replace(/^(?:cp1252|latin1)$/, 'windows-1252')
    if (encoding !== undefined && !(file in APART)) expect(read.value[0]?.encoding).toBe(encoding)
  })
})

/** Our `date` is the booking date; where the corpus gives the value date (MT940) or none, that is looked at too. */
const isDated = (one: Transaction, { date }: ExpectedRow): boolean =>
  date === null || one.date === date || one.valueDate === date

/** A collective entry is one row of the corpus and several of ours. */
function joinBatches(transactions: readonly Transaction[]): Transaction[] {
  const joined: Transaction[] = []
  for (const one of transactions) {
    const before = joined.at(-1)
    if (one.batch !== undefined && before?.batch === one.batch && before.line === one.line) {
      const amountCents = (before.amountCents + one.amountCents) as Transaction['amountCents']
      joined[joined.length - 1] = { ...before, amountCents }
    } else joined.push(one)
  }
  return joined
}

const sayingOf = ({ rawLabel, counterparty, reference, statedKind }: Transaction): string =>
  [rawLabel, counterparty, reference, statedKind].join(' ')
/** The longest field the corpus gives: its readers joined the others to it, each in its way. */
const mainText = ({ label, name, memo }: ExpectedRow): string =>
  (label ?? name ?? memo ?? '').split(' | ').reduce((longest, part) => (part.length > longest.length ? part : longest))

/** The corpus keeps the cells of a workbook: here, its four and two movements. */
function sheetRows(sheets: NonNullable<Expected['sheets']>): ExpectedRow[] {
  return sheets.flatMap(({ rows }) =>
    rows.slice(1).flatMap((row) => {
      if (/^\d\d\/\d\d\/\d\d$/.test(row['A'] ?? ''))
        return [
          {
            date: frenchDay(row['A'] ?? ''),
            amount: (row['D'] ?? row['E'] ?? '').replace(',', '.'),
            label: row['C'] ?? '',
          },
        ]
      return row['A'] === '43449' ? [{ date: '2018-12-15', amount: row['D'] ?? '', label: row['B'] ?? '' }] : []
    }),
  )
}
const frenchDay = (text: string): string => `20${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`

describe.skipIf(!isThere)('the labels of the corpus', () => {
  const KINDS: Readonly<Record<string, readonly string[]>> = {
    'transfer in': ['transfer-in'],
    'transfer out': ['transfer-out'],
    'direct debit': ['direct-debit'],
    card: ['card', 'cash-withdrawal'],
    'card refund': ['card-refund'],
    'cash withdrawal': ['cash-withdrawal'],
    'cash deposit': ['cash-deposit'],
    cheque: ['cheque', 'cheque-deposit'],
    'cheque deposit': ['cheque-deposit'],
    'bank fee': ['fee', 'loan'],
    'PSP payout': ['transfer-in', 'transfer-out', 'direct-debit'],
    URSSAF: ['direct-debit'],
    'tax/treasury': ['direct-debit', 'transfer-in'],
  }
  /** Kinds given to a label by what the account holder knows, or by a word inside a name; and fragments of a label. */
  const UNTOLD =
    /^(?:Compte courant|GUMRD|company|FREE TELECOM|Prel 459654|Tip France|… DE: STRIPE|07\.01|FRAIS DE VIREMENT|N26 \|)/

  test('give the kind that the corpus gives', () => {
    const wrong = readFileSync(join(shelf, 'labels.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([, direction, kind = '', label = '']) => {
        const known = KINDS[kind]
        if (known === undefined || UNTOLD.test(label)) return false
        return !known.includes(readLabel(label.replace(/ ⏎ /g, '\n'), direction === 'credit' ? 100 : -100).kind)
      })
    expect(wrong.map(([, , kind, label]) => `${kind}: ${label}`)).toEqual([])
  })
})
