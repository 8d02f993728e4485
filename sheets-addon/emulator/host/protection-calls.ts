/** Protections of ranges and of whole tabs (ground truth §1). */
import { type Area, type Box, type Protection, type Sheet, withSheet } from './book.ts'
import { service } from './call.ts'
import { integer } from './chance.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { needs } from './scopes.ts'
import { sheetFor } from './sheet-access.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

const change = ({ workspace }: Execution, id: number, by: (sheet: Sheet) => Sheet): void =>
  workspace.change((book) => withSheet(book, id, by))
const boxOf = ({ row, column, rows, columns }: Box): Box => ({ row, column, rows, columns })

function protectionOf(execution: Execution, sheet: number, id: string): Protection {
  const found = sheetFor(execution, sheet).protections.find((protection) => protection.id === id)
  if (!found) throw exception('The protection does not exist any more.')
  return found
}

function mayChange(execution: Execution, { editors, warningOnly }: Protection): void {
  const { user, world } = execution
  if (user !== world.owner && !warningOnly && !editors.includes(user)) {
    throw exception('You do not have permission to perform that action.')
  }
}

function changeProtection(execution: Execution, sheet: number, id: string, by: Partial<Protection>): void {
  mayChange(execution, protectionOf(execution, sheet, id))
  change(execution, sheet, (before) => ({
    ...before,
    protections: before.protections.map((protection) => (protection.id === id ? { ...protection, ...by } : protection)),
  }))
}

export const protectionCalls = {
  /** A range gets one more, overlapping, at each call; a sheet has one, given back. Inert until its editors change. */
  'Protection.add': counted((execution: Execution, area: Area, kind: 'RANGE' | 'SHEET'): string => {
    const { protections } = sheetFor(execution, area.sheet)
    const existing = kind === 'SHEET' ? protections.find((protection) => protection.kind === 'SHEET') : undefined
    if (existing) return existing.id
    const protection: Protection = {
      id: String(integer(execution.world.chance, 2_000_000_000)),
      kind,
      box: boxOf(area),
      description: '',
      warningOnly: false,
      // Every editor may still edit: they are removed one by one.
      editors: [...new Set([execution.user, ...Object.keys(execution.world.kept.consents)])].filter(
        (user) => user !== execution.world.owner,
      ),
      domainEdit: false,
      unprotected: [],
      named: null,
    }
    change(execution, area.sheet, (sheet) => ({ ...sheet, protections: [...sheet.protections, protection] }))
    return protection.id
  }),
  /** Of one tab, or of the whole file in one round trip. */
  'Protection.list': counted(
    (
      execution: Execution,
      sheet: number | null,
      kind: 'RANGE' | 'SHEET',
    ): readonly { readonly sheet: number; readonly id: string }[] =>
      execution.workspace
        .book()
        .sheets.filter(({ id }) => sheet === null || id === sheet)
        .flatMap((one) =>
          one.protections.filter((protection) => protection.kind === kind).map(({ id }) => ({ sheet: one.id, id })),
        ),
  ),
  'Protection.get': counted(
    (execution: Execution, sheet: number, id: string): Protection => protectionOf(execution, sheet, id),
  ),
  /** The owner is never listed (gas-fakes); throws for who may not edit. */
  'Protection.getEditors': counted((execution: Execution, sheet: number, id: string) => {
    const protection = protectionOf(execution, sheet, id)
    mayChange(execution, protection)
    return protection.editors
  }),
  'Protection.change': counted(
    (
      execution: Execution,
      sheet: number,
      id: string,
      by: Partial<Pick<Protection, 'description' | 'warningOnly' | 'unprotected' | 'box' | 'named'>>,
    ) => changeProtection(execution, sheet, id, by),
  ),
  /** Never the owner nor the current user. */
  'Protection.removeEditors': counted((execution: Execution, sheet: number, id: string, users: readonly string[]) => {
    const { editors } = protectionOf(execution, sheet, id)
    changeProtection(execution, sheet, id, {
      editors: editors.filter((user) => user === execution.user || !users.includes(user)),
    })
  }),
  'Protection.addEditors': counted((execution: Execution, sheet: number, id: string, users: readonly string[]) => {
    const { editors } = protectionOf(execution, sheet, id)
    changeProtection(execution, sheet, id, { editors: [...new Set([...editors, ...users])] })
  }),
  /** Files of gmail.com have no domain: throws (Google's reference). */
  'Protection.setDomainEdit': counted((execution: Execution, sheet: number, id: string, domainEdit: boolean) => {
    if (execution.world.switches.account === 'consumer') throw exception('Domain edit is not available for this file.')
    changeProtection(execution, sheet, id, { domainEdit })
  }),
  'Protection.canEdit': counted((execution: Execution, sheet: number, id: string) => {
    const { editors } = protectionOf(execution, sheet, id)
    return execution.user === execution.world.owner || editors.includes(execution.user)
  }),
  'Protection.canDomainEdit': counted(
    (execution: Execution, sheet: number, id: string) => protectionOf(execution, sheet, id).domainEdit,
  ),
  'Protection.remove': counted((execution: Execution, sheet: number, id: string) => {
    mayChange(execution, protectionOf(execution, sheet, id))
    change(execution, sheet, (before) => ({
      ...before,
      protections: before.protections.filter((protection) => protection.id !== id),
    }))
  }),
}
