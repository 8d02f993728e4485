import { type Day, formatDay } from '@tabellion/shared/calendar'
import {
  type Cell,
  type ColumnKey,
  type RateStatus,
  type Row,
  rateStatuses,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { type LawEntry, type LawTable, reviewDay } from '@tabellion/shared/regulation'
import type { Patch } from '../workbook/write.ts'
import { isReadByCalculations, ownValue } from './rate-overrides.ts'

type RateCells = Readonly<Partial<Record<ColumnKey<'rates'>, Cell>>>

/** What brings *Barèmes* to the law that this version knows; the user's own values stay, marked as theirs. */
export interface RatesPlan {
  readonly patches: readonly Patch<'rates'>[]
  /** The user's columns, cell by cell. */
  readonly values: readonly { readonly row: number; readonly value: string }[]
  readonly statuses: readonly { readonly row: number; readonly status: RateStatus }[]
  readonly added: readonly RateCells[]
}

export function planRates(
  table: Table<'rates'>,
  law: readonly LawTable[],
  today: Day,
  refreshed: Day | undefined,
): RatesPlan {
  const rows = new Map(table.rows.map((row) => [rowKey(row), row]))
  const plan = {
    patches: [] as Patch<'rates'>[],
    values: [] as RatesPlan['values'][number][],
    statuses: [] as RatesPlan['statuses'][number][],
    added: [] as RateCells[],
  }
  for (const entry of law.flatMap(entriesOf)) {
    const row = rows.get(`${entry.key} ${entry.from}`)
    if (row === undefined) {
      plan.added.push({
        ...lawCells(entry, today),
        value: entry.text,
        status: rateStatuses.labels[statusOn(entry, today)],
      })
      continue
    }
    const { own } = isOwn(row)
    if (!own && textOf(row.cells.value) !== entry.text) plan.values.push({ row: row.row, value: entry.text })
    const cells = { ...lawCells(entry, today), ...(own ? { note: ownNote(entry) } : {}) }
    const changed = Object.entries(cells).filter(
      ([key, cell]) => textOf(row.cells[key as ColumnKey<'rates'>]) !== textOf(cell),
    )
    if (changed.length > 0) plan.patches.push({ row: row.row, cells: Object.fromEntries(changed) })
    const status = own ? 'changed' : statusOn(entry, today)
    if (mayWrite(row, entry, status, refreshed)) plan.statuses.push({ row: row.row, status })
  }
  const known = new Set(law.map(({ key }) => key))
  for (const row of table.rows) {
    const key = textOf(row.cells.key)
    if (textOf(row.cells.law) !== '' || !known.has(key)) continue
    const note = isReadByCalculations(key)
      ? 'Ajouté par vous : les calculs le suivent.'
      : 'Ajouté par vous, pour mémoire.'
    if (textOf(row.cells.note) !== note) plan.patches.push({ row: row.row, cells: { note } })
    if (rateStatuses.parse(textOf(row.cells.status)) !== 'changed')
      plan.statuses.push({ row: row.row, status: 'changed' })
  }
  return plan
}

interface KeyedEntry extends LawEntry {
  readonly key: string
  readonly label: string
  readonly activity: string
}
const entriesOf = ({ activity = '', entries, key, label }: LawTable): KeyedEntry[] =>
  [...entries].reverse().map((entry) => ({ ...entry, key, label, activity }))

const rowKey = ({ cells }: Row<'rates'>): string => `${textOf(cells.key)} ${textOf(cells.from)}`

const lawCells = (entry: KeyedEntry, today: Day): RateCells => ({
  key: entry.key,
  label: entry.label,
  from: entry.from,
  to: entry.to ?? '',
  activity: entry.activity,
  source: entry.source.text,
  checkedOn: entry.source.checkedOn,
  note: noteOf(entry, today),
  law: entry.text,
  link: entry.source.url,
})

/** A value that is only the last one known says so. */
function noteOf(entry: KeyedEntry, today: Day): string {
  const parts = [
    ...(entry.confirmedTo !== undefined && entry.confirmedTo < today
      ? [`À confirmer : dernière valeur connue, sûre jusqu’au ${formatDay(entry.confirmedTo)}.`]
      : []),
    ...(entry.confidence === 'uncertain' ? ['Sources incertaines ou contradictoires.'] : []),
    ...(entry.note === undefined ? [] : [entry.note]),
  ]
  return parts.join(' ')
}

const ownNote = ({ key, text }: KeyedEntry): string =>
  isReadByCalculations(key)
    ? `Votre valeur est suivie par les calculs. Le barème dit ${text}.`
    : `Votre valeur est gardée pour mémoire, aucun calcul ne la lit. Le barème dit ${text}.`

/** Read again within its year, and known for today. */
const statusOn = (entry: KeyedEntry, on: Day): RateStatus =>
  (entry.to === undefined || entry.to >= on) &&
  (reviewDay(entry) <= on || (entry.confirmedTo !== undefined && entry.confirmedTo < on))
    ? 'toCheck'
    : 'checked'

const isOwn = (row: Row<'rates'>): { readonly own: boolean } =>
  isReadByCalculations(textOf(row.cells.key))
    ? ownValue(row)
    : { own: spaceless(textOf(row.cells.value)) !== spaceless(textOf(row.cells.law)) }
const spaceless = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '')

/** The user may say *Vérifié* themself: it stays until something else happens to the value. */
function mayWrite(row: Row<'rates'>, entry: KeyedEntry, next: RateStatus, refreshed: Day | undefined): boolean {
  const current = rateStatuses.parse(textOf(row.cells.status))
  if (current === next) return false
  if (current === undefined) return textOf(row.cells.status) === ''
  if (current === 'changed' || next === 'changed') return true
  return refreshed !== undefined && statusOn(entry, refreshed) !== next
}
