/** MailApp (ground truth §3): from the running user, no id back, every limit enforced. */
import type { SentMail } from '../types.ts'
import { service } from './call.ts'
import { writeEml } from './eml.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { needs } from './scopes.ts'

const { counted } = service('MailApp', needs.mail)

export interface BlobData {
  readonly name: string | null
  readonly type: string | null
  readonly base64: string
}

export interface MailData {
  readonly to: string
  readonly cc: string
  readonly bcc: string
  readonly replyTo: string | null
  readonly name: string | null
  readonly noReply: boolean
  readonly subject: string
  readonly body: string
  readonly htmlBody: string | null
  readonly attachments: readonly BlobData[]
  readonly inlineImages: Readonly<Record<string, BlobData>>
}

const addresses = (list: string): string[] =>
  list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
/** `a@b.c` or `Name <a@b.c>`. Bounces come later, by mail: a well-formed wrong address is accepted. */
const wellFormed = /^(?:[^<>]*<)?[^\s<>@,]+@[^\s<>@,.]+(?:\.[^\s<>@,.]+)+>?$/

const MEGABYTE = 1024 * 1024

export const mailCalls = {
  'MailApp.getRemainingDailyQuota': counted(({ world, user }: Execution) => world.quotas.left(user, 'mail-recipients')),
  'MailApp.sendEmail': counted(({ world, user }: Execution, mail: MailData) => {
    const to = addresses(mail.to)
    const cc = addresses(mail.cc)
    const bcc = addresses(mail.bcc)
    const recipients = [...to, ...cc, ...bcc]
    if (recipients.length === 0) throw exception('Failed to send email: no recipient')
    const wrong = recipients.find((address) => !wellFormed.test(address))
    if (wrong !== undefined) throw exception(`Invalid email: ${wrong}`)
    if (recipients.length > 50) throw exception('Limit Exceeded: Email Recipients Per Message.')
    const inline = Object.entries(mail.inlineImages)
    if (mail.attachments.length + inline.length > 250) throw exception('Limit Exceeded: Email Attachments Per Message.')
    const bodyLimit = world.switches.account === 'consumer' ? 200 * 1024 : 400 * 1024
    if (Buffer.byteLength(mail.body) > bodyLimit || Buffer.byteLength(mail.htmlBody ?? '') > bodyLimit) {
      throw exception('Limit Exceeded: Email Body Size.')
    }
    const attachments = mail.attachments.map(({ name, type, base64 }) => {
      if (name === null) throw exception('Blob object must have non-null name for this operation.')
      return { name, type: type ?? 'application/octet-stream', bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
    })
    const images = inline.map(([id, { type, base64 }]) => ({
      id,
      type: type ?? 'application/octet-stream',
      bytes: new Uint8Array(Buffer.from(base64, 'base64')),
    }))
    const size = [...attachments, ...images].reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (size > 25 * MEGABYTE) throw exception('Limit Exceeded: Email Total Attachments Size.')
    world.quotas.spend(user, 'mail-recipients', recipients.length)
    const sent: Omit<SentMail, 'eml'> = {
      number: ++world.kept.mailCount,
      from: mail.noReply ? 'noreply@example.test' : user,
      to,
      cc,
      bcc,
      replyTo: mail.replyTo ?? undefined,
      name: mail.name ?? undefined,
      subject: mail.subject,
      body: mail.body,
      htmlBody: mail.htmlBody ?? undefined,
      attachments,
      sentAt: new Date(world.now()).toISOString(),
    }
    world.mails.push({ ...sent, eml: writeEml(sent, images) })
  }),
}
