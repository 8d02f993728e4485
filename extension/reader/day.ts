import type { Day } from '@tabellion/shared/calendar'
import { readShownDay } from '@tabellion/shared/statements/values'
import { around, collapse, type Piece } from './piece.ts'

/** A text that is only a date. */
export interface ShownDay {
  readonly element: Element
  readonly day: Day
  /** « Valeur : 12/03/2026 », or the second date of a row. */
  readonly isValue: boolean
}

const LONGEST = 34
const VALUE = /^(?:date de |en )?valeur ?:? ?(?:au |du )?/i
const LEAD = /^(?:le|du|au|date(?: d['’]op[ée]ration)?|op[ée]rations? du) ?:? ?/i

/** The date that the piece, or a small element around it (`<b>28</b> <i>juil.</i>`), consists of. */
export function shownDay({ element, text }: Piece, today: Day): ShownDay | undefined {
  const time = element.closest('time')?.getAttribute('datetime')
  const stated = time == null ? undefined : readShownDay(time.slice(0, 10), today)
  if (stated !== undefined) return { element: element.closest('time') ?? element, day: stated, isValue: false }
  if (text.length > LONGEST || !/\d|aujourd|hier/i.test(text)) return undefined
  const own = dayIn(text, today)
  if (own !== undefined) return { element, ...own }
  if (!/^\d{1,2}$/.test(text)) return undefined
  let at = around(element)
  for (let level = 0; level < 2 && at !== undefined; level += 1) {
    const whole = collapse(spaced(at))
    if (whole.length > LONGEST) return undefined
    const day = dayIn(whole, today)
    if (day !== undefined) return { element: at, ...day }
    at = around(at)
  }
  return undefined
}

function dayIn(text: string, today: Day): { day: Day; isValue: boolean } | undefined {
  const isValue = VALUE.test(text) && !/^\d/.test(text)
  const bare = isValue ? text.replace(VALUE, '') : text.replace(LEAD, '')
  const day = readShownDay(bare, today)
  return day === undefined ? undefined : { day, isValue }
}

/** The texts of the children, apart: `28` and `juil.` in two boxes touch in `textContent`. */
const spaced = (element: Element): string => [...element.childNodes].map((node) => node.textContent ?? '').join(' ')
