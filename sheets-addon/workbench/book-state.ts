/** What does not belong to one tab: tabs, menus, the clock; and the papers, which change only when a script runs. */
import type { Emulator, MenuItem, SentMail } from '../emulator/index.ts'
import type { Frames } from './frames.ts'
import type { BookState, Mail, MailHead, MenuEntry, Papers } from './protocol.ts'
import { wallClock } from './zoned-clock.ts'

export function bookState(emulator: Emulator, frames: Frames): BookState {
  const { name, sheets, timeZone } = emulator.screen.book()
  return {
    name,
    tabs: sheets
      .filter(({ hidden }) => !hidden)
      .map(({ id, name: title, tabColor }) => ({ id, name: title, ...(tabColor === null ? {} : { color: tabColor }) })),
    menus: emulator.menus().map(({ title, items }) => ({ title, items: items.map(entryOf) })),
    canUndo: emulator.user.canUndo(),
    canRedo: emulator.user.canRedo(),
    ...wallClock(emulator.clock.instant(), timeZone),
    ...(frames.sidebar ? { sidebar: frames.sidebar } : {}),
    ...(frames.dialog ? { dialog: frames.dialog } : {}),
  }
}

export function papersOf(emulator: Emulator, mails: readonly SentMail[]): Papers {
  return {
    files: emulator.drive
      .files()
      .filter(({ folder, trashed }) => !folder && !trashed)
      .map(({ id, name: title, path, mimeType, size, created }) => ({
        id,
        name: title,
        folder: path.split('/').slice(0, -1).join(' › '),
        type: mimeType,
        size,
        made: created,
      }))
      .reverse(),
    mails: mails.map(headOf).reverse(),
  }
}

/** The emulator writes a separator as « — ». */
function entryOf({ label, function: run, items }: MenuItem): MenuEntry {
  return {
    label,
    ...(run === undefined ? {} : { run }),
    ...(items === undefined ? {} : { items: items.map(entryOf) }),
  }
}

const headOf = ({ number, to, subject, sentAt, attachments }: SentMail): MailHead => ({
  number,
  to: to.join(', '),
  subject,
  sentAt,
  attachments: attachments.map(({ name, type, bytes }) => ({ name, type, size: bytes.length })),
})

export function mailOf(mails: readonly SentMail[], number: number): Mail {
  const mail = mails.find((sent) => sent.number === number)
  if (!mail) throw new Error(`no mail ${number}`)
  const { from, name, cc, body, htmlBody } = mail
  return {
    ...headOf(mail),
    from: name === undefined ? from : `${name} <${from}>`,
    cc: cc.join(', '),
    body,
    ...(htmlBody === undefined ? {} : { html: htmlBody }),
  }
}
