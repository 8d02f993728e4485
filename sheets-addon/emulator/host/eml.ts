/** A mail as an .eml file (RFC 5322, MIME): what the recipient would open, attachments inside. */
import type { SentMail } from '../types.ts'

const ascii = /^[\x20-\x7e]*$/

/** RFC 2047: 75 characters at most per word, cut between characters. */
function word(text: string): string {
  if (ascii.test(text) && !text.includes('=?')) return text
  const words: string[] = []
  let chunk = ''
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > 42) {
      words.push(chunk)
      chunk = ''
    }
    chunk += character
  }
  if (chunk) words.push(chunk)
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

const phrase = (text: string): string => (ascii.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : word(text))
const wrapped = (base64: string): string => base64.replace(/.{76}/g, '$&\r\n')
const base64Part = (head: readonly string[], bytes: Uint8Array): string =>
  [...head, 'Content-Transfer-Encoding: base64', '', wrapped(Buffer.from(bytes).toString('base64'))].join('\r\n')
const textPart = (type: string, text: string): string =>
  base64Part([`Content-Type: ${type}; charset=UTF-8`], Buffer.from(text.replace(/\r?\n/g, '\r\n')))

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--`
}

/** RFC 2231 for names beyond ASCII. */
const fileName = (name: string): string =>
  ascii.test(name) ? `filename="${name.replace(/["\\]/g, '\\$&')}"` : `filename*=UTF-8''${encodeURIComponent(name)}`

export interface Inline {
  readonly id: string
  readonly type: string
  readonly bytes: Uint8Array
}

export function writeEml(mail: Omit<SentMail, 'eml'>, inline: readonly Inline[]): string {
  const boundary = (kind: string): string => `=_${kind}_${mail.number}`
  let body = textPart('text/plain', mail.body)
  if (mail.htmlBody !== undefined) {
    let html = textPart('text/html', mail.htmlBody)
    if (inline.length > 0) {
      const images = inline.map(({ id, type, bytes }) =>
        base64Part([`Content-Type: ${type}`, `Content-ID: <${id}>`], bytes),
      )
      html = multipart('related', boundary('related'), [html, ...images])
    }
    body = multipart('alternative', boundary('alternative'), [body, html])
  }
  if (mail.attachments.length > 0) {
    const files = mail.attachments.map(({ name, type, bytes }) =>
      base64Part([`Content-Type: ${type}`, `Content-Disposition: attachment; ${fileName(name)}`], bytes),
    )
    body = multipart('mixed', boundary('mixed'), [body, ...files])
  }
  const head: readonly (readonly [string, string])[] = [
    ['From', mail.name ? `${phrase(mail.name)} <${mail.from}>` : mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply-To', mail.replyTo ?? ''],
    ['Subject', word(mail.subject)],
    ['Date', new Date(mail.sentAt).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${mail.number}.${Date.parse(mail.sentAt)}@emulator.invalid>`],
    ['MIME-Version', '1.0'],
  ]
  const headers = head.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\r\n`)
  return `${headers.join('')}${body}\r\n`
}
