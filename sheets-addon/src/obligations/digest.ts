import { type Day, parseDay } from '@tabellion/shared/calendar'
import { readSettings } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { type AlertPlan, digestText, planAlerts, type SaidSteps } from './alerts.ts'
import type { DeadlineRow } from './deadline-row.ts'
import type { ObligationFinding } from './problems.ts'
import { refreshDeadlines } from './refresh.ts'

/** The steps said by mail, kept before the mail leaves. */
const SAID_PROPERTY = 'alerts.mail'
/** The day of a mail begun and not confirmed; empty once it left. */
const BEGUN_PROPERTY = 'alerts.begun'

export interface Digest {
  /** How many duties today's mail spoke of. */
  readonly told: number
  readonly findings: readonly ObligationFinding[]
}

/**
 * The daily mail about deadlines: at most one a day, and none without news. What it says is kept before it leaves, so that a run
 * stopped in between says nothing twice; whether that mail left is then told, never tried again.
 */
export const mailDigest = (ports: Ports): Digest =>
  sendDigest(
    ports,
    ports.lock.need(() => prepareDigest(ports)),
  )

/** The mail that was prepared under the lock, once it is released. */
export function sendDigest(ports: Ports, { findings, mail }: PreparedDigest): Digest {
  if (mail === undefined) return { told: 0, findings }
  const answer = ports.mailer.send({
    ...digestText(mail.plan, mail.rows, ports.clock.today),
    to: [mail.to],
    fromName: 'Tabellion',
  })
  if (answer.kind === 'sent') {
    ports.store.write({ [BEGUN_PROPERTY]: '' })
    return { told: mail.plan.send.length, findings }
  }
  if (answer.kind === 'unsure') return { told: 0, findings: [...findings, unsure(ports.clock.today)] }
  // It certainly stayed: tomorrow says it.
  ports.store.write({ [SAID_PROPERTY]: mail.before, [BEGUN_PROPERTY]: '' })
  return { told: 0, findings: [...findings, { code: 'digest-refused', reason: answer.reason, severity: 'info' }] }
}

export interface PreparedDigest {
  readonly findings: readonly ObligationFinding[]
  readonly mail?: {
    readonly to: string
    readonly plan: AlertPlan
    readonly rows: readonly DeadlineRow[]
    readonly before: string
  }
}

export function prepareDigest(ports: Ports): PreparedDigest {
  const { store, clock, mailer } = ports
  const workbook = openWorkbook(ports)
  const table = workbook.tableIfAny('settings')
  if (!table) return { findings: [] }
  const settings = readSettings(table)
  const begun = parseDay(workbook.properties()[BEGUN_PROPERTY] ?? '')
  const findings = begun === undefined ? [] : [unsure(begun)]
  const to = settings.text('E-mail')
  if (/^(faux|false|non)$/i.test(settings.text('Rappels par e-mail')) || to === '') return { findings }
  const { rows } = refreshDeadlines(ports, workbook)
  const before = workbook.properties()[SAID_PROPERTY] ?? ''
  const plan = planAlerts(rows, readSaid(before), clock.today)
  if (plan.send.length === 0) return { findings }
  if (mailer.left() === 0)
    return { findings: [...findings, { code: 'digest-refused', reason: 'quota', severity: 'info' }] }
  store.write({ [SAID_PROPERTY]: JSON.stringify(plan.said), [BEGUN_PROPERTY]: clock.today })
  return { findings, mail: { to, plan, rows, before } }
}

const unsure = (on: Day): ObligationFinding => ({ code: 'digest-unsure', on, severity: 'info' })

/** Ours alone: unreadable, it is as if nothing had been said. */
function readSaid(text: string): SaidSteps {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}
