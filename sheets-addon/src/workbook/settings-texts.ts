import { isFormerDefault, type SettingDeclaration, settingNamed, type Table, textOf } from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import { type Patch, positionsOf, writePatches } from './write.ts'

/** *Explication*. */
export const explanationOf = (declaration: SettingDeclaration): string =>
  declaration.default === undefined
    ? declaration.explanation
    : `${declaration.explanation} Par défaut : ${declaration.default}.`

/**
 * Brings *Réglages* to the texts of this version: explanations are ours; a value that is, to the letter, what an earlier version
 * said by itself is emptied, so that today's default holds. Returns whose value that was.
 */
export function freshenSettings(sheets: Sheets, table: Table<'settings'>): readonly string[] {
  const patches: Patch<'settings'>[] = []
  const former: { readonly name: string; readonly row: number }[] = []
  for (const { cells, row } of table.rows) {
    const declared = settingNamed(textOf(cells.name))
    if (declared === undefined) continue
    const explanation = explanationOf(declared)
    if (cells.explanation !== explanation) patches.push({ row, cells: { explanation } })
    if (isFormerDefault(declared.name, String(cells.value))) former.push({ name: declared.name, row })
  }
  if (patches.length > 0) writePatches(sheets, table, patches, positionsOf(table), () => false)
  const column = table.position.value
  if (former.length > 0 && column !== undefined)
    sheets.writeEach(
      'settings',
      former.map(({ row }) => ({ row, column })),
      '',
    )
  return former.map(({ name }) => name)
}
