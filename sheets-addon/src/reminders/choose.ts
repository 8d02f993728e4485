import { type Day, formatDay, nextWorkingDay } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import type { NumberReserved, ReminderChannel, WordedLetter } from '@tabellion/shared/journal'
import { canonicalJson } from '@tabellion/shared/kernel'
import { channels, numberKey, reminderLevelLabels, textOf } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { type PlannedReminder, type ReminderLevel, reminderKey, tells } from '@tabellion/shared/reminders'
import { readAddresses } from '../mail/addresses.ts'
import { addressColumn, addressOf } from '../mail/prepare.ts'
import type { Finding } from '../workbook/finding.ts'
import { refuse } from '../workbook/refusal.ts'
import { claimFor, debtorOf } from './claims.ts'
import type { Desk } from './desk.ts'
import { documentsOf, readId, wordedLetters } from './history.ts'
import { letterOf } from './letter.ts'
import { type Owed, zoneOf } from './owed.ts'
import { MEDIATOR, type Said, type Worded, wordReminder } from './words.ts'

/** What to say: what is due and needs no word from the user, all that waits for it, or these ids. */
export type Wanted =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'ids'; readonly ids: readonly string[]; readonly anyway: boolean; readonly text?: string }
  | { readonly kind: 'notice'; readonly number: string; readonly anyway: boolean }

/** A reminder in words, on its way. */
export interface Chosen extends Said {
  readonly id: string
  readonly channel: ReminderChannel
  readonly to: readonly string[]
  readonly worded: Worded
  readonly event?: NumberReserved
  readonly letter?: WordedLetter
  /** The day this very letter was made: made again, it would be the same. */
  readonly madeOn?: Day
}

/** Who has no address gets a letter; a formal notice is one anyway, unless the row says otherwise. */
export function channelOf(desk: Desk, owed: Owed, id: string, level: ReminderLevel): ReminderChannel {
  const typed = channels.parse(textOf(desk.rows.get(id)?.cells.channel ?? ''))
  // Nobody is put in default by a telephone call.
  if (typed !== undefined && !(level === 3 && typed === 'phone')) return typed
  return level === 3 ? 'registered' : addressOf(owed.client) === '' ? 'post' : 'mail'
}

/** Made again, it would be the same letter. */
const isSame = ({ workbook }: Desk, id: string, letter: WordedLetter): boolean =>
  canonicalJson({ ...wordedLetters(workbook).get(id) }) === canonicalJson({ ...letter })

/** What the user wrote instead: said as it is, the account too. */
const reworded = ({ letter }: Worded, text: string): Worded => {
  const body = text.trim()
  return { letter: { ...letter, body: `${body}\n` }, page: { before: body, after: '', signature: '' }, amounts: [] }
}

type Pick = { readonly owed: Owed; readonly reminder: PlannedReminder }

/** Chooses, computes as of today, and words. What is wrong with one does not hold back the others. */
export function chooseReminders(
  desk: Desk,
  wanted: Wanted,
  unfinished: ReadonlySet<string>,
): { readonly chosen: readonly Chosen[]; readonly findings: readonly Finding[] } {
  const picked = pick(desk, wanted, unfinished)
  const documents = documentsOf(
    desk.workbook,
    picked.map(({ owed }) => owed.number),
  )
  const chosen: Chosen[] = []
  const findings: Finding[] = []
  for (const { owed, reminder } of picked) {
    const id = reminderKey(owed.number, reminder.anchor, reminder.level)
    const event = documents.get(owed.number)
    const channel = channelOf(desk, owed, id, reminder.level)
    if (wanted.kind === 'automatic' && channel !== 'mail') continue
    const claim = claimFor(desk.workbook, desk.history, owed, reminder, event?.document, desk.today)
    const said: Said = { owed, reminder, claim, ...(event ? { document: event.document } : {}) }
    const number = `${owed.number} (${reminderLevelLabels[reminder.level].toLowerCase()})`
    const addresses = readAddresses(addressOf(owed.client) || (event?.document.buyer.email ?? ''))
    if (channel === 'mail' && (!addresses.ok || addresses.value.length === 0)) {
      const at = {
        tab: 'clients',
        column: addressColumn(owed.client),
        ...(owed.client ? { row: owed.client.row } : {}),
      }
      const client = owed.settlement.entry.client
      findings.push({
        ...(addresses.ok
          ? { code: 'client-without-email', number, client }
          : { code: 'wrong-recipient', number, client, text: addresses.problem.text }),
        severity: 'fix',
        at,
      })
      continue
    }
    const worded = wordReminder(said, desk.seller, desk.settings)
    if (!worded.ok) {
      const at = desk.settings.cell(worded.problem.setting)
      findings.push({ code: 'unknown-mail-token', ...worded.problem, severity: 'fix', at })
      continue
    }
    if (reminder.level >= 3 && debtorOf(owed, event?.document) === 'consumer' && desk.settings.text(MEDIATOR) === '') {
      const client = owed.settlement.entry.client
      const at = desk.settings.cell(MEDIATOR)
      findings.push({ code: 'quote-mediator-missing', client, severity: 'fix', at })
    }
    const words =
      wanted.kind === 'ids' && wanted.text !== undefined ? reworded(worded.value, wanted.text) : worded.value
    const isLetter = channel === 'post' || channel === 'registered' || (channel === 'mail' && reminder.level >= 2)
    const letter = isLetter ? letterOf(desk, said, words, channel, id) : undefined
    const made = desk.history.state(id)
    chosen.push({
      ...said,
      id,
      channel,
      to: channel === 'mail' && addresses.ok ? addresses.value : [],
      worded: words,
      ...(event ? { event } : {}),
      ...(letter ? { letter } : {}),
      ...(made?.kind === 'made' && letter && isSame(desk, id, letter) ? { madeOn: made.on } : {}),
    })
  }
  return { chosen, findings: [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()] }
}

