import type { Day } from '@tabellion/shared/calendar'
import { type AlertStep, stepToday } from '@tabellion/shared/deadlines'
import { canBeLate } from '@tabellion/shared/regulation'
import { typeset } from '../messages/typography.ts'
import { type DeadlineRow, kindOf, settledOf } from './deadline-row.ts'
import { openDeadlines, sentence, whenText } from './todo.ts'

/** The last step said of each duty: days before, or -1 once late. One number each, so that it stays small for ever. */
export type SaidSteps = Readonly<Record<string, number>>

export interface Alert {
  readonly row: DeadlineRow & { readonly day: Day }
  readonly step: AlertStep
}

export interface AlertPlan {
  readonly send: readonly Alert[]
  /** To be kept before anything is sent. */
  readonly said: SaidSteps
}

/**
 * What one channel has to say today. A step is said once: after missed days only the latest one of a duty is, and what is settled
 * is silent.
 */
export function planAlerts(rows: readonly DeadlineRow[], said: SaidSteps, today: Day): AlertPlan {
  const send: Alert[] = []
  const next: Record<string, number> = {}
  for (const row of rows) {
    const { day, id, steps } = row
    if (day === undefined || id === '') continue
    const before = said[id]
    if (before !== undefined) next[id] = before
    if (settledOf(row) !== 'open' || row.closedByUs || steps.length === 0) continue
    const step = stepToday({ day, steps, canBeLate: canBeLate(kindOf(id)) }, today)
    if (step === undefined) continue
    const rank = step === 'overdue' ? -1 : step
    if (before !== undefined && before <= rank) continue
    next[id] = rank
    send.push({ row: { ...row, day }, step })
  }
  return { send: send.sort((a, b) => (a.row.day < b.row.day ? -1 : a.row.day > b.row.day ? 1 : 0)), said: next }
}

export interface DigestText {
  readonly subject: string
  readonly body: string
}

/** One message for all of today's alerts; what else is near or late is recalled below, without being news. */
export function digestText({ send }: AlertPlan, rows: readonly DeadlineRow[], today: Day): DigestText {
  const told = new Set(send.map(({ row }) => row.id))
  const others = openDeadlines(rows, today).filter(({ id }) => !told.has(id))
  const [first] = send
  const subject =
    first === undefined
      ? 'Échéances'
      : send.length === 1
        ? `${first.row.title}, ${first.row.period} : ${whenText(first.row.day, today)}`
        : `${send.length} échéances : la première ${whenText(first.row.day, today)}`
  const lines = [
    'Bonjour,',
    '',
    ...send.flatMap(({ row }) => [...alertLines(row, today), '']),
    ...(others.length === 0 ? [] : ['Pour mémoire :', ...others.map((row) => `- ${sentence(row, today)}`), '']),
    'Dans l’onglet Échéances, « Fait » ou « Sans objet » arrête les rappels d’une ligne.',
    'Réglages › Rappels par e-mail les arrête tous.',
  ]
  return { subject: typeset(subject), body: typeset(lines.join('\n')) }
}

function alertLines(row: DeadlineRow & { readonly day: Day }, today: Day): readonly string[] {
  return [
    `- ${sentence(row, today)}`,
    `  ${row.authority}. ${row.basis}.`,
    ...(row.lateCost === '' ? [] : [`  En cas de retard : ${row.lateCost}`]),
    ...(row.link === '' ? [] : [`  ${row.source} : ${row.link}`]),
  ]
}
