/** Validation rules as a person meets them: a box to tick, a list, or a sentence that says what is asked. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import type { CellRule } from './protocol.ts'
import { rulesInWords, type Wording } from './words.ts'

export function ruleOf(screen: ScreenAccess, rule: stored.Validation): CellRule {
  const options = optionsOf(screen, rule)
  const wording: Wording | undefined = rulesInWords[rule.criteria]
  return {
    kind: rule.criteria === 'CHECKBOX' ? 'checkbox' : options ? 'list' : 'other',
    ...(options ? { options } : {}),
    ...(rule.help === null ? {} : { help: rule.help }),
    asks: wording?.(rule.values.map((value) => inWords(screen, value))) ?? '',
    isStrict: !rule.allowInvalid,
  }
}

function optionsOf(screen: ScreenAccess, { criteria, values: [first] }: stored.Validation): string[] | undefined {
  if (criteria === 'VALUE_IN_LIST' && Array.isArray(first)) return first.map(String)
  if (criteria !== 'VALUE_IN_RANGE' || typeof first !== 'object' || first === null || !('area' in first))
    return undefined
  return textsIn(screen, first.area)
}

/** The texts of an area, each once, in the order of the sheet. */
export function textsIn(screen: ScreenAccess, { sheet: id, row, column, rows, columns }: stored.Area): string[] {
  const sheet = screen.book().sheets.find((candidate) => candidate.id === id)
  if (!sheet) return []
  const last = Math.min(row + rows - 1, screen.extent(sheet).rows)
  const texts = new Set<string>()
  for (let at = row; at <= last; at++) {
    for (let beside = column; beside < column + columns; beside++) texts.add(screen.display(sheet, at, beside))
  }
  texts.delete('')
  return [...texts]
}

function inWords(screen: ScreenAccess, value: stored.CriterionValue): string {
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'object' && value !== null && 'instant' in value) {
    const { timeZone } = screen.book()
    return new Intl.DateTimeFormat('fr-FR', { timeZone, dateStyle: 'short' }).format(value.instant)
  }
  return typeof value === 'object' ? '' : String(value)
}
