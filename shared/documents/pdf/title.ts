import type { PrintedDocument } from '@tabellion/shared/invoicing'
import { TITLES } from './layout-1/words.ts'
import { transliterate } from './transliterate.ts'

/** « Facture F2026-0012 – Léonie Vasseur EI »: what a reader's window shows. */
export const documentTitle = (document: PrintedDocument): string =>
  `${TITLES[document.kind]} ${document.state === 'issued' ? document.number : '(projet)'} – ${document.seller.name}`

/** `F2026-0012_Dupont-SARL.pdf`: ASCII, because mail programs and zip readers still disagree on the rest. */
export function documentFileName(document: PrintedDocument): string {
  const number = document.state === 'issued' ? document.number.replaceAll('/', '-') : 'Projet'
  const buyer = transliterate(document.buyer.name)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${[number, buyer].filter((part) => part !== '').join('_')}.pdf`
}
