/** MailApp: the four ways to call sendEmail, made one. */
import { blobData } from './blob.ts'
import { call, mismatch } from './bridge.ts'
import { namespace } from './not-faked.ts'

type Mail = GoogleAppsScript.Mail.MailAdvancedParameters

/** `(message)`, `(to, subject, body)`, `(to, subject, body, options)`, `(to, replyTo, subject, body)`. */
function mailOf(args: readonly unknown[]): Mail {
  const [first, second, third, fourth] = args
  if (args.length === 1 && typeof first === 'object' && first !== null) return first
  const texts = args.slice(0, 3).every((arg) => typeof arg === 'string')
  if (!texts || args.length < 3) throw mismatch('MailApp.sendEmail', args)
  if (typeof fourth === 'string')
    return { to: String(first), replyTo: String(second), subject: String(third), body: fourth }
  return { ...Object(fourth), to: String(first), subject: String(second), body: String(third) }
}

const mailKeys = [
  'to',
  'cc',
  'bcc',
  'replyTo',
  'name',
  'noReply',
  'subject',
  'body',
  'htmlBody',
  'attachments',
  'inlineImages',
]

export const MailApp = namespace<GoogleAppsScript.Mail.MailApp>('MailApp', {
  getRemainingDailyQuota: () => call('MailApp.getRemainingDailyQuota'),
  sendEmail(...args: readonly unknown[]): void {
    const label = 'MailApp.sendEmail'
    const mail = mailOf(args)
    const unknown = Object.keys(mail).find((key) => !mailKeys.includes(key))
    if (unknown !== undefined) throw new Error(`not faked: MailApp.sendEmail({${unknown}})`)
    call(label, {
      to: mail.to ?? '',
      cc: mail.cc ?? '',
      bcc: mail.bcc ?? '',
      replyTo: mail.replyTo ?? null,
      name: mail.name ?? null,
      noReply: mail.noReply ?? false,
      subject: mail.subject ?? '',
      body: mail.body ?? '',
      htmlBody: mail.htmlBody ?? null,
      attachments: (mail.attachments ?? []).map((blob) => blobData(blob, label)),
      inlineImages: Object.fromEntries(
        Object.entries(mail.inlineImages ?? {}).map(([key, blob]) => [key, blobData(blob, label)]),
      ),
    })
  },
})
