import type { Mail, Mailer } from '../ports.ts'

/**
 * MailApp: from the account that runs, without an id back (ground truth §3). What it throws is known only for a few texts,
 * in two languages: anything else may have left.
 */
export const googleMailer: Mailer = {
  left: () => MailApp.getRemainingDailyQuota(),
  send: ({ to, subject, body, fromName, replyTo, attachment }) => {
    try {
      MailApp.sendEmail({
        to: to.join(','),
        subject,
        body,
        name: fromName,
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(attachment === undefined ? {} : { attachments: [blobOf(attachment)] }),
      })
      return { kind: 'sent' }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const why = CERTAIN.find(([pattern]) => pattern.test(reason))?.[1]
      return why === undefined ? { kind: 'unsure', reason } : { kind: 'refused', why, reason }
    }
  },
}

function blobOf({ bytes, name, type }: NonNullable<Mail['attachment']>): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob(Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)), type, name)
}

/** In this order: a message too large is no spent quota. */
const CERTAIN: readonly (readonly [RegExp, 'quota' | 'recipient' | 'other'])[] = [
  [/attachments? size|body size|per message|pièces? jointes?/i, 'other'],
  [/invalid e-?mail|no recipient|adresse e-?mail|destinataire/i, 'recipient'],
  [/too many times|limit exceeded: email|trop de fois/i, 'quota'],
  [/permission|authori[sz]|autoris/i, 'other'],
]
