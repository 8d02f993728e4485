import { yearOf } from '@tabellion/shared/calendar'
import type { JournalEvent, NumberReserved, ReminderBegun, WordedLetter } from '@tabellion/shared/journal'
import { reminderLevelLabels, type Table } from '@tabellion/shared/ledger'
import { imagesFor } from '../issuing/filing.ts'
import { type Known, knownMails } from '../mail/clerk.ts'
import { deliver, type Parcel, type SentSummary } from '../mail/deliver.ts'
import type { Ports } from '../ports.ts'
import { journalHeld } from '../workbook/append.ts'
import { documentFile } from '../workbook/document-file.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { type Chosen, chooseReminders, refuseClosed, type Wanted } from './choose.ts'
import { type Desk, openDesk } from './desk.ts'
import { documentsOf, readId, wordedLetters } from './history.ts'
import { awaitsPost, letterBytes, letterName } from './letter.ts'
import { showReminders } from './rows.ts'
import { claimedOf, saidCells, writeSaid } from './said.ts'

/** A letter to make under the id it was promised. */
interface ToPost {
  readonly begun: ReminderBegun
  readonly letter?: WordedLetter
  readonly event?: NumberReserved
}
interface Gathered {
  readonly desk: Desk
  readonly mails: readonly Chosen[]
  readonly post: readonly ToPost[]
  /** Said yes to on a day when nothing leaves. */
  readonly kept: number
  readonly findings: readonly Finding[]
  readonly images: Table<'images'> | undefined
  readonly known: Known
}

export interface SaidReminders {
  readonly sent: readonly SentSummary[]
  /** Paths in the Drive. */
  readonly files: readonly string[]
  /** Letters and calls noted. */
  readonly noted: number
  readonly kept: number
  readonly findings: readonly Finding[]
  readonly left: readonly string[]
}

/** What comes meanwhile and makes all that was chosen out of date. */
const UNLESS: ReadonlySet<string> = new Set([
  'paid',
  'reserved',
  'writtenOff',
  'handedOver',
  'planned',
  'planEnded',
] satisfies JournalEvent['type'][])

/**
 * Says what is wanted. Under the lock: words and figures of today, journalled with the user's yes before anything leaves; then
 * letters, then mails, each once; then the rows. A stop anywhere repeats nothing, and what was said yes to leaves with the next run.
 */
export const sayReminders = (ports: Ports, wanted: Wanted): SaidReminders =>
  letLeave(
    ports,
    ports.lock.need(() => gather(ports, wanted)),
  )

/** Under a lock that is held: the tab at once when nothing is to leave; else what to do once it is released. */
export function remindByItself(held: Ports): Pick<SaidReminders, 'findings'> | ((ports: Ports) => SaidReminders) {
  const gathered = gather(held, { kind: 'automatic' })
  const { desk, findings, known, mails, post } = gathered
  if (mails.length + post.length + known.logged.length > 0) return (ports) => letLeave(ports, gathered)
  showReminders(held, desk)
  return { findings }
}

function letLeave(ports: Ports, gathered: Gathered): SaidReminders {
  const { images, kept, known, mails, post } = gathered
  const files: string[] = []
  for (const { begun, event, letter } of post) {
    if (begun.file === undefined || letter === undefined) continue
    const { folder, id, name } = begun.file
    ports.files.create({ id, name, folder, type: 'application/pdf', bytes: letterBytes(letter, event, images) })
    files.push(`Drive/${folder}/${name}`)
  }
  const delivery = deliver(
    ports,
    { parcels: mails.map((mail) => parcelOf(mail, images, ports)), notSent: [], findings: [] },
    {
      closing: post.map(({ begun: { channel, id, on } }) => ({
        type: awaitsPost(channel, readId(id)?.level ?? 0) ? 'reminder-made' : 'reminder-sent',
        v: 1,
        id,
        on,
      })),
      unshown: [],
      known,
    },
  )
  ports.lock.hold(() => showReminders(ports, openDesk(ports)))
  return {
    sent: delivery.sent,
    files,
    noted: post.filter(({ begun: { channel, id } }) => !awaitsPost(channel, readId(id)?.level ?? 0)).length,
    kept,
    findings: [...gathered.findings, ...delivery.findings],
    left: delivery.left,
  }
}

