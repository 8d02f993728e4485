import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { decodeText } from './encoding.ts'
import { readStatements, type Statement, transactionsOf } from './index.ts'
import { camt } from './readers/camt.ts'
import { cfonb120 } from './readers/cfonb120.ts'
import { csv } from './readers/csv.ts'
import { mt940 } from './readers/mt940.ts'
import { ofx } from './readers/ofx.ts'
import { pasted } from './readers/pasted.ts'
import { qif } from './readers/qif.ts'

const root = join(import.meta.dirname, 'fixtures')
const today = day('2026-03-31')
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${folder}/${name}`)
const folders = readdirSync(root)

/** One row a line: a golden is read by a human. */
function goldenOf(statements: readonly Statement[]): string {
  const told = statements.map((statement) => {
    const { transactions, problems } = transactionsOf(statement)
    const { format, dialect, encoding, member, accounts, assumed } = statement
    return { about: { format, dialect, encoding, member }, accounts, transactions, problems, assumed }
  })
  const rows = (name: string, values: readonly unknown[]): string =>
    values.length === 0
      ? `"${name}": []`
      : `"${name}": [\n${values.map((value) => `  ${JSON.stringify(value)}`).join(',\n')}\n]`
  return `[${told
    .map(
      ({ about, ...lists }) =>
        `{\n"about": ${JSON.stringify(about)},\n${Object.entries(lists)
          .map(([name, values]) => rows(name, values))
          .join(',\n')}\n}`,
    )
    .join(',\n')}]\n`
}

describe.each(folders.filter((folder) => folder !== 'refused'))('%s', (folder) => {
  test.each(filesIn(folder))('%s reads as its golden says', async (file) => {
    const read = readStatements(readFileSync(join(root, file)), { today })
    expect(read.ok ? '' : JSON.stringify(read.problem)).toBe('')
    if (read.ok) await expect(goldenOf(read.value)).toMatchFileSnapshot(join(root, `${file}.expected.json`))
  })
})

test('what is no statement is refused whole, with what it is', () => {
  const refusals = Object.fromEntries(
    filesIn('refused').map((file) => {
      const read = readStatements(readFileSync(join(root, file)), { today })
      return [file.slice('refused/'.length), read.ok ? 'read' : read.problem]
    }),
  )
  expect(refusals).toMatchInlineSnapshot(`
    {
      "accounts.json": {
        "code": "foreign-file",
        "what": "json",
      },
      "either-order.csv": {
        "code": "date-order-unknown",
        "example": "03/04/2025",
        "format": "csv",
      },
      "either-order.qif": {
        "code": "date-order-unknown",
        "example": "03/04/2025",
        "format": "qif",
      },
      "empty.csv": {
        "code": "empty-file",
      },
      "fec.txt": {
        "code": "foreign-file",
        "what": "accounting-entries",
      },
      "invoice.xml": {
        "code": "foreign-file",
        "what": "invoice",
      },
      "invoices.csv": {
        "code": "foreign-file",
        "what": "invoice-list",
      },
      "letter.docx": {
        "code": "foreign-file",
        "what": "word-processor",
      },
      "letter.txt": {
        "code": "foreign-file",
        "what": "text",
      },
      "libreoffice.ods": {
        "code": "foreign-file",
        "what": "open-document",
      },
      "locked-excel.xlsx": {
        "code": "protected-file",
        "format": "xlsx",
      },
      "login-page.csv": {
        "bank": "bnp-paribas",
        "code": "foreign-file",
        "what": "login-page",
      },
      "mail.eml": {
        "code": "foreign-file",
        "what": "mail",
      },
      "old-excel.xls": {
        "code": "foreign-file",
        "what": "old-spreadsheet",
      },
      "only-bad-rows.csv": {
        "code": "no-readable-row",
        "first": {
          "code": "unreadable-date",
          "label": "VIR GALERIE DU QUAI",
          "line": 2,
          "text": "31/02/2026",
        },
        "format": "csv",
        "rows": 2,
      },
      "picture.csv": {
        "code": "foreign-file",
        "what": "image",
      },
      "pictures.zip": {
        "code": "foreign-file",
        "what": "image",
      },
      "statement.pdf": {
        "code": "foreign-file",
        "what": "pdf",
      },
      "truncated-amount.csv": {
        "code": "truncated-file",
        "format": "csv",
        "line": 5,
      },
      "truncated-cell.csv": {
        "code": "truncated-file",
        "format": "csv",
        "line": 5,
      },
      "truncated-cfonb.txt": {
        "code": "truncated-file",
        "format": "cfonb120",
        "line": 8,
      },
      "truncated-in-quotes.csv": {
        "code": "truncated-file",
        "format": "csv",
      },
      "truncated.ofx": {
        "code": "truncated-file",
        "format": "ofx",
        "line": 1,
      },
      "truncated.qif": {
        "code": "truncated-file",
        "format": "qif",
        "line": 2,
      },
      "truncated.sta": {
        "code": "truncated-file",
        "format": "mt940",
        "line": 13,
      },
      "truncated.xlsx": {
        "code": "damaged-file",
        "format": "zip",
      },
      "truncated.xml": {
        "code": "truncated-file",
        "format": "camt.053",
      },
      "web-page.csv": {
        "bank": "credit-agricole",
        "code": "foreign-file",
        "what": "web-page",
      },
    }
  `)
})

test('every reader refuses every other format’s files', () => {
  const readers = { camt, cfonb120, csv, mt940, ofx, qif, text: pasted }
  const wrong: string[] = []
  for (const folder of folders) {
    for (const file of filesIn(folder)) {
      const bytes = readFileSync(join(root, file))
      const { text } = decodeText(bytes)
      for (const [name, reader] of Object.entries(readers)) {
        const isOwn = folder === name || (folder === 'ofc' && name === 'ofx') || folder === 'refused'
        if (!isOwn && reader.recognises(text)) wrong.push(`${name} took ${file}`)
      }
    }
  }
  expect(wrong).toEqual([])
})