function pick(desk: Desk, wanted: Wanted, unfinished: ReadonlySet<string>): readonly Pick[] {
  if (wanted.kind === 'notice') return noticeOf(desk, wanted, unfinished)
  if (wanted.kind === 'ids') return wanted.ids.map((id) => named(desk, id.trim(), wanted.anyway))
  const asked = new Set(
    desk.owed.flatMap(({ number, settlement }) =>
      desk.history.said(number).some((said) => said.on === desk.today) ? [nameKey(settlement.entry.client)] : [],
    ),
  )
  const oldest = [...desk.owed].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return oldest.flatMap((owed) => {
    const next = desk.next(owed)
    if (next.kind !== 'due' || (wanted.kind === 'automatic' && !desk.isOpen)) return []
    const { reminder } = next
    if (desk.history.state(reminderKey(owed.number, reminder.anchor, reminder.level))?.kind === 'made') return []
    // A formal notice is never one of many.
    const isTaken = wanted.kind === 'automatic' ? !reminder.approval : reminder.level < 3
    if (!isTaken) return []
    // By itself, one mail a day to one client: whoever owes ten invoices does not get ten.
    const key = nameKey(owed.settlement.entry.client)
    if (wanted.kind === 'automatic' && asked.has(key)) return []
    asked.add(key)
    return [{ owed, reminder }]
  })
}

/** Asked for by its id: today rather than on its day, again when nobody knows whether it left. */
function named(desk: Desk, id: string, anyway: boolean): Pick {
  const read = readId(id)
  if (read === undefined) return refuse({ code: 'reminder-unknown', id })
  const owed = owing(desk, read.number)
  const next = desk.next(owed)
  const isNext = next.kind !== 'nothing' && reminderKey(owed.number, next.reminder.anchor, next.reminder.level) === id
  const isUnsure = desk.history.state(id)?.kind === 'unsure'
  if (!isNext && !isUnsure) return refuse({ code: 'reminder-unknown', id })
  if (read.level > 0 && read.anchor >= desk.today) refuseNotLate(owed)
  if (!anyway) refuseCredited(owed)
  return {
    owed,
    reminder: isNext
      ? next.reminder
      : { level: read.level, anchor: read.anchor, on: desk.today, amount: owed.debt.left, approval: false },
  }
}

/** The formal notice, whatever the day planned for it, as soon as the debt is late; none while a stopped run’s is being finished. */
function noticeOf(
  desk: Desk,
  { anyway, number }: Extract<Wanted, { readonly kind: 'notice' }>,
  unfinished: ReadonlySet<string>,
): readonly Pick[] {
  const owed = owing(desk, number)
  const next = desk.next({ ...owed, policy: { ...owed.policy, mode: 'toApprove', days: { 3: 0 } } })
  const anchor = next.kind === 'nothing' ? owed.due : next.reminder.anchor
  if (unfinished.has(reminderKey(owed.number, anchor, 3))) return []
  const before = desk.history.said(number).find((said) => said.level === 3 && tells(said, anchor))
  if (before) return refuse({ code: 'notice-said', number: owed.number, on: before.on })
  if (anchor >= desk.today) refuseNotLate(owed)
  if (!anyway) refuseCredited(owed)
  const amount = next.kind === 'nothing' ? owed.debt.left : next.reminder.amount
  return [{ owed, reminder: { level: 3, anchor, on: desk.today, amount, approval: false } }]
}

/** The invoice of that number, as long as it can be claimed at all. */
export function owing(desk: Desk, number: string): Owed {
  const status = desk.statuses.get(numberKey(number))
  if (status === undefined) return refuse({ code: 'unknown-number', number })
  const owed = desk.owed.find((one) => numberKey(one.number) === numberKey(number))
  const no = (why: 'settled' | 'dispute' | 'writtenOff' | 'handedOver'): never =>
    refuse({ code: 'not-reminded', number: status.settlement.entry.number, why, detail: '' })
  if (owed === undefined) return no('settled')
  if (owed.debt.closed) return no(owed.debt.closed)
  return owed.debt.holds.includes('dispute') ? no('dispute') : owed
}

/** Money that came and may pay it is looked at first. */
function refuseCredited({ credit, number, spare }: Owed): void {
  if (spare !== undefined) refuse({ code: 'not-reminded', number, why: 'spare', detail: formatEuros(spare) })
  if (credit === undefined) return
  const { amount, date, label } = credit
  refuse({
    code: 'not-reminded',
    number,
    why: 'credit',
    detail: `${formatEuros(amount)}, ${formatDay(date)}, ${label}`,
  })
}

const refuseNotLate = ({ due, number }: Owed): never =>
  refuse({ code: 'not-reminded', number, why: 'notLate', detail: formatDay(due) })

/** Letters and calls are the user's own hands: on a closed day they wait with them. */
export function refuseClosed(desk: Desk, { owed }: Chosen): never {
  const on = nextWorkingDay(desk.today, zoneOf(desk.settings))
  return refuse({ code: 'not-reminded', number: owed.number, why: 'closedDay', detail: formatDay(on) })
}
