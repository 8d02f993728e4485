import { daysBetween } from '@tabellion/shared/calendar'
import { typeset } from '@tabellion/shared/kernel'
import type { Overview } from '../answers.ts'
import { DEADLINE_NEAR_DAYS } from './overview.ts'

/** What needs the user, in one figure; its parts in the button's title. */
export async function showBadge({ connection, notice, counts, deadlines, today }: Overview): Promise<void> {
  const near = deadlines.filter(({ day }) => daysBetween(today, day) <= DEADLINE_NEAR_DAYS).length
  const matching = counts.toMatch + counts.certain
  const parts = [
    [counts.asked, 'question de la feuille', 'questions de la feuille'],
    [matching, 'ligne à rapprocher', 'lignes à rapprocher'],
    [counts.late, 'facture en retard', 'factures en retard'],
    [near, 'échéance proche', 'échéances proches'],
  ] as const
  const whole = parts.reduce((sum, [count]) => sum + count, 0)
  const stuck = connection.state === 'connected' && notice?.tone === 'bad'
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
  await chrome.action.setBadgeBackgroundColor({ color: stuck || counts.asked > 0 ? '#a3221c' : '#184d78' })
  await chrome.action.setBadgeTextColor?.({ color: '#ffffff' })
  await chrome.action.setBadgeText({ text: stuck ? '!' : whole === 0 ? '' : whole > 99 ? '99+' : String(whole) })
  await chrome.action.setTitle({ title: typeset(['Tabellion', ...said].join(' · ')) })
}
