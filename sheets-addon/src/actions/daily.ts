import { type Day, formatDay } from '@tabellion/shared/calendar'
import {
  DAILY_PROPERTY,
  integrityProperty,
  keepDaily,
  lastDaily,
  lastIntegrity,
  missedDays,
} from '../automation/daily-run.ts'
import type { Delivery, SentSummary } from '../mail/deliver.ts'
import { counted } from '../messages/sentences.ts'
import { prepareDigest, sendDigest } from '../obligations/digest.ts'
import { bookPurchases } from '../obligations/purchases.ts'
import { refreshDeadlines } from '../obligations/refresh.ts'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { makeRecurringRows } from '../quotes/recurring.ts'
import { refreshQuotes } from '../quotes/refresh.ts'
import { remindByItself } from '../reminders/send.ts'
import { stampDashboard } from '../workbook/dashboard.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook } from '../workbook/open.ts'
import { remembering } from '../workbook/remember.ts'
import { action, noArguments, type Outcome } from './action.ts'
import { type Carried, carryOrders, hasOrders } from './orders/carry.ts'
import { waitingDelivery } from './send-documents.ts'
import { todoItems } from './today.ts'
import { inspectWorkbook } from './verify.ts'

/** What the clock does each morning, nobody watching. Run twice, or after days without, it does the same once. */
export const daily = action({
  name: 'daily',
  menu: 'Passage quotidien',
  what: 'Met à jour statuts et échéances, vérifie l’intégrité, envoie les e-mails retenus la veille, les relances automatiques et les rappels d’échéances, rattrape les jours manqués.',
  args: noArguments,
  run: runDaily,
})

/** What a step has to tell. */
interface Part {
  readonly findings: readonly Finding[]
  readonly says?: readonly (string | false)[]
  readonly sent?: readonly SentSummary[]
  readonly left?: number
  readonly actions?: Outcome['actions']
}
/** A step of the morning decides and writes under the lock; what it leaves to do without it, mails above all, comes next. */
type Step = (held: Ports) => Part | (() => Part)

/** Under one lock as long as nothing is to be done outside, so that a quiet morning reads each tab once. */
function inTurn(ports: Ports, steps: readonly Step[]): readonly Part[] {
  const parts: Part[] = []
  while (parts.length < steps.length) {
    const { outside } = ports.lock.need(() => {
      const held = remembering(ports)
      for (const step of steps.slice(parts.length)) {
        const part = step(held)
        if (typeof part === 'function') return { outside: part }
        parts.push(part)
      }
      return { outside: undefined }
    })
    if (outside) parts.push(outside())
  }
  return parts
}

function runDaily(ports: Ports): Outcome {
  const parts = inTurn(ports, [
    refresh,
    (held) => (hasOrders(openWorkbook(held)) ? () => ordersPart(carryOrders(ports)) : NOTHING),
    (held) => {
      const deliver = waitingDelivery(held)
      return deliver ? () => mailsPart(deliver(ports), 'e-mail retenu envoyé', 'e-mails retenus envoyés') : NOTHING
    },
    (held) => {
      if (openWorkbook(held).tableIfAny('reminders') === undefined) return NOTHING
      const remind = remindByItself(held)
      return typeof remind === 'function'
        ? () => mailsPart(remind(ports), 'relance envoyée', 'relances envoyées')
        : remind
    },
    (held) => {
      const prepared = prepareDigest(held)
      return prepared.mail ? () => sendDigest(ports, prepared) : prepared
    },
  ])
  const sent = parts.flatMap((part) => part.sent ?? [])
  const left = parts.reduce((sum, part) => sum + (part.left ?? 0), 0)
  return {
    message: parts.flatMap(({ says = [] }) => says.filter((text) => text !== false)).join(' '),
    findings: parts.flatMap(({ findings }) => findings),
    ...(sent.length === 0 ? {} : { sent }),
    ...(parts[0]?.actions && { actions: parts[0].actions }),
    ...(left === 0 ? {} : { unfinished: left }),
  }
}

const NOTHING: Part = { findings: [] }
/** Nothing is said of what did not happen. */
const told = (count: number, one: string, many: string): string | false => count > 0 && `${counted(count, one, many)}.`

const ordersPart = ({ billed, taken }: Carried): Part => ({
  findings: billed.flatMap(({ findings }) => findings),
  says: [told(taken.length, 'commande reprise dans Ventes', 'commandes reprises dans Ventes')],
})

const mailsPart = ({ findings, left, sent }: Delivery, one: string, many: string): Part => ({
  findings,
  sent,
  left: left.length,
  says: [told(sent.length, one, many)],
})

function refresh(ports: Ports): Part {
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
    says: [
      `Passage du ${formatDay(clock.today)} fait.`,
      told(missed.length, 'jour manqué rattrapé', 'jours manqués rattrapés'),
      told(recurring, 'ligne récurrente ajoutée à Ventes', 'lignes récurrentes ajoutées à Ventes'),
    ],
    actions: todoItems(now, recorded, deadlines, clock.today),
  }
}

const stamp = (alterations: number, today: Day): string =>
  alterations === 0
    ? `✓ intact, le ${formatDay(today)}`
    : `✗ ${counted(alterations, 'altération', 'altérations')} : voyez Contrôles`
