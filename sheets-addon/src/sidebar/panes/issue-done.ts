import { of } from '@tabellion/shared/kernel'
import type { IssuedSummary } from '../../actions/action.ts'
import { button, el, show } from '../parts/dom.ts'
import { type Frame, notice, placeLink } from '../parts/frame.ts'
import { ask } from '../parts/server.ts'
import { counted, euros } from '../parts/words.ts'
import { creditOffer } from './credit-offer.ts'
import type { Run } from './issue-run.ts'

/** What was made: numbers, amounts, where the pages are; and what is left, if anything. */
export function showDone(
  { body, foot, say }: Frame,
  { issued, left, outcome, sent, troubles }: Run,
  { finish, again }: { readonly finish: () => unknown; readonly again: () => unknown },
): void {
  const total = issued.reduce((sum, { payableCents }) => sum + payableCents, 0)
  const title =
    issued.length === 0 ? (outcome?.message ?? '') : counted(issued.length, 'facture émise', 'factures émises')
  show(
    body,
    el(
      'div',
      {},
      el('h2', {}, title),
      issued.length === 0 ? undefined : el('div', { class: 'figure' }, euros(total)),
      sent > 0 ? el('p', { class: 'good' }, `✓ ${counted(sent, 'mail envoyé', 'mails envoyés')}`) : undefined,
    ),
    el(
      'ul',
      { class: 'todo' },
      issued.map((each) => made(each, say)),
    ),
    troubles.length === 0
      ? undefined
      : el(
          'ul',
          { class: 'problems notice is-warn' },
          troubles.slice(0, 6).map((finding) => el('li', {}, finding.text, placeLink(finding))),
        ),
    left > 0
      ? notice(
          {
            title: `${counted(left, 'document reste', 'documents restent')} à finir.`,
            text: 'Les numéros sont donnés ; il ne manque que les pages ou les mails.',
          },
          'warn',
        )
      : undefined,
    el(
      'div',
      { class: 'row' },
      button('Voir dans Factures', () => ask('go-to', { tab: 'Factures' }), { kind: 'quiet' }),
      button('Continuer', again, { kind: 'quiet' }),
    ),
  )
  show(foot, left > 0 ? button(`Finir ${counted(left, 'document')}`, finish, { kind: 'primary' }) : undefined)
  say(outcome?.message ?? '')
  body.focus()
}

const made = ({ client, creditCents, number, payableCents, url }: IssuedSummary, say: Frame['say']): HTMLElement =>
  el(
    'li',
    { class: 'issued' },
    el('div', { class: 'head' }, el('b', {}, number), el('span', { class: 'amount' }, euros(payableCents))),
    el(
      'div',
      { class: 'head secondary' },
      el('span', {}, client),
      url === undefined
        ? undefined
        : el('a', { href: url, target: '_blank', rel: 'noopener', 'aria-label': `PDF ${of(number)}` }, 'PDF'),
    ),
    creditCents === undefined ? undefined : creditOffer(number, Math.min(creditCents, payableCents), say),
  )
