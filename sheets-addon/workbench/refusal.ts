/** A gesture that the sheet refused, in words: where, what, what to do instead. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { boxNamed, cellName } from './places.ts'
import type { Gesture, Outcome } from './protocol.ts'
import { ruleOf } from './rules.ts'
import { words } from './words.ts'

type Refused = NonNullable<Outcome['refused']>

export function refusal(screen: ScreenAccess, sheet: stored.Sheet, gesture: Gesture, error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error)
  const named = boxNamed(/in cell ([A-Z]+\d+) violates/.exec(message)?.[1] ?? '')
  if (named) {
    const rule = sheet.dresses[named.row - 1]?.[named.column - 1]?.rule
    const asks = rule ? (rule.help ?? ruleOf(screen, rule).asks) : ''
    const cell = cellName(named.row, named.column)
    const text = gesture.do === 'type' ? words.refused(cell, gesture.text, asks) : words.refusedPaste(cell, asks)
    return { row: named.row, column: named.column, text }
  }
  const { row, column } = 'box' in gesture && gesture.box ? gesture.box : { row: 1, column: 1 }
  return { row, column, text: sentence(gesture, message) }
}

function sentence(gesture: Gesture, message: string): string {
  if (gesture.do === 'undo' || gesture.do === 'redo') return words.notUndone
  if (gesture.do === 'delete' && /not frozen/.test(message)) return words.tooManyRowsDeleted
  return words.notDone
}
