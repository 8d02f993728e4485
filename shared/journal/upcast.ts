import type { JournalEvent, JournalEventType } from './events.ts'

/** The newest version of each event that this code writes. Older ones are read through `older`, never rewritten. */
const newest: Readonly<Record<JournalEventType, number>> = {
  schema: 1,
  reserved: 1,
  issued: 1,
  'send-begun': 1,
  sent: 1,
  'not-sent': 1,
  logo: 1,
  restored: 1,
  paid: 1,
  takenOver: 1,
  writtenOff: 1,
  writeOffUndone: 1,
  answered: 1,
  quoted: 1,
  quoteFiled: 1,
  quoteAccepted: 1,
  quoteDeclined: 1,
  planned: 1,
  planEnded: 1,
  plansOffered: 1,
  recurring: 1,
  recurred: 1,
  ordered: 1,
  orderTaken: 1,
  orderListed: 1,
  orderSold: 1,
  orderQuoted: 1,
  deadlineMarked: 1,
  periodSealed: 1,
  exported: 1,
  purchasesBooked: 1,
  received: 1,
  'reminder-approved': 1,
  'reminder-begun': 1,
  'reminder-made': 1,
  'reminder-sent': 1,
  'reminder-not-sent': 1,
  'reminders-worded': 1,
  handedOver: 1,
  handOverUndone: 1,
}

type Stored = { readonly type: string; readonly v: number }

/** `older[type][v]` turns version v into v + 1. Empty until a first event changes its shape. */
const older: Readonly<Partial<Record<string, Readonly<Record<number, (event: Stored) => Stored>>>>> = {}

/** The event in its newest shape; undefined when its type or version is not known to this code. */
export function upcast(stored: Stored): JournalEvent | undefined {
  const target = newest[stored.type as JournalEventType]
  let event = stored
  while (target !== undefined && event.v < target) {
    const step = older[event.type]?.[event.v]
    if (step === undefined) return undefined
    event = step(event)
  }
  // Written by `appendRows` and sealed by the chain: its shape is ours.
  return event.v === target ? (event as JournalEvent) : undefined
}
