/** Utilities, Session, and what HtmlService and ContentService need from the host. Bytes travel as base64. */
import { createHash, createHmac } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { service } from './call.ts'
import { uuid } from './chance.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { needs } from './scopes.ts'
import { formatDate, parseDate } from './simple-date-format.ts'

const utilities = service('Utilities')
const session = service('Session')
const html = service('HtmlService')
const content = service('ContentService')

export const utilityCalls = {
  /** Round trips whose work the fakes do themselves. */
  'Utilities.counted': utilities.counted(() => undefined),
  'Utilities.getUuid': utilities.counted(({ world }: Execution) => uuid(world.chance)),
  'Utilities.sleep': utilities.counted(({ world }: Execution, milliseconds: number) => {
    if (!(milliseconds >= 0 && milliseconds <= 300_000)) throw exception('Argument out of range: milliseconds')
    world.sleep(milliseconds)
  }),
  'Utilities.digest': utilities.counted((_: Execution, algorithm: string, base64: string) => {
    return createHash(algorithm).update(Buffer.from(base64, 'base64')).digest('base64')
  }),
  'Utilities.hmac': utilities.counted((_: Execution, algorithm: string, value: string, key: string) => {
    return createHmac(algorithm, Buffer.from(key, 'base64')).update(Buffer.from(value, 'base64')).digest('base64')
  }),
  'Utilities.formatDate': utilities.counted((_: Execution, instant: number, zone: string, pattern: string) => {
    return formatDate(instant, zone, pattern)
  }),
  'Utilities.parseDate': utilities.counted((_: Execution, text: string, zone: string, pattern: string) => {
    return parseDate(text, zone, pattern)
  }),
  'Utilities.zip': utilities.counted(
    (_: Execution, files: readonly { readonly name: string; readonly base64: string }[]) => {
      const entries: Record<string, Uint8Array> = {}
      for (const { name, base64 } of files) {
        // Believed an error live (ground truth §3): two entries of one name would hide each other.
        if (name in entries) throw exception(`Duplicate entry: ${name}`)
        entries[name] = Buffer.from(base64, 'base64')
      }
      return Buffer.from(zipSync(entries, { mtime: new Date(1980, 0, 1) })).toString('base64')
    },
  ),
  'Utilities.unzip': utilities.counted((_: Execution, base64: string) => {
    return Object.entries(unzipSync(Buffer.from(base64, 'base64'))).map(([name, bytes]) => ({
      name,
      base64: Buffer.from(bytes).toString('base64'),
    }))
  }),
  'Utilities.gzip': utilities.counted((_: Execution, base64: string) => {
    return gzipSync(Buffer.from(base64, 'base64')).toString('base64')
  }),
  'Utilities.ungzip': utilities.counted((_: Execution, base64: string) => {
    return gunzipSync(Buffer.from(base64, 'base64')).toString('base64')
  }),
}

export const sessionCalls = {
  /** Throws without `userinfo.email`, which we never ask for (ground truth 17). */
  'Session.getEmail': session.counted(({ user }: Execution) => user, needs.userEmail),
  'Session.getActiveUserLocale': session.counted(() => 'fr'),
  'Session.getScriptTimeZone': session.counted(({ program }: Execution) => program.manifest.timeZone),
  'Session.getTemporaryActiveUserKey': session.counted(({ user }: Execution) => {
    return createHash('sha256').update(user).digest('base64url')
  }),
}

export const outputCalls = {
  'HtmlService.read': html.counted(({ program }: Execution, name: string) => {
    const text = program.html[name.replace(/\.html$/, '')]
    if (text === undefined) throw exception(`No HTML file named ${name} was found.`)
    return text
  }),
  'HtmlService.create': html.counted(() => undefined),
  'ContentService.create': content.counted(() => undefined),
}
