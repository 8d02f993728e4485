import { type Day, day, parseDay } from '@tabellion/shared/calendar'
import { fail, nearest, ok, type Result } from '@tabellion/shared/kernel'
import { cents } from '@tabellion/shared/money'
import { type IncomeTaxZone, incomeTaxZone } from '@tabellion/shared/regulation'
import type { ActivityNature, Profile, ProfileActivity, VatRegime, VatSpan } from './profile.ts'

/** Where in the profile (`vat[0].regime`), what was read, and what is allowed there. */
export type ProfileProblem =
  | {
      readonly code: 'unknown-key'
      readonly path: string
      readonly nearest: string | undefined
      readonly known: readonly string[]
    }
  | { readonly code: 'missing-key'; readonly path: string }
  | { readonly code: 'wrong-value'; readonly path: string; readonly read: string; readonly expected: Expected }
  | { readonly code: 'end-before-start'; readonly path: string }
  | { readonly code: 'vat-not-from-start'; readonly path: string }
  | { readonly code: 'vat-not-in-order'; readonly path: string }

export type Expected =
  | { readonly kind: 'object' | 'list' | 'day' | 'boolean' | 'cents' | 'departement' }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }

const NATURES = ['goods', 'servicesBic', 'servicesBnc'] as const satisfies readonly ActivityNature[]
const FUNDS = ['ssi', 'cipav'] as const
const REGIMES = ['franchise', 'ca3-monthly', 'ca3-quarterly', 'simplified'] as const satisfies readonly VatRegime[]
const RHYTHMS = ['quarterly', 'monthly'] as const
const ZONES = [1, 2, 3] as const satisfies readonly IncomeTaxZone[]
const SERVICES = ['sap', 'training'] as const
const KEYS = [
  'activities',
  'startDate',
  'endDate',
  'urssafRhythm',
  'vat',
  'acre',
  'flatIncomeTax',
  'departement',
  'ca3Day',
  'euServices',
  'cfe',
  'incomeTaxZone',
  'filesOnPaper',
  'incomeTaxInstalments',
  'services',
] as const

/**
 * Reads a profile's JSON; the first problem is given back. Only `activities` and `startDate` are asked for; the rest, absent or
 * null, is: not closed, quarterly returns, franchise en base from the start, no ACRE, no flat income tax, no département, day of
 * the CA3 from the grid, no EU service, CFE due of unknown amount, income-tax zone of the département, online, no instalments,
 * no services.
 */
export function parseProfile(json: unknown): Result<Profile, ProfileProblem> {
  const problems: ProfileProblem[] = []
  const profile = readProfile(json, (problem) => problems.push(problem))
  return problems[0] ? fail(problems[0]) : ok(profile)
}

type Report = (problem: ProfileProblem) => void
type Fields = Readonly<Record<string, unknown>>
/** Gives a stand-in when it reports: the problem is what counts then. */
type Reader<Value> = (value: unknown, path: string, report: Report) => Value

