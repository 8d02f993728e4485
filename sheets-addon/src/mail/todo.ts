import type { TodoItem } from '../actions/action.ts'
import { counted, enumerate } from '../messages/sentences.ts'
import type { Workbook } from '../workbook/open.ts'
import { unsureNumbers } from './states.ts'
import { waitingMails } from './waiting.ts'

/** Mails that need a look, and those that wait for the day's quota. */
export function mailItems(workbook: Workbook): readonly TodoItem[] {
  const items: TodoItem[] = []
  const unsure = unsureNumbers(workbook)
  if (unsure.length > 0)
    items.push({
      code: 'mails-unsure',
      count: unsure.length,
      message: `On ne sait si ${enumerate(unsure.slice(0, 3))} ${unsure.length === 1 ? 'est parti' : 'sont partis'} : regardez vos messages envoyés.`,
      tab: 'Factures',
    })
  const waiting = waitingMails(workbook).length
  if (waiting > 0)
    items.push({
      code: 'mails-waiting',
      count: waiting,
      message: `${counted(waiting, 'e-mail attend', 'e-mails attendent')} de partir : Facturation › Factures et clients › Envoyer les documents.`,
      tab: 'Factures',
    })
  return items
}
