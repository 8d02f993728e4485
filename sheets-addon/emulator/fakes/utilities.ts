/** Utilities. Bytes are signed; a hash of text takes US-ASCII unless told otherwise, so accents become `?` (ground truth 23). */
import { base64Of, bytesOfBase64, signed, unsigned, utf8 } from './base64.ts'
import { blobData, newBlob, typeOfName } from './blob.ts'
import { call, callAs, exception, mismatch } from './bridge.ts'
import { enumeration, nameOf } from './enumeration.ts'
import { namespace } from './not-faked.ts'

type Blob = GoogleAppsScript.Base.Blob

const Charset = enumeration<typeof GoogleAppsScript.Utilities.Charset>('US_ASCII', 'UTF_8')
const DigestAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
)
const MacAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.MacAlgorithm>(
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
)

const ascii = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text), (character) =>
    (character.codePointAt(0) ?? 63) < 128 ? character.charCodeAt(0) : 63,
  )

function encoded(value: unknown, charset: unknown, fallback: 'US_ASCII' | 'UTF_8', label: string): Uint8Array {
  if (typeof value !== 'string') return unsigned(value, label)
  const name = charset === undefined ? fallback : nameOf(charset, label)
  return name === 'UTF_8' ? utf8(value) : ascii(value)
}

function digestName(algorithm: unknown, label: string): string {
  return nameOf(algorithm, label).replace('HMAC_', '').replace('_', '').toLowerCase()
}

/** Both texts or both bytes: mixed is refused (gas-fakes). */
function hmac(label: string, algorithm: string, value: unknown, key: unknown, charset: unknown): number[] {
  if (typeof value !== typeof key) throw mismatch(label, [value, key])
  const [data, secret] = [encoded(value, charset, 'US_ASCII', label), encoded(key, charset, 'US_ASCII', label)]
  return signed(bytesOfBase64(callAs(label, 'Utilities.hmac', algorithm, base64Of(data), base64Of(secret))))
}

function base64(label: string, value: unknown, charset: unknown): string {
  callAs(label, 'Utilities.counted')
  return base64Of(encoded(value, charset, 'UTF_8', label))
}

function decode(label: string, text: string): number[] {
  callAs(label, 'Utilities.counted')
  return signed(bytesOfBase64(text))
}

const blobOfBase64 = (text: string, type: string | null, name: string | null): Blob =>
  newBlob(signed(bytesOfBase64(text)), type, name)

export const Utilities = namespace<GoogleAppsScript.Utilities.Utilities>('Utilities', {
  Charset,
  DigestAlgorithm,
  MacAlgorithm,
  newBlob(data: unknown, type?: string, name?: string): Blob {
    callAs('Utilities.newBlob', 'Utilities.counted')
    return newBlob(data, type, name)
  },
  base64Encode: (value: unknown, charset?: unknown) => base64('Utilities.base64Encode', value, charset),
  /** Keeps its `=` (gas-fakes). */
  base64EncodeWebSafe: (value: unknown, charset?: unknown) =>
    base64('Utilities.base64EncodeWebSafe', value, charset).replaceAll('+', '-').replaceAll('/', '_'),
  base64Decode: (text: string) => decode('Utilities.base64Decode', text),
  base64DecodeWebSafe: (text: string) => decode('Utilities.base64DecodeWebSafe', text),
  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const label = 'Utilities.computeDigest'
    const data = base64Of(encoded(value, charset, 'US_ASCII', label))
    return signed(bytesOfBase64(callAs(label, 'Utilities.digest', digestName(algorithm, label), data)))
  },
  computeHmacSha256Signature: (value: unknown, key: unknown, charset?: unknown) =>
    hmac('Utilities.computeHmacSha256Signature', 'sha256', value, key, charset),
  computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const label = 'Utilities.computeHmacSignature'
    return hmac(label, digestName(algorithm, label), value, key, charset)
  },
  formatDate(date: unknown, zone: string, pattern: string): string {
    if (!(date instanceof Date)) throw mismatch('Utilities.formatDate', [date, zone, pattern])
    return call('Utilities.formatDate', date.getTime(), zone, pattern)
  },
  parseDate: (text: string, zone: string, pattern: string) =>
    new Date(call('Utilities.parseDate', text, zone, pattern)),
  getUuid: () => call('Utilities.getUuid'),
  sleep: (milliseconds: number) => {
    call('Utilities.sleep', milliseconds)
  },
  zip(blobs: unknown, name: string = 'archive.zip'): Blob {
    if (!Array.isArray(blobs)) throw mismatch('Utilities.zip', [blobs])
    const files = blobs.map((blob: unknown) => {
      const data = blobData(blob, 'Utilities.zip')
      if (data.name === null) throw exception('Blob object must have non-null name for this operation.')
      return { name: data.name, base64: data.base64 }
    })
    return blobOfBase64(call('Utilities.zip', files), 'application/zip', name)
  },
  /** Types are guessed from the names. */
  unzip: (blob: unknown) =>
    call('Utilities.unzip', blobData(blob, 'Utilities.unzip').base64).map((file) =>
      blobOfBase64(file.base64, typeOfName(file.name), file.name),
    ),
  gzip: (blob: unknown, name: string = 'archive.gz') =>
    blobOfBase64(call('Utilities.gzip', blobData(blob, 'Utilities.gzip').base64), 'application/x-gzip', name),
  ungzip(blob: unknown): Blob {
    const data = blobData(blob, 'Utilities.ungzip')
    return blobOfBase64(call('Utilities.ungzip', data.base64), null, data.name?.replace(/\.gz$/, '') ?? null)
  },
  parseCsv(text: string, delimiter: string = ','): string[][] {
    callAs('Utilities.parseCsv', 'Utilities.counted')
    return parseCsv(text, delimiter)
  },
})

function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === delimiter) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (i + 1 < text.length) rows.push([])
    } else if (character !== '\r') cell += character
  }
  if (cell !== '' || text.at(-1) !== '\n') rows.at(-1)?.push(cell)
  return rows
}
