import { formatDay } from '@tabellion/shared/calendar'
import type { PlanAgreed } from '@tabellion/shared/journal'
import { type DocumentStatus, instalmentStatuses, numberKey, textOf } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { of, typeset } from '../../messages/typography.ts'
import { recordPayments } from '../../payments/record.ts'
import { type Part, readParts } from '../../plans/parts.ts'
import { plannedFor, runningPlans } from '../../plans/refresh.ts'
import type { Ports } from '../../ports.ts'
import { journalHeld } from '../../workbook/append.ts'
import { openWorkbook, type Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { repairStructure } from '../../workbook/repair.ts'
import { appendRecords, positionsOf, writePatches } from '../../workbook/write.ts'
import { action, type Outcome } from '../action.ts'
import type { Given } from '../arguments.ts'
import { about } from '../arguments.ts'

const schema = about('de la facture', {
  instalments: {
    type: 'array',
    description: 'Les parts, {"date","amountCents"} : leur somme est ce qui reste dû.',
    items: { type: 'object' },
  },
  count: {
    type: 'integer',
    description: 'Ou leur nombre : parts égales, une par mois, la dernière prend l’arrondi.',
  },
  firstDate: { type: 'string', description: 'Avec count : le jour de la première.', format: 'date' },
  proof: { type: 'string', description: 'Où est l’accord du client.' },
})

export const createPlan = action({
  name: 'create-plan',
  menu: 'Proposer un échéancier…',
  what: 'Convient d’un paiement en plusieurs fois de ce qui reste dû d’une facture.',
  args: schema,
  run: (ports, args) => ports.lock.need(() => plan(ports, args)),
})

export const cancelPlan = action({
  name: 'cancel-plan',
  menu: 'Annuler un échéancier…',
  what: 'Met fin à un échéancier : tout ce qui reste dû l’est à la date de la facture.',
  args: about('de la facture', {}),
  run: (ports, args) => ports.lock.need(() => cancel(ports, args.number.trim())),
})

/** What is due of an invoice now, or why no plan can be made of it. */
export function dueOf(statuses: ReadonlyMap<string, DocumentStatus>, number: string): DocumentStatus['settlement'] {
  const document = statuses.get(numberKey(number)) ?? refuse({ code: 'unknown-number', number })
  const { settlement, status } = document
  if (status === 'disputed') refuse({ code: 'plan-disputed', number })
  if (settlement.entry.kind === 'credit' || settlement.balanceDue <= 0 || status === 'uncollectible')
    refuse({ code: 'plan-nothing-due', number })
  return settlement
}

function plan(ports: Ports, args: Given<typeof schema>): Outcome {
  const { today } = ports.clock
  let workbook = openWorkbook(ports)
  if (workbook.tableIfAny('plans') === undefined) {
    repairStructure(ports, ['plans'])
    workbook = openWorkbook(ports)
  }
  const { statuses } = recordPayments(ports, workbook)
  const { balanceDue, entry } = dueOf(statuses, args.number.trim())
  const { number } = entry
  const parts = readParts(number, args, balanceDue, entry.dueDate, today)
  workbook = openWorkbook(ports)
  const before = runningPlans(workbook).has(number) ? plannedFor(workbook, new Set([number])).get(number) : undefined
  const proof = (args.proof ?? '').trim()
  // The very same plan: whoever asked had no answer.
  const event = before && sameParts(before, parts) ? before : agreed(ports, { number, parts, proof })
  if (event !== before) journalHeld(ports, workbook, { events: [event] })
  show(ports, workbook, event)
  recordPayments(ports, openWorkbook(ports))
  return { message: typeset(sentence(event)), findings: [] }
}

const sameParts = ({ instalments }: PlanAgreed, parts: readonly Part[]): boolean =>
  JSON.stringify(instalments.map(({ due, amount }) => [due, amount])) ===
  JSON.stringify(parts.map(({ due, amount }) => [due, amount]))

function agreed(
  { ids, clock }: Ports,
  { number, parts, proof }: { readonly number: string; readonly parts: readonly Part[]; readonly proof: string },
): PlanAgreed {
  const instalments = parts.map((part) => ({ id: ids.next(), ...part }))
  return {
    type: 'planned',
    v: 1,
    number,
    on: clock.today,
    due: instalments.reduce((sum, { amount }) => sum + amount, 0) as PlanAgreed['due'],
    instalments,
    rows: instalments.map(({ id, due, amount }, index) => ({
      id,
      cells: {
        invoice: number,
        rank: index + 1,
        plannedOn: due,
        planned: amount / 100,
        received: 0,
        status: instalmentStatuses.labels.upcoming,
        agreedOn: clock.today,
        proof,
        id,
      },
    })),
  }
}

/** Its rows, where they are missing; those of the plan before are cancelled, never deleted. */
function show({ sheets }: Ports, workbook: Workbook, event: PlanAgreed): void {
  const table = workbook.table('plans')
  cancelRows({ sheets }, workbook, event.number, new Set(event.rows.map(({ id }) => id)))
  const there = new Set(table.rows.map(({ cells }) => textOf(cells.id)))
  appendRecords(
    sheets,
    table,
    event.rows.filter(({ id }) => !there.has(id)).map(({ cells }) => cells),
    positionsOf(table),
  )
  sheets.flush()
}

function cancelRows(
  { sheets }: Pick<Ports, 'sheets'>,
  workbook: Workbook,
  number: string,
  kept: ReadonlySet<string>,
): void {
  const table = workbook.table('plans')
  const status = instalmentStatuses.labels.cancelled
  const patches = table.rows.flatMap(({ row, cells }) =>
    numberKey(textOf(cells.invoice)) === numberKey(number) &&
    !kept.has(textOf(cells.id)) &&
    textOf(cells.status) !== status
      ? [{ row, cells: { status } }]
      : [],
  )
  if (patches.length > 0) writePatches(sheets, table, patches, positionsOf(table), () => false)
}

function cancel(ports: Ports, number: string): Outcome {
  const workbook = openWorkbook(ports)
  if (!runningPlans(workbook).has(number)) refuse({ code: 'no-plan', number })
  const due = workbook
    .events(({ type, key }) => (type === 'reserved' || type === 'takenOver') && key === number)
    .flatMap(({ event }) => (event.type === 'reserved' || event.type === 'takenOver' ? [event.register] : []))[0]?.[
    'dueDate'
  ]
  cancelRows(ports, workbook, number, new Set())
  const invoices = workbook.table('invoices')
  const row = invoices.rows.find(({ cells }) => textOf(cells.number) === number)
  if (row && due !== undefined)
    writePatches(
      ports.sheets,
      invoices,
      [{ row: row.row, cells: { dueDate: due } }],
      positionsOf(invoices),
      () => false,
    )
  journalHeld(ports, workbook, { events: [{ type: 'planEnded', v: 1, number, on: ports.clock.today }] })
  recordPayments(ports, openWorkbook(ports))
  return { message: `L’échéancier ${of(number)} est annulé : le reste est dû à la date de la facture.`, findings: [] }
}

const sentence = ({ instalments, number }: PlanAgreed): string =>
  `${number} se paie en ${instalments.length} fois : ${instalments
    .map(({ due, amount }) => `${formatEuros(amount)} le ${formatDay(due)}`)
    .join(', ')}.`
