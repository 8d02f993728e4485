import { readableAccent } from '@tabellion/shared/documents/pdf'
import { button, el, show } from '../parts/dom.ts'
import { pagePicture } from '../parts/picture.ts'
import { ask, closePage, openPage } from '../parts/server.ts'
import type { StyleField } from '../parts/style-field.ts'

/** All is written: what one's invoices will look like, and the first sale one click away. */
export async function showReady(
  { body, foot }: { readonly body: HTMLElement; readonly foot: HTMLElement },
  { style, trade }: { readonly style: StyleField; readonly trade: string },
): Promise<void> {
  const title = el('h1', { tabindex: '-1' }, 'Votre fichier est prêt')
  const picture = el('div', { class: 'page-place' })
  const first = button(
    'Saisir ma première vente',
    async () => {
      await openPage('sale')
      closePage()
    },
    { kind: 'primary' },
  )
  show(
    body,
    el(
      'div',
      { class: 'ready' },
      el(
        'div',
        { class: 'fields' },
        title,
        el(
          'p',
          {},
          'Une ligne dans Ventes par prestation, une fiche par client : c’est tout ce que vous avez à tenir.',
        ),
        el(
          'p',
          { class: 'secondary' },
          'Cet assistant se relance quand vous voulez, par Facturation › Réglages : rien de ce qui est rempli ne s’y perd.',
        ),
      ),
      picture,
    ),
  )
  const before = button(
    'Reprendre mes clients et factures',
    async () => {
      await openPage('takeover')
      closePage()
    },
    { kind: 'quiet' },
  )
  show(foot, button('Fermer', closePage), before, first)
  title.focus()

  const answer = await ask('preview-styles')
  const samples = answer.kind === 'done' ? (answer.outcome.styles ?? []) : []
  const sample = samples.find((candidate) => candidate.trade === trade) ?? samples[0]
  if (!sample) return
  const drawn = pagePicture(
    sample.page.replace('href="logo:"', () => `href="${style.address() ?? ''}"`),
    'Une facture d’exemple à votre nom',
  )
  drawn.style.setProperty('--document-accent', readableAccent(style.color()))
  show(picture, drawn)
}
