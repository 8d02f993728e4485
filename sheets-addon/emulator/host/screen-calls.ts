/** Ui, toast: who can see a screen, and what a dialog costs (ground truth 2: every held lock). */
import type { Answer, Dialog, MenuItem } from '../types.ts'
import { service } from './call.ts'
import { exception, noPermission } from './errors.ts'
import { dropLocks, type Execution } from './execution.ts'
import { needs } from './scopes.ts'

const { counted } = service('Ui', needs.screen)
/** Part of SpreadsheetApp, but no read or write of the workbook. */
const app = service('SpreadsheetApp', needs.nothing, 'other')

const someoneLooks = ({ context }: Execution): boolean => context === 'menu' || context === 'rpc'

function show(execution: Execution, dialog: Dialog): void {
  // onOpen and onEdit may build menus and nothing else.
  if (execution.context === 'simple') throw noPermission(`Ui.${dialog.kind}`, needs.screen.scopes)
  execution.dialogs.push(dialog)
}

/** Where a run may be taken back, a dialog with one button needs nobody, and a question without an answer ends it. */
function answered(execution: Execution, dialog: Dialog): Answer {
  if (!execution.mayBeTakenBack) return execution.answers.shift() ?? 'CLOSE'
  if (dialog.kind === 'alert' && dialog.buttons === 'OK') return 'OK'
  const answer = execution.answers.shift()
  if (answer !== undefined) return answer
  execution.stopped = { why: 'question', dialog }
  throw exception('Execution stopped.')
}

export const screenCalls = {
  'SpreadsheetApp.getUi': app.free((execution: Execution) => {
    if (!someoneLooks(execution) && execution.context !== 'simple') {
      throw exception('Cannot call SpreadsheetApp.getUi() from this context.')
    }
  }),
  'Ui.addMenu': counted(({ world }: Execution, title: string, items: readonly MenuItem[]) => {
    world.menus = [...world.menus.filter((menu) => menu.title !== title), { title, items }]
  }, needs.nothing),
  /** Suspends the script until someone answers: locks do not survive it. */
  'Ui.ask': counted((execution: Execution, dialog: Dialog): { readonly button: string; readonly text: string } => {
    show(execution, dialog)
    dropLocks(execution)
    const answer: Answer = answered(execution, dialog)
    return typeof answer === 'string' ? { button: answer, text: '' } : answer
  }),
  /** One sidebar at a time: a new one replaces it. */
  'Ui.show': counted((execution: Execution, dialog: Dialog, html: string) => {
    show(execution, dialog)
    execution.world.shown = { kind: dialog.kind, html, title: dialog.title }
  }),
  'Spreadsheet.toast': app.counted((execution: Execution, message: string, title: string) => {
    // Without a screen: no error, no effect.
    if (someoneLooks(execution) || execution.context === 'simple') execution.toasts.push({ message, title })
  }),
}