function gather(ports: Ports, wanted: Wanted): Gathered {
  const desk = openDesk(ports)
  const { today, workbook } = desk
  const unfinished = unfinishedLetters(desk)
  const { chosen, findings } = chooseReminders(desk, wanted, new Set(unfinished.map(({ begun }) => begun.id)))
  const same = chosen.find(({ madeOn }) => madeOn !== undefined)
  if (same?.madeOn !== undefined) {
    // The run that made it may have been stopped before the tab said so.
    showReminders(ports, desk)
    refuse({ code: 'notice-made', number: same.owed.number, on: same.madeOn })
  }
  const byHand = chosen.filter(({ channel }) => channel !== 'mail')
  if (!desk.isOpen && byHand[0]) refuseClosed(desk, byHand[0])
  const asked = chosen.filter(({ channel }) => channel === 'mail')
  const mails = desk.isOpen ? asked : []
  const ids = ports.files.newIds(byHand.filter(({ letter }) => letter).length)
  let used = 0
  const begun = byHand.map((one): ToPost => {
    const { channel, claim, event, id, letter, owed, reminder } = one
    const file = letter && {
      id: ids[used++] ?? '',
      name: letterName(owed.number, reminder.level, today),
      folder: `Facturation/${yearOf(today)}/Relances`,
    }
    const about = { type: 'reminder-begun', v: 1, id, on: today, channel, to: [] } as const
    return {
      begun: { ...about, claimed: claimedOf(one, claim.total), ...(file ? { file } : {}) },
      ...(letter ? { letter } : {}),
      ...(event ? { event } : {}),
    }
  })
  const events: JournalEvent[] = [
    ...(wanted.kind === 'automatic'
      ? []
      : asked.map(({ id }) => ({ type: 'reminder-approved', v: 1, id, on: today }) as const)),
    ...(mails.length + byHand.length === 0
      ? []
      : [
          {
            type: 'reminders-worded',
            v: 1,
            on: today,
            reminders: [...mails, ...byHand].map((one) => ({
              id: one.id,
              cells: saidCells(one),
              ...(one.letter ? { letter: one.letter } : {}),
            })),
          } as const,
        ]),
    ...begun.map((one) => one.begun),
  ]
  if (events.length > 0)
    journalHeld(ports, workbook, { events, write: () => writeSaid(ports, desk, [...mails, ...byHand]) })
  const now = events.length > 0 ? openWorkbook(ports) : workbook
  const post = [...unfinished, ...begun]
  return {
    desk,
    mails,
    post,
    kept: asked.length - mails.length,
    findings,
    images: imagesFor(
      workbook,
      [...mails, ...post].flatMap(({ event }) => event ?? []),
    ),
    known: { ...knownMails(now, now.journal().head), unless: UNLESS },
  }
}

/** Letters that a stopped run had begun: same words, same file. */
function unfinishedLetters({ history, workbook }: Desk): readonly ToPost[] {
  if (history.unsure.length === 0) return []
  const wanted = new Set(history.unsure)
  const last = new Map<string, ReminderBegun>()
  for (const { event } of workbook.events(
    ({ key, type }) => type === 'reminder-begun' && wanted.has(key.split(' ')[0] ?? ''),
  ))
    if (event.type === 'reminder-begun') last.set(event.id, event)
  const begun = [...last.values()].filter(({ channel }) => channel !== 'mail')
  if (begun.length === 0) return []
  const letters = wordedLetters(workbook)
  const documents = documentsOf(
    workbook,
    begun.flatMap(({ id }) => readId(id)?.number ?? []),
  )
  return begun.map((one) => {
    const letter = letters.get(one.id)
    const event = documents.get(readId(one.id)?.number ?? '')
    return { begun: one, ...(letter ? { letter } : {}), ...(event ? { event } : {}) }
  })
}

/** A mail, with the letter and the invoice in one file, or the invoice alone. */
function parcelOf(
  { claim, event, id, letter, owed, reminder, to, worded, ...more }: Chosen,
  images: Table<'images'> | undefined,
  { clock }: Ports,
): Parcel {
  const about = { v: 1, id, on: clock.today } as const
  const claimed = reminder.level >= 3 ? claim.total : reminder.amount
  return {
    number: `${owed.number} (${reminderLevelLabels[reminder.level].toLowerCase()})`,
    client: owed.settlement.entry.client,
    to,
    letter: worded.letter,
    begun: { type: 'reminder-begun', ...about, channel: more.channel, to, claimed },
    sent: { type: 'reminder-sent', ...about },
    notSent: (why) => ({ type: 'reminder-not-sent', ...about, why }),
    attachment: () =>
      letter
        ? { name: letterName(owed.number, reminder.level, clock.today), bytes: letterBytes(letter, event, images) }
        : event
          ? { name: event.fileName, bytes: documentFile(event, images, true) }
          : 'none',
  }
}
