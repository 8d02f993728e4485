const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of our own generated base64 text: Apps Script has no `atob`. */
export function base64Bytes(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let index = 0; index < 64; index++) values[ALPHABET.charCodeAt(index)] = index
  const size = text.replace(/=+$/, '').length
  const bytes = new Uint8Array(Math.floor((size * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let index = 0; index < size; index++) {
    held = ((held << 6) | (values[text.charCodeAt(index)] ?? 0)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  return bytes
}
