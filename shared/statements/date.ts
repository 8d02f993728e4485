import { addDays, type Day, dayOf, yearOf } from '@tabellion/shared/calendar'
import type { DateOrder } from './problem.ts'

/** First letters of the months, in French, English, German, Italian and Spanish, without accents. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  'jan ene gen,fev feb,mar,avr apr abr,mai may mag,juin jun giu,juil jul lug,aou aug ago,sep set,oct okt ott,nov,dec dez dic'
    .split(',')
    .flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)
const WEEKDAY = /^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|son)[a-z]*\.?,?\s+/i
const TIME = '(?:[T ,]+(?:a |à )?\\d{1,2}(?:[:hH]\\d{2}[^|;]*|[hH]))?$'
/** A day in some shape, perhaps with its time. A function of text alone, so that a bundle leaves out the shapes it has no use for. */
const shaped = (shape: string): RegExp => new RegExp(`^${shape}${TIME}`, 'i')
const YEAR_FIRST = /* @__PURE__ */ shaped('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})')
const YEAR_LAST = /* @__PURE__ */ shaped("(\\d{1,2})[-/. ](\\d{1,2})[-/.' ]\\s?(\\d{4}|\\d{2})")
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?$/
const COMPACT_LAST = /^(\d{2})(\d{2})(20\d{2})$/
const FIGURES = /* @__PURE__ */ shaped('(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?')
const NAMED = /* @__PURE__ */ shaped('(\\d{1,2})(?:er)?[ .-]+([a-zà-ÿ]{3,10})\\.?(?:[ .-]+(\\d{4}|\\d{2}))?')
const NAMED_FIRST = /* @__PURE__ */ shaped('([a-z]{3,10})\\.? (\\d{1,2}),? (\\d{4})')

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
  if (iso) return dayAt(iso, 1, 2, 3)
  const compact = COMPACT_LAST.exec(text)
  if (compact) return dayAt(compact, 3, 2, 1)
  const named = NAMED.exec(text)
  if (named?.[3]) return dayOf(fullYear(Number(named[3])), monthOf(named[2] ?? ''), Number(named[1]))
  const american = NAMED_FIRST.exec(text)
  if (american) return dayOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]))
  return WEEKDAY.test(text) ? readDay(text.replace(WEEKDAY, ''), order) : undefined
}

/** The groups that hold the figures of a day. */
const dayAt = (found: RegExpExecArray, year: number, month: number, date: number): Day | undefined =>
  dayOf(Number(found[year]), Number(found[month]), Number(found[date]))

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
  const bare = shown.replace(WEEKDAY, '')
  const word = RELATIVE.indexOf(
    bare
      .toLowerCase()
      .replace(/[’´]/g, "'")
      .replace(/[., ]+(?:(?:a |à )?\d\d?[:h]\d\d)?$/, ''),
  )
  if (word >= 0) return addDays(today, (word % 4) - 2)
  const iso = YEAR_FIRST.exec(bare)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const american = NAMED_FIRST.exec(shown) ?? NAMED_FIRST.exec(bare)
  if (american) return dayOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]))
  const figures = FIGURES.exec(bare)
  const [, date, month = '', ownYear] = figures ?? NAMED.exec(bare) ?? []
  const monthNumber = figures ? Number(month) : monthOf(month)
  const find = (year: number): Day | undefined => dayOf(year, monthNumber, Number(date))
  if (ownYear) return find(fullYear(Number(ownYear)))
  for (let year = yearOf(today); year > yearOf(today) - 5; year -= 1) {
    const day = find(year)
    if (day && day <= today) return day
  }
  return undefined
}
/** Day before yesterday to tomorrow. */
const RELATIVE = ['avant-hier', 'hier', "aujourd'hui", 'demain', '2 days ago', 'yesterday', 'today', 'tomorrow']

const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year)

/** 1 to 12, or 0 when the word names no month. */
function monthOf(word: string): number {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return MONTHS.get(plain.slice(0, 4)) ?? MONTHS.get(plain.slice(0, 3)) ?? 0
}
