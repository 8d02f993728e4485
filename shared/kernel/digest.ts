import { sha256 } from '@noble/hashes/sha2.js'
import { hex, utf8Bytes } from './bytes.ts'

/** SHA-256 of the UTF-8 text (or of the bytes), as 64 lower-case hexadecimal characters. */
export function sha256Hex(data: string | Uint8Array): string {
  return hex(sha256(typeof data === 'string' ? utf8Bytes(data) : data))
}
