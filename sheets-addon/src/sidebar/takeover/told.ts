import { button, el, show } from '../parts/dom.ts'
import type { Frame } from '../parts/frame.ts'
import { ask, closePage, type Outcome } from '../parts/server.ts'
import { counted } from '../parts/words.ts'
import { KINDS, type Kind } from './kinds.ts'

/** What was added, what was not and why, how to go back, and the other list one click away. Returns what to say aloud. */
export function showTaken(
  { body, foot }: Pick<Frame, 'body' | 'foot'>,
  chosen: Kind,
  added: readonly string[],
  outcomes: readonly Outcome[],
  other: (next: Kind) => void,
): string {
  const title = counted(added.length, chosen.taken.one, chosen.taken.many)
  const next = KINDS.find((each) => each !== chosen)
  show(
    body,
    el('h2', {}, title),
    added.length === 0
      ? undefined
      : el(
          'details',
          { open: added.length <= 10 },
          el('summary', {}, 'Ce qui a été ajouté'),
          el(
            'ul',
            {},
            added.map((name) => el('li', {}, name)),
          ),
        ),
    outcomes.map(problems),
    el('p', { class: 'secondary' }, chosen.undo),
    el(
      'div',
      { class: 'row' },
      button(`Voir dans ${chosen.tab}`, () => ask('go-to', { tab: chosen.tab }), { kind: 'quiet' }),
      button('Fermer', closePage, { kind: 'quiet' }),
    ),
  )
  show(foot, next ? button(`Reprendre ${next.short}`, () => other(next), { kind: 'primary' }) : undefined)
  return title
}

const MOST = 20

/** Line by line, what was left out or deserves a look. */
export function problems({ findings }: Outcome): HTMLElement | undefined {
  if (findings.length === 0) return undefined
  const more = findings.length - MOST
  return el(
    'div',
    { class: 'notice is-warn' },
    el('b', {}, counted(findings.length, 'point à regarder', 'points à regarder')),
    el(
      'ul',
      { class: 'problems' },
      findings.slice(0, MOST).map(({ text }) => el('li', {}, text)),
      more > 0 ? el('li', {}, `… et ${more} autres.`) : undefined,
    ),
  )
}
