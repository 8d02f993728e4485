import { addDays, type Day, dayOf, daysBetween, yearOf } from '@tabellion/shared/calendar'
import type { DateOrder } from './problem.ts'

/** First letters of the months, in French, English, German, Italian and Spanish, without accents. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  ene: 1,
  gen: 1,
  fev: 2,
  feb: 2,
  mar: 3,
  avr: 4,
  apr: 4,
  abr: 4,
  mai: 5,
  may: 5,
  mag: 5,
  juin: 6,
  jun: 6,
  giu: 6,
  juil: 7,
  jul: 7,
  lug: 7,
  aou: 8,
  aug: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  ott: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  dic: 12,
}
const WEEKDAY =
  /^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[a-z]*\.?,?\s+/i
const TIME = '(?:[T ,]+(?:a |à )?\\d{1,2}[:hH]\\d{2}.*)?$'
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}`)
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/.' ]\\s?(\\d{4}|\\d{2})${TIME}`)
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?$/
const NAMED = new RegExp(`^(\\d{1,2})(?:er)?[ .-]+([a-zà-ÿ]{3,10})\\.?(?:[ .-]+(\\d{4}|\\d{2}))?${TIME}`, 'i')
const NAMED_FIRST = new RegExp(`^([a-z]{3,10})\\.? (\\d{1,2}),? (\\d{4})${TIME}`, 'i')

/** Reads a date that has a year; `order` decides between `03/04/2026` and `04/03/2026`. */
export function readDay(text: string, order: DateOrder): Day | undefined {
  const last = YEAR_LAST.exec(text)
  if (last) {
    const first = Number(last[1])
    const second = Number(last[2])
    const year = fullYear(Number(last[3]))
    return order === 'dmy' ? dayOf(year, second, first) : dayOf(year, first, second)
  }
  const iso = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = NAMED.exec(text)
  if (named?.[3]) return dayOf(fullYear(Number(named[3])), monthOf(named[2] ?? ''), Number(named[1]))
  const american = NAMED_FIRST.exec(text)
  if (american) return dayOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]))
  return WEEKDAY.test(text) ? readDay(text.replace(WEEKDAY, ''), order) : undefined
}

/** `readDay` that remembers: the dates of a statement are few, each is printed many times, mostly in a row. */
export function dayReader(order: DateOrder): (text: string) => Day | undefined {
  const known = new Map<string, Day | undefined>()
  let last = ''
  let lastDay: Day | undefined
  return (text) => {
    if (text === last) return lastDay
    let day = known.get(text)
    if (day === undefined && !known.has(text)) {
      day = readDay(text.trim(), order)
      known.set(text, day)
    }
    last = text
    lastDay = day
    return day
  }
}

/** Which orders of day and month the text allows; undefined when it is no date with a year. */
export function ordersOf(text: string): 'dmy' | 'mdy' | 'both' | 'fixed' | undefined {
  const last = YEAR_LAST.exec(text)
  if (!last) return readDay(text, 'dmy') === undefined ? undefined : 'fixed'
  const year = fullYear(Number(last[3]))
  const french = dayOf(year, Number(last[2]), Number(last[1])) !== undefined
  const american = dayOf(year, Number(last[1]), Number(last[2])) !== undefined
  if (french && american) return last[1] === last[2] ? 'fixed' : 'both'
  return french ? 'dmy' : american ? 'mdy' : undefined
}

/**
 * Reads a date as a page or a pasted text shows it: with a year or without (then it is the last such day not after `today`),
 * in words, « aujourd'hui », « hier ». Day first.
 */
export function readShownDay(text: string, today: Day): Day | undefined {
  const shown = text.trim().replace(/\s+/g, ' ').replace(/^le /i, '')
  const whole = readDay(shown, 'dmy')
  if (whole !== undefined) return whole
  const bare = shown.replace(WEEKDAY, '')
  const word = bare.toLowerCase().replace(/[’´]/g, "'").replace(/[.,]$/, '')
  if (word === "aujourd'hui" || word === 'today') return today
  if (word === 'hier' || word === 'yesterday') return addDays(today, -1)
  if (word === 'avant-hier') return addDays(today, -2)
  const figures = /^(\d{1,2})[/.-](\d{1,2})$/.exec(bare)
  const named = NAMED.exec(bare)
  const date = Number((figures ?? named)?.[1])
  const month = figures ? Number(figures[2]) : monthOf(named?.[2] ?? '')
  if (!(date > 0 && month > 0)) return undefined
  for (let year = yearOf(today); year > yearOf(today) - 5; year -= 1) {
    const day = dayOf(year, month, date)
    if (day !== undefined && daysBetween(day, today) >= 0) return day
  }
  return undefined
}

const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year)

/** 1 to 12, or 0 when the word names no month. */
function monthOf(word: string): number {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return MONTHS[plain.slice(0, 4)] ?? MONTHS[plain.slice(0, 3)] ?? 0
}
