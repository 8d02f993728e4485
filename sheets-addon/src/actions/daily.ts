import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { Finding } from '@tabellion/shared/kernel'
import {
  DAILY_PROPERTY,
  integrityProperty,
  keepDaily,
  lastDaily,
  lastIntegrity,
  missedDays,
} from '../automation/daily-run.ts'
import { counted } from '../messages/sentences.ts'
import { mailDigest } from '../obligations/digest.ts'
import { bookPurchases } from '../obligations/purchases.ts'
import { refreshDeadlines } from '../obligations/refresh.ts'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { makeRecurringRows } from '../quotes/recurring.ts'
import { refreshQuotes } from '../quotes/refresh.ts'
import { sayReminders } from '../reminders/send.ts'
import { stampDashboard } from '../workbook/dashboard.ts'
import { openWorkbook } from '../workbook/open.ts'
import { type Action, noArguments, type Outcome } from './action.ts'
import { carryOrders, hasOrders } from './orders/carry.ts'
import { sendWaiting } from './send-documents.ts'
import { todoItems } from './today.ts'
import { inspectWorkbook } from './verify.ts'

/** What the clock does each morning, nobody watching. Run twice, or after days without, it does the same once. */
export const daily: Action = {
  name: 'daily',
  menu: 'Passage quotidien',
  what: 'Met à jour statuts et échéances, vérifie l’intégrité, envoie les e-mails retenus la veille, les relances automatiques et les rappels d’échéances, rattrape les jours manqués.',
  args: noArguments,
  run: runDaily,
}

interface Done {
  readonly findings: readonly Finding[]
  readonly missed: readonly Day[]
  /** Rows of *Ventes* that came back. */
  readonly recurring: number
  readonly hasOrders: boolean
  readonly actions: Outcome['actions']
}

function runDaily(ports: Ports): Outcome {
  const done = ports.lock.need(() => refresh(ports))
  const orders = done.hasOrders ? carryOrders(ports) : undefined
  const delivery = sendWaiting(ports)
  const reminders = openWorkbook(ports).tableIfAny('reminders') ? sayReminders(ports, { kind: 'automatic' }) : undefined
  const digest = mailDigest(ports)
  const sent = [...delivery.sent, ...(reminders?.sent ?? [])]
  const left = delivery.left.length + (reminders?.left ?? 0)
  return {
    message: `${sentence(ports.clock.today, done, delivery.sent.length, reminders?.sent.length ?? 0)}${ordered(orders?.taken.length ?? 0)}`,
    findings: [
      ...done.findings,
      ...(orders?.billed ?? []).flatMap(({ findings }) => findings),
      ...delivery.findings,
      ...(reminders?.findings ?? []),
      ...digest.findings,
    ],
    ...(sent.length === 0 ? {} : { sent }),
    ...(done.actions === undefined ? {} : { actions: done.actions }),
    ...(left === 0 ? {} : { unfinished: left }),
  }
}

function refresh(ports: Ports): Done {
  const { clock, sheets, store } = ports
  const opened = openWorkbook(ports)
  const recurring = makeRecurringRows(ports, opened)
  const workbook = recurring === 0 ? opened : openWorkbook(ports)
  const missed = missedDays(lastDaily(workbook.properties()), clock.today)
  keepDaily(ports, { ...workbook.properties(), [DAILY_PROPERTY]: clock.today })
  const recorded = recordPayments(ports, workbook)
  const now = recorded.adopted.length === 0 ? workbook : openWorkbook(ports)
  refreshQuotes(ports, now)
  const deadlines = refreshDeadlines(ports, now)
  const bought = bookPurchases(ports, openWorkbook(ports))
  // The whole walk is long: once a day, whatever else makes this run start again.
  const walked = lastIntegrity(workbook.properties())?.on === clock.today
  const integrity = walked ? [] : inspectWorkbook(ports).findings
  stampDashboard(sheets, {
    ...(walked ? {} : { integrity: stamp(integrity.length, clock.today) }),
    lastRun: formatDay(clock.today),
  })
  sheets.flush()
  store.write({ [DAILY_PROPERTY]: clock.today, ...(walked ? {} : integrityProperty(clock.today, integrity)) })
  return {
    findings: [...recorded.findings, ...deadlines.findings, ...bought.findings, ...integrity],
    missed,
    recurring,
    hasOrders: hasOrders(now),
    actions: todoItems(now, recorded, deadlines, clock.today),
  }
}

const stamp = (alterations: number, today: Day): string =>
  alterations === 0
    ? `✓ intact, le ${formatDay(today)}`
    : `✗ ${counted(alterations, 'altération', 'altérations')} : voyez Contrôles`

const ordered = (taken: number): string =>
  taken === 0 ? '' : ` ${counted(taken, 'commande reprise', 'commandes reprises')} dans Ventes.`

function sentence(today: Day, { missed, recurring }: Done, sent: number, reminded: number): string {
  const parts = [`Passage du ${formatDay(today)} fait.`]
  if (missed.length > 0) parts.push(`${counted(missed.length, 'jour manqué rattrapé', 'jours manqués rattrapés')}.`)
  if (recurring > 0)
    parts.push(`${counted(recurring, 'ligne récurrente ajoutée', 'lignes récurrentes ajoutées')} à Ventes.`)
  if (sent > 0) parts.push(`${counted(sent, 'e-mail retenu envoyé', 'e-mails retenus envoyés')}.`)
  if (reminded > 0) parts.push(`${counted(reminded, 'relance envoyée', 'relances envoyées')}.`)
  return parts.join(' ')
}
