import type { Day } from '@tabellion/shared/calendar'
import { amountsOf } from '../reader/amount.ts'
import { shownDay } from '../reader/day.ts'
import type { Guide } from '../reader/guide.ts'
import { around, piecesOf, signatureOf } from '../reader/piece.ts'
import { saysSomething } from '../reader/words.ts'

/** The user pointed at it: is it, or does something just around it make, a date, an amount, a text? */
export const isDate = (element: Element, today: Day): boolean =>
  near(element).some((box) => piecesOf(box).some((piece) => shownDay(piece, today) !== undefined))
export const isAmount = (element: Element): boolean => near(element).some((box) => amountsOf(piecesOf(box)).length > 0)
export const isLabel = (element: Element): boolean => piecesOf(element).some(({ text }) => saysSomething(text))

const near = (element: Element): Element[] => [element, around(element) ?? element]

export interface Pointed {
  readonly date: Element
  readonly label: Element
  readonly amount: Element
}

/**
 * Makes a guide of three elements of one operation: the smallest element around label and amount that repeats is the row. The date
 * stands in it, or over it, where the reader finds it by itself. Undefined where nothing repeats around them.
 */
export function guideFrom({ amount, date, label }: Pointed): Guide | undefined {
  let row: Element | null = label
  while (row && !row.contains(amount)) row = row.parentElement
  while (row && !hasPeer(row, amount, label)) row = row.parentElement
  if (!row || row === document.body || row === document.documentElement) return undefined
  return {
    rows: rowsSelector(row),
    label: pathFrom(row, label),
    amount: pathFrom(row, amount),
    ...(row.contains(date) && row !== date && { date: pathFrom(row, date) }),
    isLearnt: true,
  }
}

/** Another element beside it, or beside what holds it, that is made alike and shows an amount too. */
function hasPeer(row: Element, amount: Element, label: Element): boolean {
  if (row === amount || row === label) return false
  const parent = row.parentElement
  if (!parent) return false
  const alike = [...parent.children].filter((one) => one !== row && signatureOf(one) === signatureOf(row))
  if (alike.some((one) => amountsOf(piecesOf(one)).length > 0)) return true
  // The only operation of its day: other days hold others.
  const group = parent.parentElement
  const groups = [...(group?.children ?? [])].filter(
    (one) => one !== parent && signatureOf(one) === signatureOf(parent),
  )
  return groups.some((one) => amountsOf(piecesOf(one)).length > 0 && one.querySelector(own(row)) !== null)
}

/** By tags and by names that are not made by a machine, from as far out as they lead, so that other lists of the page are not meant. */
function rowsSelector(row: Element): string {
  const steps = [own(row)]
  for (
    let at = row.parentElement, level = 0;
    at && at !== document.body && level < 3;
    at = at.parentElement, level += 1
  ) {
    steps.unshift(own(at))
    if (at.id !== '' && isName(at.id)) break
  }
  return steps.join(' > ')
}

function own(element: Element): string {
  const tag = element.tagName.toLowerCase()
  if (element.id !== '' && isName(element.id)) return `${tag}#${CSS.escape(element.id)}`
  const role = element.getAttribute('role')
  const names = [...element.classList].filter(isName).slice(0, 2)
  return `${tag}${names.map((name) => `.${CSS.escape(name)}`).join('')}${role ? `[role="${CSS.escape(role)}"]` : ''}`
}

/** Words, not digests nor numbers nor states, which change at each build or from row to row. */
const isName = (name: string): boolean =>
  /^[a-z][a-z-_]{2,40}$/i.test(name) &&
  !/^(?:is|has|js|ng)-|odd|even|first|last|active|selected|positi|negati|credit|debit/i.test(name) &&
  !/[a-z][A-Z][a-z]?[A-Z]|[bcdfghjklmnpqrstvwxz]{6}/.test(name)

/** From the row down, by place among those of its tag. */
function pathFrom(row: Element, element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at && at !== row; at = at.parentElement) {
    const { tagName } = at
    const alike = [...(at.parentElement?.children ?? [])].filter((one) => one.tagName === tagName)
    const tag = tagName.toLowerCase()
    steps.unshift(alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(at) + 1})` : tag)
  }
  return steps.length === 0 ? ':scope' : `:scope > ${steps.join(' > ')}`
}
