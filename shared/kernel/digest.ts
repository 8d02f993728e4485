import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hex, utf8Bytes } from './bytes.ts'

/** SHA-256 of the UTF-8 text (or of the bytes), as 64 lower-case hexadecimal characters. */
export function sha256Hex(data: string | Uint8Array): string {
  return hex(sha256(typeof data === 'string' ? utf8Bytes(data) : data))
}

/** HMAC-SHA256 of the UTF-8 text under the key, as 64 lower-case hexadecimal characters. RFC 2104. */
export function hmacSha256Hex(key: Uint8Array, text: string): string {
  return hex(hmac(sha256, key, utf8Bytes(text)))
}
