/** Which values of a list a typed text leaves, and which one Enter takes. */

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

export interface Choices {
  readonly options: readonly string[]
  /** The one Enter takes; -1: what was typed stays as typed. */
  readonly suggested: number
}

/** `untouched`: the text is still the cell's own, so the whole list shows. Accents and case do not matter. */
export function choicesFor(all: readonly string[], text: string, untouched: boolean): Choices {
  if (untouched || text === '') return { options: all, suggested: untouched && text !== '' ? all.indexOf(text) : -1 }
  const wanted = plain(text)
  const starting = all.filter((option) => plain(option).startsWith(wanted))
  const containing = all.filter((option) => !plain(option).startsWith(wanted) && plain(option).includes(wanted))
  return { options: [...starting, ...containing], suggested: starting.length > 0 ? 0 : -1 }
}
