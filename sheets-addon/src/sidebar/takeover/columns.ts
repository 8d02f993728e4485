import { el } from '../parts/dom.ts'
import { choice } from '../parts/field.ts'
import { counted } from '../parts/words.ts'
import type { Kind, Understood } from './kinds.ts'

const NOT_TAKEN = 'Ne pas reprendre'

/** Every column of the file, what it was taken for, and a way to say otherwise. */
export function columnChoices(
  kind: Kind,
  { columns, missing, unread }: Understood,
  changed: (told: Readonly<Record<string, string>>) => void,
): HTMLElement {
  const guessed = new Map(columns.map(({ from, to }) => [from, to]))
  const told = new Map([...guessed, ...unread.map((from) => [from, ''] as const)])
  const fields = [...told].map(([from, to]) => {
    const { element, select } = choice(from, [NOT_TAKEN, ...kind.headings], to === '' ? NOT_TAKEN : to)
    select.addEventListener('change', () => {
      const wanted = select.value === NOT_TAKEN ? '' : select.value
      // A heading goes to one column: whoever had it loses it.
      for (const [other, before] of told) if (wanted !== '' && before === wanted) told.set(other, '')
      told.set(from, wanted)
      changed(Object.fromEntries(told))
    })
    return element
  })
  return el(
    'details',
    { open: missing.length > 0 },
    el('summary', {}, `${counted(guessed.size, 'colonne comprise', 'colonnes comprises')} sur ${told.size}`),
    el('div', { class: 'columns' }, fields),
  )
}

/** What the script is to read, column by column: it guesses no more. */
export const toldOf = ({ columns, unread }: Understood): Readonly<Record<string, string>> =>
  Object.fromEntries([...columns.map(({ from, to }) => [from, to]), ...unread.map((from) => [from, ''])])
