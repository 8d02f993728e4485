import type { JournalEvent } from './events.ts'
import { jobEventKey } from './job-events.ts'
import { obligationEventKey } from './obligation-events.ts'
import { reminderEventKey } from './reminder-events.ts'

/** What *Clé* holds: the number, for events about a document; how re-runs and look-ups find an event without its data. */
export function eventKey(event: JournalEvent): string {
  switch (event.type) {
    case 'schema':
      return String(event.schema)
    case 'reserved':
    case 'issued':
    case 'send-begun':
    case 'sent':
    case 'not-sent':
    case 'takenOver':
    case 'writtenOff':
    case 'writeOffUndone':
      return event.number
    case 'paid':
      return event.payment
    case 'logo':
      return String(event.version)
    case 'restored':
      return event.on
    case 'answered':
      return event.message
    case 'ordered':
    case 'orderTaken':
    case 'orderListed':
    case 'orderSold':
    case 'orderQuoted':
      return event.order
    case 'quoted':
    case 'quoteFiled':
    case 'quoteAccepted':
    case 'quoteDeclined':
    case 'planned':
    case 'planEnded':
    case 'plansOffered':
    case 'recurring':
    case 'recurred':
      return jobEventKey(event)
    case 'reminder-approved':
    case 'reminder-begun':
    case 'reminder-made':
    case 'reminder-sent':
    case 'reminder-not-sent':
    case 'reminders-worded':
    case 'handedOver':
    case 'handOverUndone':
      return reminderEventKey(event)
    default:
      return obligationEventKey(event)
  }
}
