import { fail, ok, type Result, sha256Hex, utf8Bytes } from '@tabellion/shared/kernel'
import * as v from 'valibot'
import { readAddress } from './address.ts'
import { asciiJson } from './ascii.ts'
import { asciiText, fromBase64Url, toBase64Url } from './base64url.ts'
import { keyId } from './values.ts'

/** What one browser needs to speak with the sheet. Whoever reads it can speak in its place: it is shown once. */
export interface Pairing {
  readonly kid: string
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** Absent where messages go by file or pasted block. */
  readonly url?: string
}

export type PairingProblem = {
  readonly code: 'not-a-pairing-code' | 'pairing-code-cut' | 'pairing-code-of-another-version' | 'pairing-code-address'
}

const PREFIX = 'tabellion1.'
const schema = v.strictObject({ k: keyId, s: v.string(), u: v.exactOptional(v.string()) })

/** Named after its secret, so that two keys never share a name. */
export const keyIdOf = (secret: Uint8Array): string => sha256Hex(`key\n${toBase64Url(secret)}`).slice(0, 16)

/** One line to copy: prefix, contents, eight digits that tell whether a part is missing. */
export function pairingCode({ kid, secret, url }: Pairing): string {
  const contents = asciiJson({ k: kid, s: toBase64Url(secret), ...(url === undefined ? {} : { u: url }) })
  const body = toBase64Url(utf8Bytes(contents))
  return `${PREFIX}${body}.${sha256Hex(body).slice(0, 8)}`
}

/** As pasted: line breaks, spaces and quotes around do not matter. */
export function readPairingCode(pasted: string): Result<Pairing, PairingProblem> {
  const text = pasted.replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff"'«»“”]/g, '')
  const [, version, body, check] = /^tabellion(\d+)\.([\w-]*)(?:\.([0-9a-f]*))?$/i.exec(text) ?? []
  if (version === undefined || body === undefined) return fail({ code: 'not-a-pairing-code' })
  if (version !== '1') return fail({ code: 'pairing-code-of-another-version' })
  if (check !== sha256Hex(body).slice(0, 8)) return fail({ code: 'pairing-code-cut' })
  const contents = v.safeParse(schema, parse(fromBase64Url(body)))
  const secret = contents.success ? fromBase64Url(contents.output.s) : undefined
  if (!contents.success || secret?.length !== 32) return fail({ code: 'not-a-pairing-code' })
  const { k: kid, u } = contents.output
  if (u === undefined) return ok({ kid, secret })
  const address = readAddress(u)
  return address.ok ? ok({ kid, secret, url: address.value.url }) : fail({ code: 'pairing-code-address' })
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(asciiText(bytes))
  } catch {
    return undefined
  }
}
