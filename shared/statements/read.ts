import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { isZip, unzip } from './archive.ts'
import { bankNamedIn } from './bank.ts'
import { decodeText, type NativeUtf8 } from './encoding.ts'
import { foreignBytes, foreignText, isBinary } from './foreign.ts'
import type { Assumption, RowProblem, StatementProblem } from './problem.ts'
import { camt } from './readers/camt.ts'
import { cfonb120 } from './readers/cfonb120.ts'
import { csv } from './readers/csv.ts'
import { mt940 } from './readers/mt940.ts'
import { ofx } from './readers/ofx.ts'
import { pasted } from './readers/pasted.ts'
import { qif } from './readers/qif.ts'
import type { ReadContext, Reader } from './readers/reader.ts'
import { readXlsx } from './readers/xlsx.ts'
import type { Reading, Statement } from './statement.ts'

/** Structured formats first: each says no to all others, so that the order only saves time. `csv` and `pasted` come last. */
const STRUCTURED: readonly Reader[] = [camt, ofx, cfonb120, mt940, qif]
const LOOSE: readonly Reader[] = [csv, pasted]
/** A year of a busy account is under 5 MB. */
const MAX_BYTES = 60_000_000

export interface ReadOptions extends Pick<ReadContext, 'today' | 'dateOrder'> {
  /** Only faster: Apps Script has none. */
  readonly utf8?: NativeUtf8
}

/**
 * Reads a file a bank gave, whatever its name: one statement, or one for each file inside an archive. By content alone; a file
 * that is damaged or is something else is refused whole, with what it is.
 */
export function readStatements(
  bytes: Uint8Array,
  options: ReadOptions,
): Result<readonly Statement[], StatementProblem> {
  if (bytes.length > MAX_BYTES) return fail({ code: 'too-large', bytes: bytes.length, limit: MAX_BYTES })
  return isZip(bytes) ? readZip(bytes, options) : asList(readOne(bytes, options))
}

function readOne(bytes: Uint8Array, options: ReadOptions): Result<Statement, StatementProblem> {
  if (bytes.length === 0) return fail({ code: 'empty-file' })
  const foreign = foreignBytes(bytes)
  if (foreign === 'locked-workbook') return fail({ code: 'protected-file', format: 'xlsx' })
  if (foreign !== undefined) return fail({ code: 'foreign-file', what: foreign })
  const { text: whole, encoding, repaired } = decodeText(bytes, options.utf8)
  // DOS marked the end of a text.
  const text = whole.endsWith('\u001a') ? whole.slice(0, -1) : whole
  if (text.trim() === '') return fail({ code: 'empty-file' })
  if (isBinary(text)) return fail({ code: 'foreign-file', what: 'binary' })
  const reading = readText(text, options)
  if (!reading.ok) return fail(withBank(reading.problem, text))
  return ok(finish(reading.value, encoding, repaired ? [{ code: 'repaired-encoding' }] : []))
}

function readText(text: string, options: ReadOptions): Result<Reading, StatementProblem> {
  const context: ReadContext = { ...options, decode }
  const structured = STRUCTURED.find((reader) => reader.recognises(text))
  if (structured !== undefined) return structured.read(text, context)
  const foreign = foreignText(text)
  if (foreign !== undefined) return fail({ code: 'foreign-file', what: foreign })
  const loose = LOOSE.find((reader) => reader.recognises(text))
  return loose === undefined ? fail({ code: 'foreign-file', what: 'text' }) : loose.read(text, context)
}

/** A workbook is a ZIP too; so are OpenDocument and Word files. What remains is an archive of statements. */
function readZip(bytes: Uint8Array, options: ReadOptions): Result<readonly Statement[], StatementProblem> {
  const names: string[] = []
  const listed = unzip(bytes, (name) => {
    names.push(name.replace(/\\/g, '/'))
    return false
  })
  if (!listed.ok) return fail(zipProblem(listed.problem.code, bytes.length))
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) {
    const workbook = readXlsx(bytes, { ...options, decode })
    return workbook.ok ? ok([finish(workbook.value, 'binary', [])]) : workbook
  }
  if (names.some((name) => /^word\//i.test(name))) return fail({ code: 'foreign-file', what: 'word-processor' })
  if (names.some((name) => /^(?:mimetype$|content\.xml$)|^Index\/.*\.iwa$|^xl\/workbook\.bin$/i.test(name)))
    return fail({ code: 'foreign-file', what: 'open-document' })
  const unzipped = unzip(bytes, () => true)
  if (!unzipped.ok) return fail(zipProblem(unzipped.problem.code, bytes.length))

  const statements: Statement[] = []
  const refused: Extract<RowProblem, { code: 'member-refused' }>[] = []
  for (const { name, bytes: content } of unzipped.value) {
    // An archive in an archive is not opened: nobody sends one, but a trap.
    const read = isZip(content) ? readWorkbookMember(content, options) : readOne(content, options)
    if (read.ok) statements.push({ ...read.value, member: name })
    else refused.push({ code: 'member-refused', member: name, problem: read.problem })
  }
  const [first, ...others] = statements
  if (first === undefined) return fail(refused[0]?.problem ?? { code: 'empty-file' })
  return ok([{ ...first, problems: [...first.problems, ...refused] }, ...others])
}

function readWorkbookMember(bytes: Uint8Array, options: ReadOptions): Result<Statement, StatementProblem> {
  const workbook = readXlsx(bytes, { ...options, decode })
  return workbook.ok ? ok(finish(workbook.value, 'binary', [])) : fail({ code: 'foreign-file', what: 'archive' })
}

const decode = (bytes: Uint8Array): string => decodeText(bytes).text

const zipProblem = (code: 'damaged' | 'protected' | 'too-large', bytes: number): StatementProblem =>
  code === 'protected'
    ? { code: 'protected-file', format: 'zip' }
    : code === 'too-large'
      ? { code: 'too-large', bytes, limit: MAX_BYTES }
      : { code: 'damaged-file', format: 'zip' }

const finish = (reading: Reading, encoding: string, assumed: readonly Assumption[]): Statement => ({
  ...reading,
  encoding,
  assumed: [...assumed, ...reading.assumed],
})

/** The bank a refused file names tells what to download there. */
function withBank(problem: StatementProblem, text: string): StatementProblem {
  if (problem.code !== 'foreign-file' && problem.code !== 'truncated-file' && problem.code !== 'damaged-file')
    return problem
  const bank = bankNamedIn(text)
  return bank === undefined ? problem : { ...problem, bank }
}

const asList = (read: Result<Statement, StatementProblem>): Result<readonly Statement[], StatementProblem> =>
  read.ok ? ok([read.value]) : read
