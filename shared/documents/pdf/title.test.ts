import { drafts, tradeDocument } from '@tabellion/shared/documents/fixtures'
import type { DocumentNumber, IssuedDocument } from '@tabellion/shared/invoicing'
import { expect, test } from 'vitest'
import { documentFileName, documentTitle } from './title.ts'

const named = (number: string, name: string): IssuedDocument => {
  const document = tradeDocument('consultant', 'standard')
  return { ...document, number: number as DocumentNumber, buyer: { ...document.buyer, name } }
}

test.each([
  ['F2026-0012', 'Dupont SARL', 'F2026-0012_Dupont-SARL.pdf'],
  ['F/2026/0012', 'Brûlerie du Cœur d’Oïl', 'F-2026-0012_Brulerie-du-Coeur-d-Oil.pdf'],
  ['F2026-0013', '  ../../etc/passwd  ', 'F2026-0013_etc-passwd.pdf'],
  ['F2026-0014', '株式会社', 'F2026-0014.pdf'],
  ['F2026-0015', 'x'.repeat(200), `F2026-0015_${'x'.repeat(60)}.pdf`],
])('%s for %s is the file %s', (number, name, file) => expect(documentFileName(named(number, name))).toBe(file))

test('a draft is named as one', () => {
  const draft = drafts['draft-franchise']
  if (!draft) throw new Error('the fixture exists')
  expect(documentFileName(draft)).toBe('Projet_Dupont-SARL.pdf')
  expect(documentTitle(draft)).toBe('Facture (projet) – Léonie Vasseur EI')
})

test('the title says the kind, the number and the seller', () => {
  expect(documentTitle(tradeDocument('shop', 'credit'))).toBe(
    'Avoir AV2026-0003 – Salomé Nguyen-Martel Entrepreneur individuel',
  )
  expect(documentTitle(tradeDocument('shop', 'deposit'))).toMatch(/^Facture d’acompte F2026-0037 – /)
})
