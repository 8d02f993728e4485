import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { DeadlineMarked } from '@tabellion/shared/journal'
import { canonicalJson, nearest } from '@tabellion/shared/kernel'
import { deadlineStatuses, type Table } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import { typeset } from '../../messages/typography.ts'
import { appliedCells } from '../../obligations/deadline-plan.ts'
import { type DeadlineRow, readDeadlines } from '../../obligations/deadline-row.ts'
import { MARKED_PROPERTY, marksOf, refreshDeadlines } from '../../obligations/refresh.ts'
import { writeCells } from '../../obligations/write-cells.ts'
import type { Ports } from '../../ports.ts'
import { dayOf } from '../../workbook/given.ts'
import { headProperty, openWorkbook, pendingProperty } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { appendEvents } from '../../workbook/write.ts'
import { action, type Outcome } from '../action.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'

const schema = {
  required: ['id', 'status'],
  properties: {
    id: { type: 'string', description: 'L’ID de la ligne d’Échéances, comme urssaf-return/2026-Q4.' },
    status: { type: 'string', description: 'done (Fait), not-applicable (Sans objet) ou open (à faire).' },
    doneOn: { type: 'string', description: 'Le jour où c’est fait ; par défaut aujourd’hui.', format: 'date' },
    reference: { type: 'string', description: 'Le numéro que l’administration a donné.' },
    amountCents: { type: 'integer', description: 'Ce qui a été payé, en centimes.' },
    reason: { type: 'string', description: 'Pourquoi elle est sans objet.' },
  },
} as const satisfies ArgumentsSchema

export const markDeadline = action({
  name: 'mark-deadline',
  menu: 'Marquer une échéance…',
  what: 'Note qu’une échéance est faite, avec sa référence et son montant, ou sans objet, avec sa raison ; ou la rouvre.',
  args: schema,
  run: (ports, args) => {
    const mark = readMark(args, ports.clock.today)
    return ports.lock.need(() => record(ports, mark))
  },
})

const STATUSES: Readonly<Record<string, DeadlineMarked['status']>> = {
  done: 'done',
  'not-applicable': 'not-applicable',
  open: 'open',
}

/** Identifiers, and what the cell says. */
function readStatus(text: string): DeadlineMarked['status'] {
  const known = STATUSES[text]
  if (known !== undefined) return known
  const label = deadlineStatuses.parse(text)
  if (label === undefined) return refuse({ code: 'unknown-mark', status: text })
  return label === 'done' ? 'done' : label === 'notApplicable' ? 'not-applicable' : 'open'
}

function readMark(args: Given<typeof schema>, today: Day): DeadlineMarked {
  const status = readStatus(args.status)
  const doneOn = dayOf(args.doneOn, 'doneOn') ?? today
  if (doneOn > today) return refuse({ code: 'mark-in-future', on: doneOn, today })
  const reason = (args.reason ?? '').trim()
  if (status === 'not-applicable' && reason === '') return refuse({ code: 'reason-needed' })
  const reference = (args.reference ?? '').trim()
  return {
    type: 'deadlineMarked',
    v: 1,
    id: args.id,
    status,
    on: today,
    source: 'action',
    ...(status === 'done' ? { doneOn } : {}),
    ...(reference === '' ? {} : { reference }),
    ...(args.amountCents === undefined ? {} : { amount: cents(args.amountCents) }),
    ...(reason === '' ? {} : { reason }),
  }
}

/** The journal first, then the row's cells: a run stopped between the two is finished by the next look at *Échéances*. */
function record(ports: Ports, mark: DeadlineMarked): Outcome {
  const { sheets, store, clock } = ports
  const { findings } = refreshDeadlines(ports, openWorkbook(ports))
  const workbook = openWorkbook(ports)
  const table = workbook.table('deadlines')
  const row = findRow(table, mark.id)
  const journal = workbook.journal()
  const known = journal.keys('deadlineMarked').some((key) => key === `${mark.id} ${mark.status}`)
    ? marksOf(workbook).get(mark.id)
    : undefined
  let head = journal.head
  if (!known || canonicalJson(known) !== canonicalJson(mark)) {
    store.write(pendingProperty)
    head = appendEvents(sheets, [...schemaEvents(journal), mark], head, clock.instant)
  }
  writeCells(sheets, table, [{ row: row.row, cells: appliedCells(row, mark, clock.today) }])
  sheets.flush()
  store.write({ ...headProperty(head), [MARKED_PROPERTY]: String(head.sequence) })
  return { message: typeset(messageOf(row, mark)), findings }
}

function findRow(table: Table<'deadlines'>, id: string): DeadlineRow {
  const rows = readDeadlines(table, [])
  const row = rows.find((candidate) => candidate.id === id)
  if (row) return row
  const near = nearest(
    id,
    rows.flatMap((candidate) => (candidate.id === '' ? [] : [candidate.id])),
  )
  return refuse({ code: 'unknown-deadline', id, ...(near === undefined ? {} : { nearest: near }) })
}

function messageOf({ period, title }: DeadlineRow, { doneOn, reference, status }: DeadlineMarked): string {
  const what = `${title}, ${period}`
  if (status === 'open') return `${what} : à faire de nouveau, les rappels reprennent.`
  if (status === 'not-applicable') return `${what} : sans objet, plus de rappel.`
  return `${what} : fait le ${formatDay(doneOn as Day)}${reference === undefined ? '' : `, référence ${reference}`}. Plus de rappel.`
}
