import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, rows, sale } from './workshop.ts'

const LIABLE = { 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' }

/** A deposit of 360 €, and the balance of 1 200 € that deducts it; `before` happens in between. */
function balanced(before: (emulator: Emulator) => void = () => {}): Emulator {
  const emulator = freshWorkbook(LIABLE)
  const job = { group: 'Cuisine', vatRate: '20' }
  sale(emulator, 'Brasserie du Ponant', { ...job, label: 'Acompte de 30 %', unitPrice: '300', lineType: 'Acompte' })
  done(emulator, 'issue-invoices')
  before(emulator)
  sale(emulator, 'Brasserie du Ponant', { ...job, label: 'Cuisine sur mesure', unitPrice: '1000', lineType: 'Solde' })
  done(emulator, 'issue-invoices')
  return emulator
}
const onDeposit = { number: 'F2026-0001', reason: 'Geste commercial' }
const lost = (emulator: Emulator, args: object = {}): readonly (string | undefined)[] => {
  const { findings, issued } = done(emulator, 'create-credit-note', { ...onDeposit, ...args })
  expect(issued).toHaveLength(1)
  return findings
    .filter(({ code }) => code === 'deposit-deducted')
    .map(({ code, message, severity }) => `${severity} ${code} ${/[\d\u202f,]+(?=.€)/u.exec(message)?.[0]}`)
}

test('on a deposit that its balance has deducted: said, with the balance and what to do', () => {
  const emulator = balanced()
  const { findings } = done(emulator, 'create-credit-note', onDeposit)
  expect(findings.slice(0, 1)).toMatchObject([
    {
      code: 'deposit-deducted',
      severity: 'fix',
      tab: 'Factures',
      row: 5,
      message: expect.stringMatching(
        /F2026-0001 est déjà déduit de F2026-0002.: annulé seul, 360,00.€ .* avoir sur F2026-0002/,
      ),
    },
  ])
  // Once the balance is credited too, nothing of the sale is left: nothing was lost.
  done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Annulation' })
  expect(rows(emulator, 'invoices').map((row) => row['balanceDue'])).toEqual([0, 0, 0, 0])
})

test('on a deposit, what no balance has deducted is taken back first, to the cent', () => {
  const partly = { amountCents: 12_000 }
  // 120 € were taken back before the balance, which deducts 240 €: the rest is all deducted.
  expect(lost(balanced((emulator) => void lost(emulator, partly)))).toEqual(['fix deposit-deducted 240,00'])
  const emulator = balanced()
  expect(lost(emulator, { amountCents: 1 })).toEqual(['fix deposit-deducted 0,01'])
  expect(lost(emulator)).toEqual(['fix deposit-deducted 359,99'])
})

test('on a deposit whose balance was credited whole, nothing is lost', () => {
  for (const args of [{}, { amountCents: 84_000 }]) {
    const emulator = balanced()
    done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Annulation', ...args })
    expect(lost(emulator)).toEqual([])
  }
})
