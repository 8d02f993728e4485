import { type Day, daysBetween } from '@tabellion/shared/calendar'
import { DEFAULT_ALERT_STEPS } from '@tabellion/shared/deadlines'
import type { DeadlineMarked } from '@tabellion/shared/journal'
import {
  type DeadlineStatus,
  deadlineStatuses,
  isBlank,
  type Row,
  readDate,
  readScaled,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { type Cents, cents } from '@tabellion/shared/money'
import { canBeLate, type ObligationKind } from '@tabellion/shared/regulation'
import type { ObligationFinding } from './problems.ts'

/**
 * What *Base* says of a row that we ourselves set *Sans objet*: a duty that the profile no longer has (its row stays, until the
 * duty comes back), and a choice whose last day is past.
 */
export const WITHDRAWN = 'Ne vous concerne plus, d’après vos réglages'
export const PASSED = 'Délai passé'

/** A row of *Échéances* as facts; rows that a person added have no `id` of ours, and are left as they are. */
export interface DeadlineRow {
  readonly row: number
  readonly id: string
  readonly day?: Day
  readonly title: string
  readonly authority: string
  readonly period: string
  readonly basis: string
  readonly estimate?: Cents
  /** Undefined for words of the user's own. */
  readonly status?: DeadlineStatus
  /** *Sans objet* by our own doing, not the user's. */
  readonly closedByUs: boolean
  readonly doneOn?: Day
  readonly reference: string
  readonly actual?: Cents
  /** Days before, as the row says it or else the settings; empty: silent. */
  readonly steps: readonly number[]
  readonly lateCost: string
  readonly source: string
  readonly link: string
  readonly note: string
  readonly published: string
  readonly findings: readonly ObligationFinding[]
}

export function readDeadlines(table: Table<'deadlines'>, defaultSteps: readonly number[]): readonly DeadlineRow[] {
  return table.rows.map((row) => readDeadline(row, defaultSteps))
}

function readDeadline({ cells, row }: Row<'deadlines'>, defaultSteps: readonly number[]): DeadlineRow {
  const findings: ObligationFinding[] = []
  const at = (column: string) => ({ tab: 'deadlines', row, column })
  const day = readDate(cells.day)
  const doneOn = readDate(cells.doneOn)
  if (!doneOn.ok) findings.push({ ...doneOn.problem, severity: 'fix', at: at('doneOn') })
  const estimate = readScaled(cells.estimate, 2)
  const actual = readScaled(cells.actual, 2)
  if (!actual.ok) findings.push({ ...actual.problem, severity: 'fix', at: at('actual') })
  const steps = isBlank(cells.alerts) ? defaultSteps : readSteps(textOf(cells.alerts))
  if (steps === undefined)
    findings.push({
      code: 'setting-unreadable',
      setting: 'Rappels',
      text: textOf(cells.alerts),
      expected: 'des jours comme 30 ; 7 ; 1 ; 0, ou aucun',
      severity: 'fix',
      at: at('alerts'),
    })
  const status = deadlineStatuses.parse(textOf(cells.status))
  return {
    row,
    id: textOf(cells.id),
    ...(day.ok && day.value !== undefined ? { day: day.value } : {}),
    title: textOf(cells.obligation),
    authority: textOf(cells.authority),
    period: textOf(cells.period),
    basis: textOf(cells.basis),
    ...(estimate.ok && estimate.value !== undefined ? { estimate: cents(estimate.value) } : {}),
    ...(isBlank(cells.status) ? { status: 'upcoming' as const } : status === undefined ? {} : { status }),
    closedByUs: [WITHDRAWN, PASSED].includes(textOf(cells.basis)),
    ...(doneOn.ok && doneOn.value !== undefined ? { doneOn: doneOn.value } : {}),
    reference: textOf(cells.reference),
    ...(actual.ok && actual.value !== undefined ? { actual: cents(actual.value) } : {}),
    steps: steps ?? defaultSteps,
    lateCost: textOf(cells.lateCost),
    source: textOf(cells.source),
    link: textOf(cells.link),
    note: textOf(cells.note),
    published: textOf(cells.published),
    findings,
  }
}

/** `30 ; 7 ; 1`, in any order and with any separator; `aucun` is none; undefined when it is neither. */
export function readSteps(text: string): readonly number[] | undefined {
  if (/^(aucun|non|jamais|-)$/i.test(text.trim())) return []
  const parts = text.split(/[;,/\s]+/).filter((part) => part !== '')
  const steps = parts.map((part) => Number(part.replace(/^j-?/i, '')))
  return parts.length > 0 && steps.every((step) => Number.isInteger(step) && step >= 0 && step <= 366)
    ? steps
    : undefined
}

export const settingSteps = (text: string): readonly number[] => readSteps(text) ?? DEFAULT_ALERT_STEPS

/** The user said so, whatever the day. */
export function settledOf({ closedByUs, status }: DeadlineRow): DeadlineMarked['status'] {
  if (status === 'done') return 'done'
  return status === 'notApplicable' && !closedByUs ? 'not-applicable' : 'open'
}

/** `urssaf-return/2026-Q4` → `urssaf-return`. */
export const kindOf = (id: string): ObligationKind => id.slice(0, id.indexOf('/')) as ObligationKind

/** What *Statut* says by itself as the day comes near. The last day of a choice is no longer anybody's business once past. */
export function statusOn(id: string, day: Day, today: Day): DeadlineStatus {
  const left = daysBetween(today, day)
  if (left < 0) return canBeLate(kindOf(id)) ? 'late' : 'notApplicable'
  return left <= 7 ? 'toDo' : left <= 30 ? 'toPrepare' : 'upcoming'
}
