// Apps Script has neither. HTML, §8.3: binary strings, one character per byte.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function btoa(binary: string): string {
  const parts: string[] = []
  for (let at = 0; at < binary.length; at += 3) {
    const [first, second, third] = [binary.charCodeAt(at), binary.charCodeAt(at + 1), binary.charCodeAt(at + 2)]
    const bits = (first << 16) | ((second || 0) << 8) | (third || 0)
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63))
    parts.push(
      `${letters[0]}${letters[1]}${at + 1 < binary.length ? letters[2] : '='}${at + 2 < binary.length ? letters[3] : '='}`,
    )
  }
  return parts.join('')
}

const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [...ALPHABET].map((letter, value) => [letter, value]),
)

export function atob(text: string): string {
  const parts: string[] = []
  let part = ''
  let held = 0
  let bits = 0
  for (const letter of text) {
    const value = VALUES[letter]
    if (value === undefined) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    part += String.fromCharCode((held >> bits) & 255)
    if (part.length < 8192) continue
    parts.push(part)
    part = ''
  }
  return parts.join('') + part
}
