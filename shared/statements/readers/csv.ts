import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { StatementProblem } from '../problem.ts'
import type { Reading } from '../statement.ts'
import type { TableReading } from '../table/read.ts'
import { readInBlocks } from './csv/blocks.ts'
import { type CsvText, openCsv } from './csv/dialect.ts'
import { readWhole } from './csv/whole.ts'
import type { Reader } from './reader.ts'

/**
 * CSV of any bank: the delimiter is the one that gives dated amounts, not the one that occurs most. Papaparse parts the cells;
 * what they mean is told by table/.
 */
export const csv: Reader = {
  recognises: (text) => openCsv(text) !== undefined,
  read: (source, context) => {
    const opened = openCsv(source)
    if (opened === undefined) return fail({ code: 'foreign-file', what: 'text' })
    return described(opened, readInBlocks(opened, context) ?? readWhole(opened, context))
  },
}

function described(opened: CsvText, read: Result<TableReading, StatementProblem>): Result<Reading, StatementProblem> {
  if (!read.ok) return read
  const { mark, order, ...rest } = read.value
  return ok({
    ...rest,
    format: 'csv',
    dialect: `${opened.name}, decimal ${mark === ',' ? 'comma' : 'point'}, ${order}`,
  })
}
