import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addDays, day, formatDay } from '@tabellion/shared/calendar'
import { readStatements, transactionsOf } from '@tabellion/shared/statements'
import { parseSync } from 'ofx-js'
import Papa from 'papaparse'
import { isEntry, root } from '../root.ts'

const ROWS = 50_000
const RUNS = 9
const today = day('2026-03-31')
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const utf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

/** One movement of the made-up account, ten a day since 2012: the same rows in both formats, no two labels alike. */
interface Row {
  readonly date: string
  readonly cents: number
  readonly label: string
}
const CLIENTS = ['ATELIER TISSERAND', 'GALERIE DU QUAI', 'M OU MME LORRAIN', 'MENUISERIE VASSEUR', 'OCTAVIE REBOUL']
function row(at: number): Row {
  const date = formatDay(addDays(day('2012-01-02'), Math.floor(at / 10)))
  const cents = 100 + ((at * 7_919) % 100_000)
  if (at % 3 === 0)
    return { date, cents, label: `VIR SEPA RECU /DE ${CLIENTS[at % 5]} /MOTIF FACTURE F2025-${at} /REF NOTPROVIDED` }
  if (at % 3 === 1) return { date, cents: -cents, label: `PAIEMENT CB 2905 LYON MAGASIN ${at} CARTE 02892630` }
  return { date, cents: -cents, label: `PRLV SEPA FOURNISSEUR ${at} ECH/090725 ID EMETTEUR/FR00ZZZ00${at}` }
}
const french = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`

function csvFile(): string {
  let balance = 100_000
  const lines = ['Date;Date de valeur;Débit;Crédit;Libellé;Solde']
  for (let at = 0; at < ROWS; at += 1) {
    const { date, cents, label } = row(at)
    balance += cents
    lines.push(
      [date, date, cents < 0 ? french(cents) : '', cents > 0 ? french(cents) : '', label, french(balance)].join(';'),
    )
  }
  return `${lines.join('\r\n')}\r\n`
}

function ofxFile(): string {
  const rows: string[] = []
  for (let at = 0; at < ROWS; at += 1) {
    const { date, cents, label } = row(at)
    const posted = `${date.slice(6)}${date.slice(3, 5)}${date.slice(0, 2)}`
    rows.push(
      `<STMTTRN>\n<TRNTYPE>${cents < 0 ? 'DEBIT' : 'CREDIT'}\n<DTPOSTED>${posted}\n<TRNAMT>${french(cents).replace(',', '.')}\n<FITID>${at}\n<NAME>${label.slice(0, 32)}\n<MEMO>${label}\n</STMTTRN>`,
    )
  }
  return `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX>\n<BANKMSGSRSV1>\n<STMTTRNRS>\n<STMTRS>\n<CURDEF>EUR\n<BANKACCTFROM>\n<BANKID>12345\n<ACCTID>00099887766\n<ACCTTYPE>CHECKING\n</BANKACCTFROM>\n<BANKTRANLIST>\n${rows.join('\n')}\n</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>0\n<DTASOF>20251231\n</LEDGERBAL>\n</STMTRS>\n</STMTTRNRS>\n</BANKMSGSRSV1>\n</OFX>\n`
}

const readWhole = (bytes: Uint8Array) => {
  const read = readStatements(bytes, { today, utf8 })
  if (!read.ok || read.value[0]?.lines.length !== ROWS) throw new Error('the benchmark file was not read whole')
  return read.value[0]
}

/** What is timed, by its name: each takes the bytes of its file. */
const SUBJECTS = {
  'csv papaparse alone': (bytes: Uint8Array) => Papa.parse(utf8(bytes), { delimiter: ';' }).data.length,
  'csv read': (bytes: Uint8Array) => readWhole(bytes).lines.length,
  'csv read, labels understood, ids given': (bytes: Uint8Array) => transactionsOf(readWhole(bytes)).transactions.length,
  'ofx ofx-js': (bytes: Uint8Array) => Object.keys(parseSync(utf8(bytes)).OFX).length,
  'ofx read': (bytes: Uint8Array) => readWhole(bytes).lines.length,
  'ofx read, labels understood, ids given': (bytes: Uint8Array) => transactionsOf(readWhole(bytes)).transactions.length,
} satisfies Readonly<Record<string, (bytes: Uint8Array) => number>>
type Subject = keyof typeof SUBJECTS
const subjects = Object.keys(SUBJECTS) as Subject[]
const baseOf = (subject: Subject): Subject => (subject.startsWith('csv') ? 'csv papaparse alone' : 'ofx ofx-js')

/** Empties the heap, so that nobody pays for what the one before left behind. */
const clean: () => void = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
})()

/** Times each subject in turn, so that a busy moment of the machine falls on all; then each alone in a process, for its memory. */
export function benchStatements(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tabellion-bench-'))
  try {
    const paths = { csv: join(folder, 'statement.csv'), ofx: join(folder, 'statement.ofx') }
    writeFileSync(paths.csv, csvFile())
    writeFileSync(paths.ofx, ofxFile())
    const pathOf = (subject: Subject): string => (subject.startsWith('csv') ? paths.csv : paths.ofx)
    const bytes = new Map(subjects.map((subject) => [subject, Uint8Array.from(readFileSync(pathOf(subject)))]))
    const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]))
    for (let run = 0; run < RUNS; run += 1) {
      for (const subject of subjects) {
        clean()
        const start = process.cpuUsage()
        SUBJECTS[subject](bytes.get(subject) ?? new Uint8Array())
        const { user, system } = process.cpuUsage(start)
        times.get(subject)?.push((user + system) / 1_000)
      }
    }
    const median = (subject: Subject): number => times.get(subject)?.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
    const lines = subjects.map((subject) => {
      const ratio = median(subject) / median(baseOf(subject))
      return `| ${subject} | ${median(subject).toFixed(0)} | ${ratio.toFixed(2)} | ${memoryOf(subject, pathOf(subject))} |`
    })
    return [
      `Statements of ${ROWS.toLocaleString('en')} rows: processor time, median of ${RUNS} runs in one process; memory of a process of its own, above Node’s.`,
      '',
      '| what | ms | times the first | MB |',
      '| --- | ---: | ---: | ---: |',
      ...lines,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The most memory a fresh process took, less what it had before it read the file. */
function memoryOf(subject: Subject, path: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), 'scripts/bench/statements.ts', '--memory', subject, path],
    { cwd: root, encoding: 'utf8' },
  )
  return stdout.trim()
}

const [flag, subject, path] = process.argv.slice(2)
if (flag === '--memory' && path !== undefined) {
  const before = process.memoryUsage.rss() / 1024
  SUBJECTS[subjects.find((name) => name === subject) ?? 'csv read'](Uint8Array.from(readFileSync(path)))
  console.log(((process.resourceUsage().maxRSS - before) / 1024).toFixed(0))
} else if (isEntry('statements.ts')) console.log(benchStatements())
