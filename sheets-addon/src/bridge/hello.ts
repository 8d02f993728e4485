import type { Day } from '@tabellion/shared/calendar'
import type { ResultOf } from '@tabellion/shared/exchange'
import { readSettings } from '@tabellion/shared/ledger'
import { VERSION } from '../version.ts'
import type { Workbook } from '../workbook/open.ts'
import { SCHEMA } from '../workbook/schema.ts'
import type { BrowserKey } from './keys.ts'

/** Which file answers, and what may be asked of it. */
export function helloOp(workbook: Workbook, file: string, key: BrowserKey, today: Day): ResultOf<'hello'> {
  const settings = readSettings(workbook.table('settings'))
  return {
    file,
    seller: settings.text('Nom commercial') || settings.text('Prénom et nom'),
    version: VERSION,
    schema: SCHEMA,
    today,
    ops: key.ops,
  }
}
