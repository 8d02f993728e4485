import type { SchemaSet } from '@tabellion/shared/journal'
import type { JournalIndex } from './open.ts'
import { refuse } from './refusal.ts'

/** The number of the declaration that this code writes; it grows with each migration (architecture §3 « Schema »). */
export const SCHEMA = 1

/** Refuses a workbook written by newer code; gives the event that an empty journal must begin with. */
export function schemaEvents(journal: JournalIndex): readonly SchemaSet[] {
  const found = Number(journal.keys('schema').at(-1) ?? 0)
  if (found > SCHEMA) refuse({ code: 'newer-schema', found, known: SCHEMA })
  return found === 0 ? [{ type: 'schema', v: 1, schema: SCHEMA }] : []
}
