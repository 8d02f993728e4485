import { readFileSync } from 'node:fs'
import { type Day, formatPeriod, parseDay } from '@tabellion/shared/calendar'
import {
  type ActivityNature,
  contributions as computeContributions,
  DEFAULT_ALERT_STEPS,
  iCalendar,
  type Obligation,
  obligationEvent,
  obligations,
  type PeriodContributions,
  type Profile,
  parseProfile,
  type Receipt,
} from '@tabellion/shared/deadlines'
import { nearest } from '@tabellion/shared/kernel'
import { cents, percentText } from '@tabellion/shared/money'
import { delayCost, obligationRule, obligationTitle } from '@tabellion/shared/regulation'
import { DoorRefusal, type ExitCode, print, readFlags, typedPath } from './cli.ts'
import { contributionMessage, expectedText, profileMessage } from './profile-messages.ts'

const PROFILE = { value: true, required: true, what: 'le fichier JSON du profil' }

/** `deadlines --profile FILE --from D --to D [--ics]`: what is due, as JSON; with `--ics`, as an iCalendar file on stdout. */
export async function deadlines(argv: readonly string[]): Promise<ExitCode> {
  const { flags } = readFlags(argv, {
    profile: PROFILE,
    from: { value: true, required: true, what: 'le premier jour, AAAA-MM-JJ' },
    to: { value: true, required: true, what: 'le dernier jour, AAAA-MM-JJ' },
    ics: { value: false, what: 'un calendrier au lieu de JSON' },
  })
  const profile = readProfile(flags['profile'] ?? '')
  const [from, to] = [readDay('from', flags['from']), readDay('to', flags['to'])]
  if (to < from) throw new DoorRefusal('to-before-from', `« --to » (${to}) précède « --from » (${from}). Échangez-les.`)
  const due = obligations(profile, from, to)
  if (flags['ics'] === undefined) print(due.map(obligationJson))
  else process.stdout.write(calendarOf(due, profile))
  return 0
}

/** `contributions --profile FILE --receipts FILE`: what each turnover return costs, line by line. */
export async function contributions(argv: readonly string[]): Promise<ExitCode> {
  const { flags } = readFlags(argv, {
    profile: PROFILE,
    receipts: { value: true, required: true, what: 'le fichier JSON des recettes' },
  })
  const profile = readProfile(flags['profile'] ?? '')
  const computed = computeContributions(profile, readReceipts(flags['receipts'] ?? ''))
  if (!computed.ok) throw new DoorRefusal(computed.problem.code, contributionMessage(computed.problem))
  print(computed.value.map(contributionsJson))
  return 0
}

const obligationJson = (due: Obligation) => {
  const { delay } = obligationRule(due.rule)
  return {
    day: due.day,
    authority: due.authority,
    obligation: due.obligation,
    period: due.period,
    basis: due.basis,
    amountCents: due.amount,
    source: due.source.text,
    url: due.source.url,
    checkedOn: due.source.checkedOn,
    confidence: due.confidence,
    rule: due.rule,
    title: obligationTitle(due.obligation, due.period),
    toleratedUntil: due.toleratedUntil,
    note: due.note,
    delayCost: delay && delayCost(delay, due.day).text,
  }
}

const contributionsJson = ({ acre, due, lines, negative, period, totalEuros }: PeriodContributions) => ({
  period,
  due,
  lines: lines.map(({ amountEuros, baseEuros, confidence, kind, nature, rate, toConfirm }) => ({
    kind,
    nature,
    baseEuros,
    ratePercent: Number(percentText(rate)),
    amountEuros,
    confidence,
    ...(toConfirm
      ? { toConfirm, note: `À confirmer : dernier taux connu, celui de ${formatPeriod(period)} n’est pas publié.` }
      : {}),
  })),
  totalEuros,
  acre,
  negativeCents: negative,
})

/** The calendar of one profile: its events keep their identity as long as the activity starts on the same day. */
function calendarOf(due: readonly Obligation[], profile: Profile): string {
  const scope = `${profile.startDate}.tabellion`
  const events = due.map((each) => obligationEvent(each, { scope, alarms: DEFAULT_ALERT_STEPS }))
  return iCalendar('Échéances', events, new Date().toISOString())
}

function readProfile(path: string): Profile {
  const read = parseProfile(readJson(path, 'Le profil'))
  if (!read.ok) throw new DoorRefusal(read.problem.code, profileMessage(read.problem))
  return read.value
}

function readJson(path: string, what: string): unknown {
  let text: string
  try {
    text = readFileSync(typedPath(path), 'utf8')
  } catch {
    throw new DoorRefusal('unreadable-file', `${what} « ${path} » est introuvable ou illisible. Vérifiez le chemin.`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new DoorRefusal('not-json', `${what} « ${path} » n’est pas du JSON. Vérifiez les guillemets et les virgules.`)
  }
}

function readDay(flag: string, text = ''): Day {
  const read = parseDay(text)
  if (read === undefined)
    throw new DoorRefusal(
      'not-a-day',
      `« --${flag} ${text} » n’est pas une date. Écrivez par exemple --${flag} 2026-01-01.`,
    )
  return read
}

const NATURES: readonly ActivityNature[] = ['goods', 'servicesBic', 'servicesBnc']
const RECEIPT_KEYS = ['date', 'amountCents', 'nature']

function readReceipts(path: string): Receipt[] {
  const json = readJson(path, 'Le fichier des recettes')
  if (!Array.isArray(json))
    throw new DoorRefusal(
      'wrong-value',
      'Le fichier des recettes doit être une liste : [{"date","amountCents","nature"}, …].',
    )
  return json.map((item: unknown, index) => {
    const where = `Recette n° ${index + 1}`
    if (item === null || typeof item !== 'object' || Array.isArray(item))
      throw new DoorRefusal('wrong-value', `${where} : écrivez ${expectedText({ kind: 'object' })}.`)
    const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(item))
    for (const key of Object.keys(fields))
      if (!RECEIPT_KEYS.includes(key)) {
        const near = nearest(key, RECEIPT_KEYS)
        throw new DoorRefusal(
          'unknown-key',
          `${where} : la clé « ${key} » n’existe pas.${near ? ` Vouliez-vous dire « ${near} » ?` : ''} Connues : ${RECEIPT_KEYS.join(', ')}.`,
        )
      }
    const { amountCents, date, nature } = {
      amountCents: fields['amountCents'],
      date: fields['date'],
      nature: fields['nature'],
    }
    const on = typeof date === 'string' ? parseDay(date) : undefined
    if (on === undefined)
      throw new DoorRefusal('wrong-value', `${where}, « date » : écrivez ${expectedText({ kind: 'day' })}.`)
    if (typeof amountCents !== 'number' || !Number.isSafeInteger(amountCents))
      throw new DoorRefusal(
        'wrong-value',
        `${where}, « amountCents » : écrivez un nombre entier de centimes, négatif pour un remboursement.`,
      )
    const known = NATURES.find((candidate) => candidate === nature)
    if (known === undefined)
      throw new DoorRefusal(
        'wrong-value',
        `${where}, « nature » : écrivez ${expectedText({ kind: 'one-of', values: NATURES })}.`,
      )
    return { date: on, amount: cents(amountCents), nature: known }
  })
}
