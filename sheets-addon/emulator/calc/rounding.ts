type Direction = (quotient: number) => number

/**
 * Rounds on the decimal text of 15 significant digits, so that 1.005 gives 1.01 and 256.335 gives 256.34: the binary value
 * just below the half is not what the user sees. Halves go away from zero.
 */
export const roundHalfUp = (value: number, decimals: number): number => roundDecimal(value, decimals, Math.round)
export const roundUp = (value: number, decimals: number): number => roundDecimal(value, decimals, Math.ceil)
export const roundDown = (value: number, decimals: number): number => roundDecimal(value, decimals, Math.floor)

function roundDecimal(value: number, decimals: number, direction: Direction): number {
  const places = Math.trunc(decimals)
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  // 15 digits are an exact integer, and dividing it by a power of ten cannot turn a non-half into a half.
  const digits = Number(mantissa.replace('.', ''))
  const dropped = 14 - Number(exponent) - places
  if (dropped <= 0) return value
  const magnitude = Number(`${direction(digits / 10 ** dropped)}e${-places}`)
  return value < 0 ? 0 - magnitude : magnitude
}

/** Fifteen significant digits: what a spreadsheet promises of a number. */
export const significant = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
