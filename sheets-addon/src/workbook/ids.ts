import { invariant } from '@tabellion/shared/kernel'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of milliseconds then 80 of chance, in Crockford's base 32, so that IDs sort by the moment they were made. */
export function ulid(milliseconds: number, chance: readonly number[]): string {
  invariant(chance.length >= 16, 'sixteen values of chance')
  let time = ''
  for (let left = milliseconds, place = 0; place < 10; place++, left = Math.floor(left / 32))
    time = `${ALPHABET[left % 32]}${time}`
  return (
    time +
    chance
      .slice(0, 16)
      .map((value) => ALPHABET[value % 32])
      .join('')
  )
}
