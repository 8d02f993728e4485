import { type Day, parseDay } from '@tabellion/shared/calendar'
import { refuse } from './refusal.ts'

/** A day given to an action as text. */
export const dayIn = (text: string, argument: string): Day =>
  parseDay(text) ?? refuse({ code: 'wrong-argument', argument, expected: 'une date AAAA-MM-JJ' })

/** The same, where it may be left out. */
export const dayOf = (text: string | undefined, argument: string): Day | undefined =>
  text === undefined ? undefined : dayIn(text, argument)

/** The name that makes a request the same request; it becomes part of IDs in cells. */
export const keyOf = (text: string | undefined): string | undefined =>
  text === undefined || /^[\w.:-]{1,80}$/.test(text)
    ? text
    : refuse({
        code: 'wrong-argument',
        argument: 'key',
        expected: '80 lettres, chiffres, points ou tirets au plus',
      })
