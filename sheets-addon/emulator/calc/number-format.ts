import { isPercentFormat, isTextFormat } from 'numfmt'

/** Patterns are US-style whatever the locale of the sheet; the default one reads back `0.###############` (gas-fakes). */
export const isAutomatic = (format: string): boolean =>
  format === '' || format === '0.###############' || /^(general|automatic)$/i.test(format)

export const isText = (format: string): boolean => format === '@' || (format.includes('@') && isTextFormat(format))

export const isPercent = (format: string): boolean => format.includes('%') && isPercentFormat(format)