function readProfile(json: unknown, report: Report): Profile {
  const at = fieldsOf(json, '', KEYS, report)
  const cfe = fieldsOf(at['cfe'] ?? {}, 'cfe', ['previousAmountCents', 'exempt', 'monthly'], report)
  const optional = <Value>(key: string, reader: Reader<Value>, fields = at, parent = ''): Value | undefined =>
    isAbsent(fields[key]) ? undefined : reader(fields[key], `${parent}${key}`, report)
  const startDate = requiredOf(at, 'startDate', '', dayReader, report)
  const endDate = optional('endDate', dayReader)
  if (endDate !== undefined && endDate < startDate) report({ code: 'end-before-start', path: 'endDate' })
  const departement = optional('departement', departementReader)
  return {
    activities: requiredOf(at, 'activities', '', activitiesReader, report),
    startDate,
    endDate,
    urssafRhythm: optional('urssafRhythm', oneOf(RHYTHMS)) ?? 'quarterly',
    vat: spansFrom(startDate, optional('vat', listOf(spanReader)) ?? [], report),
    acre: optional('acre', booleanReader) ?? false,
    flatIncomeTax: optional('flatIncomeTax', booleanReader) ?? false,
    departement,
    ca3Day: optional('ca3Day', integerReader(15, 24)),
    euServices: optional('euServices', booleanReader) ?? false,
    cfe: {
      previousAmount: cents(optional('previousAmountCents', centsReader, cfe, 'cfe.') ?? 0),
      exempt: optional('exempt', booleanReader, cfe, 'cfe.') ?? false,
      monthly: optional('monthly', booleanReader, cfe, 'cfe.') ?? false,
    },
    incomeTaxZone: optional('incomeTaxZone', oneOf(ZONES)) ?? (departement ? incomeTaxZone(departement) : undefined),
    filesOnPaper: optional('filesOnPaper', booleanReader) ?? false,
    incomeTaxInstalments: optional('incomeTaxInstalments', oneOf(RHYTHMS)),
    services: optional('services', listOf(oneOf(SERVICES))) ?? [],
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null

function fieldsOf(value: unknown, path: string, known: readonly string[], report: Report): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    report({ code: 'wrong-value', path, read: shown(value), expected: { kind: 'object' } })
    return {}
  }
  for (const key of Object.keys(value))
    if (!known.includes(key))
      report({ code: 'unknown-key', path: path === '' ? key : `${path}.${key}`, nearest: nearest(key, known), known })
  return Object.fromEntries(Object.entries(value))
}
function requiredOf<Value>(fields: Fields, key: string, parent: string, reader: Reader<Value>, report: Report): Value {
  const path = `${parent}${key}`
  if (!isAbsent(fields[key])) return reader(fields[key], path, report)
  report({ code: 'missing-key', path })
  return reader(undefined, path, () => undefined)
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'undefined'
const reader =
  <Value>(pick: (value: unknown) => Value | undefined, standIn: Value, expected: Expected): Reader<Value> =>
  (value, path, report) => {
    const picked = pick(value)
    if (picked === undefined) report({ code: 'wrong-value', path, read: shown(value), expected })
    return picked ?? standIn
  }

const dayReader = reader<Day>((value) => (typeof value === 'string' ? parseDay(value) : undefined), day('2000-01-01'), {
  kind: 'day',
})
const booleanReader = reader<boolean>((value) => (typeof value === 'boolean' ? value : undefined), false, {
  kind: 'boolean',
})
const centsReader = reader<number>(
  (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined),
  0,
  { kind: 'cents' },
)
const integerReader = (least: number, most: number): Reader<number> =>
  reader<number>(
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined,
    least,
    { kind: 'integer', least, most },
  )
const oneOf = <const Value extends string | number>(values: readonly [Value, ...Value[]]): Reader<Value> =>
  reader<Value>((value) => values.find((candidate) => candidate === value), values[0], { kind: 'one-of', values })
const departementReader = reader<string>(
  (value) =>
    typeof value === 'string' && /^(0[1-9]|1\d|2[1-9]|[3-8]\d|9[0-5]|2[AB]|97[1-8]|98[4-9])$/.test(value)
      ? value
      : undefined,
  '',
  { kind: 'departement' },
)
const listOf =
  <Value>(item: Reader<Value>): Reader<Value[]> =>
  (value, path, report) => {
    if (Array.isArray(value)) return value.map((element, index) => item(element, `${path}[${index}]`, report))
    report({ code: 'wrong-value', path, read: shown(value), expected: { kind: 'list' } })
    return []
  }

const activityReader: Reader<ProfileActivity> = (value, path, report) => {
  const at = fieldsOf(value, path, ['nature', 'fund', 'craftsman'], report)
  return {
    nature: requiredOf(at, 'nature', `${path}.`, oneOf(NATURES), report),
    fund: isAbsent(at['fund']) ? 'ssi' : oneOf(FUNDS)(at['fund'], `${path}.fund`, report),
    craftsman: isAbsent(at['craftsman']) ? false : booleanReader(at['craftsman'], `${path}.craftsman`, report),
  }
}
const activitiesReader: Reader<Profile['activities']> = (value, path, report) => {
  const [first, ...rest] = listOf(activityReader)(value, path, report)
  if (first !== undefined) return [first, ...rest]
  report({ code: 'wrong-value', path, read: shown(value), expected: { kind: 'list' } })
  return [{ nature: 'goods', fund: 'ssi', craftsman: false }]
}
const spanReader: Reader<VatSpan> = (value, path, report) => {
  const at = fieldsOf(value, path, ['from', 'regime'], report)
  return {
    from: requiredOf(at, 'from', `${path}.`, dayReader, report),
    regime: requiredOf(at, 'regime', `${path}.`, oneOf(REGIMES), report),
  }
}

function spansFrom(startDate: Day, spans: readonly VatSpan[], report: Report): Profile['vat'] {
  const [first, ...rest] = spans
  if (first === undefined) return [{ from: startDate, regime: 'franchise' }]
  if (first.from > startDate) report({ code: 'vat-not-from-start', path: 'vat[0].from' })
  rest.forEach((span, index) => {
    if (span.from <= (spans[index]?.from ?? '')) report({ code: 'vat-not-in-order', path: `vat[${index + 1}].from` })
  })
  return [first, ...rest]
}
