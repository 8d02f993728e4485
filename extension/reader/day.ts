import type { Day } from '@tabellion/shared/calendar'
import { readShownDay } from '@tabellion/shared/statements/values'
import { around, collapse, type Piece } from './piece.ts'

/** A text that is only a date. */
export interface ShownDay {
  readonly element: Element
  readonly day: Day
  readonly hasYear: boolean
  /** « Valeur : 12/03/2026 », or the second date of a row. */
  readonly isValue: boolean
}

const LONGEST = 34
const VALUE = /^(?:date de |en )?valeur ?:? ?(?:au |du )?/i
const HAS_YEAR = /\d{4}|\d[/.-]\d+[/.-]\d|jour|hier|demain/i
const LEAD = /^(?:(?:le|du|au)(?= )|date(?: d['’]op[ée]ration)?|op[ée]rations? du) ?:? ?/i

/** The date that the piece, or a small element around it (`<b>28</b> <i>juil.</i>`), consists of. */
export function shownDay({ element, text }: Piece, today: Day): ShownDay | undefined {
  const time = element.closest('time')
  const stated = readShownDay((time?.getAttribute('datetime') ?? '').slice(0, 10), today)
  if (time && stated) return { element: time, day: stated, hasYear: true, isValue: false }
  if (text.length > LONGEST || !/\d|aujourd|hier|demain|today|yesterday/i.test(text)) return undefined
  const isEnglish = element.ownerDocument.documentElement.lang.startsWith('en')
  const own = dayIn(isEnglish ? text.replace(/([A-Za-z]{3,9})\.? (\d{1,2})$/, '$2 $1') : text, today)
  if (own) return { element, ...own }
  if (!DAY_NUMBER.test(text)) return undefined
  let at = around(element)
  for (let level = 0; level < 2 && at; level += 1) {
    const whole = collapse(spaced(at))
    if (whole.length > LONGEST) return undefined
    const day = dayIn(whole, today)
    if (day) return { element: at, ...day }
    at = around(at)
  }
  return undefined
}

function dayIn(text: string, today: Day): Omit<ShownDay, 'element'> | undefined {
  const isValue = VALUE.test(text) && !/^\d/.test(text)
  const day = readShownDay(text.replace(isValue ? VALUE : LEAD, ''), today)
  return !day ? undefined : { day, hasYear: HAS_YEAR.test(text), isValue }
}

/** The texts of the children, apart: `28` and `juil.` in two boxes touch in `textContent`. */
const spaced = (element: Element): string => [...element.childNodes].map((node) => node.textContent ?? '').join(' ')

/** « 12 » or « Jeu. 12 »: a day of the month that a heading names. */
export const DAY_NUMBER = /^(?:\p{L}{3,8}\.? )?(\d{1,2})$/u
/** « Mars 2026 », « Mars » or « 2026 » above the rows. */
export interface Period {
  readonly element: Element
  readonly month: string
  readonly year: string
}
export function periodIn({ element, text }: Piece, today: Day): Period | undefined {
  const [, month = '', year = ''] = /^(\p{L}{3,9}\.?)? ?(20\d\d)?$/u.exec(text) ?? []
  if (month === '' ? year === '' : readShownDay(`1 ${month}`, today) === undefined) return undefined
  return { element, month, year }
}

/** The same day of another year. */
export const inYear = (day: Day, year: string | number, today: Day): Day =>
  readShownDay(`${year}${day.slice(4)}`, today) ?? day
