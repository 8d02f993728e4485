/** From what a script or a person gives to what a cell holds. Text is parsed as typed, in the spreadsheet's locale. */
import { typedInput } from '../calc/index.ts'
import type { Book, Content, Dress } from './book.ts'
import { dressed, formatOf } from './dress.ts'
import { exception } from './errors.ts'
import { knownLocale } from './evaluator.ts'
import { serialOfInstant } from './zone.ts'

/** A value as it crosses from the script: a Date is its instant. */
export type ScriptValue = string | number | boolean | null | { readonly at: number }

export interface Filled {
  readonly content: Content | undefined
  readonly dress: Dress | undefined
}

export interface Typist {
  /** `setValue`, typing, pasting plain text: the same parser for all. */
  fill(value: ScriptValue, old: Dress | undefined): Filled
}

/** `today` as a serial number in the spreadsheet's zone. Equal texts are parsed once. */
export function createTypist(book: Book, today: number): Typist {
  const locale = knownLocale(book.locale)
  const known = new Map<string, Map<string, ReturnType<typeof typedInput>>>()

  function parse(text: string, format: string) {
    let texts = known.get(format)
    if (!texts) {
      texts = new Map()
      known.set(format, texts)
    }
    let parsed = texts.get(text)
    if (!parsed) {
      parsed = typedInput(text, { locale, format, today })
      texts.set(text, parsed)
    }
    return parsed
  }

  function fillText(text: string, old: Dress | undefined): Filled {
    if (text === '') return { content: undefined, dress: old }
    if (text.length > 50_000) {
      throw exception('Your input contains more than the maximum of 50000 characters in a single cell.')
    }
    const format = formatOf(old)
    if (format === '@' && !text.startsWith("'")) return { content: text, dress: old }
    const parsed = parse(text, format)
    if (parsed.kind === 'formula') return { content: { formula: parsed.formula }, dress: old }
    const { value } = parsed
    if (value === null) return { content: undefined, dress: old }
    const dress = parsed.format !== undefined && format === '' ? dressed(old, { format: parsed.format }) : old
    return { content: parsed.quoted && typeof value === 'string' ? { quoted: value } : value, dress }
  }

  return {
    fill(value, old) {
      if (value === null) return { content: undefined, dress: old }
      if (typeof value === 'string') return fillText(value, old)
      if (typeof value !== 'object') return { content: value, dress: old }
      const serial = serialOfInstant(book.timeZone, value.at)
      // An automatic cell becomes a date; a whole day shows no hour.
      const format = Number.isInteger(serial) ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm:ss'
      return { content: serial, dress: formatOf(old) === '' ? dressed(old, { format }) : old }
    },
  }
}
