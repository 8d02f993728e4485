const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** https://github.com/ulid/spec: 48 bits of the moment, 80 of chance, in Crockford's 32 letters. */
export function ulid(milliseconds: number, chance: Uint8Array): string {
  let time = ''
  let left = milliseconds
  for (let at = 0; at < 10; at++) {
    time = LETTERS.charAt(left % 32) + time
    left = Math.floor(left / 32)
  }
  let held = 0
  let bits = 0
  let rest = ''
  for (const byte of chance.subarray(0, 10)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      rest += LETTERS.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return time + rest
}
