/** Bytes cross to the host as base64; Apps Script's own bytes are signed (rule 11). */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const places = new Map([...alphabet].map((letter, place) => [letter.charCodeAt(0), place]))
/** Both alphabets are read. */
places.set(45, 62).set(95, 63)

const chunk = 8_190

export function base64Of(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    out[at++] = codes[a >> 2] ?? 0
    out[at++] = codes[((a & 3) << 4) | (b >> 4)] ?? 0
    out[at++] = i + 1 < bytes.length ? (codes[((b & 15) << 2) | (c >> 6)] ?? 0) : 61
    out[at++] = i + 2 < bytes.length ? (codes[c & 63] ?? 0) : 61
  }
  return latin1(out)
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += chunk) text += String.fromCharCode(...bytes.subarray(i, i + chunk))
  return text
}

export function bytesOfBase64(text: string): Uint8Array {
  const clean = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < clean.length; i++) {
    const place = places.get(clean.charCodeAt(i))
    if (place === undefined) throw Object.assign(new Error('Could not decode string.'), { name: 'Exception' })
    held = (held << 6) | place
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  return bytes
}

export function signed(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length))
}

/** Typed arrays are not byte arrays for Google's services, and a byte is between -128 and 127. */
export function unsigned(bytes: unknown, label: string): Uint8Array {
  if (!Array.isArray(bytes)) {
    throw Object.assign(new Error(`The parameters (${typeof bytes}) don't match the method signature for ${label}.`), {
      name: 'Exception',
    })
  }
  const out = new Uint8Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (!Number.isInteger(byte) || byte < -128 || byte > 127) {
      throw Object.assign(new Error(`strict: ${label}: ${byte} is no signed byte`), { name: 'StrictError' })
    }
    out[i] = byte
  }
  return out
}

export function utf8(text: string): Uint8Array {
  const escaped = unescapePercent(
    encodeURIComponent(
      text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
    ),
  )
  return escaped
}

function unescapePercent(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '%') {
      bytes[at++] = Number.parseInt(text.slice(i + 1, i + 3), 16)
      i += 2
    } else bytes[at++] = text.charCodeAt(i)
  }
  return bytes.slice(0, at)
}

export function textOfUtf8(bytes: Uint8Array): string {
  let escaped = ''
  for (const byte of bytes)
    escaped += byte < 128 ? (byte === 37 ? '%25' : String.fromCharCode(byte)) : `%${byte.toString(16).padStart(2, '0')}`
  try {
    return decodeURIComponent(escaped)
  } catch {
    return latin1(bytes).replace(/[\x80-\xff]/g, '\uFFFD')
  }
}
