/**
 * Java's SimpleDateFormat as far as we use it: y M d H m s and quotes. Month names are believed English (ground truth §3).
 * Other letters throw: `Y` is the week-year and `D` the day of the year, the usual accidents.
 */
import { exception, strict } from './errors.ts'
import { instantOf, isZone, wallClock } from './zone.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

type Piece = { readonly letter: string; readonly width: number } | { readonly text: string }

function pieces(pattern: string): Piece[] {
  const found: Piece[] = []
  for (const [whole, quoted, letters] of pattern.matchAll(/'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g)) {
    if (quoted !== undefined) found.push({ text: quoted === '' ? "'" : quoted.replaceAll("''", "'") })
    else if (letters === undefined) found.push({ text: whole })
    else if ('yMdHms'.includes(letters)) found.push({ letter: letters, width: whole.length })
    else throw strict(`Utilities.formatDate pattern letter ${letters} in ${pattern}`)
  }
  return found
}

const checkedZone = (zone: string): string => {
  if (typeof zone !== 'string' || !isZone(zone))
    throw exception(`Invalid argument: timeZone. Should be of type: String`)
  return zone
}

export function formatDate(instant: number, zone: string, pattern: string): string {
  const clock = wallClock(checkedZone(zone), instant)
  const pad = (value: number, width: number): string => String(value).padStart(width, '0')
  return pieces(pattern)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const { letter, width } = piece
      if (letter === 'y') return width === 2 ? pad(clock.year % 100, 2) : pad(clock.year, width)
      if (letter === 'M' && width > 2)
        return width === 3 ? (months[clock.month - 1] ?? '').slice(0, 3) : (months[clock.month - 1] ?? '')
      const value = { M: clock.month, d: clock.day, H: clock.hour, m: clock.minute, s: clock.second }[letter] ?? 0
      return pad(value, width)
    })
    .join('')
}

/** Throws on text that does not fit, as the real one does. Digits only, no month names. */
export function parseDate(text: string, zone: string, pattern: string): number {
  const read: Record<string, number> = {}
  let rest = text
  for (const piece of pieces(pattern)) {
    if ('text' in piece) {
      if (!rest.startsWith(piece.text)) throw exception(`Unparseable date: "${text}"`)
      rest = rest.slice(piece.text.length)
      continue
    }
    const digits = new RegExp(`^\\d{1,${Math.max(piece.width, piece.letter === 'y' ? 4 : 2)}}`).exec(rest)?.[0]
    if (digits === undefined) throw exception(`Unparseable date: "${text}"`)
    read[piece.letter] = Number(digits)
    rest = rest.slice(digits.length)
  }
  const seconds = read['s'] ?? 0
  return (
    instantOf(checkedZone(zone), read['y'] ?? 1970, read['M'] ?? 1, read['d'] ?? 1, read['H'] ?? 0, read['m'] ?? 0) +
    seconds * 1000
  )
}
