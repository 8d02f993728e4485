import { describe, expect, test } from 'vitest'
import { readLabel } from './label.ts'

describe('a label says how the money moved', () => {
  test.each([
    ['VIR SEPA RECU /DE X', 100, 'transfer-in'],
    ['VIREMENT INSTANTANE WERO A OCTAVIE REBOUL', -100, 'transfer-out'],
    ['PRLV SEPA ENERGIE VERTE', -100, 'direct-debit'],
    ['PRÉLÈVEMENT AUTOMATIQUE', -100, 'direct-debit'],
    ['TIP SEPA TRESOR', -100, 'direct-debit'],
    ['CB PAPETERIE LENOIR FACT 280326', -100, 'card'],
    ['290326 CB****0815 PAPETERIE', -100, 'card'],
    ['PAPETERIE LENOIR CARTE 37459926 P', -100, 'card'],
    ['AVOIR CARTE X0815 PAPETERIE', 100, 'card-refund'],
    ['CB PAPETERIE LENOIR', 100, 'card-refund'],
    ['REMCB 20260331 CONTRAT 99', 100, 'card-takings'],
    ['RETRAIT DAB 0201080', -100, 'cash-withdrawal'],
    ['CB  RETRAIT DU  28/03', -100, 'cash-withdrawal'],
    ['VRST REF39057A23', 100, 'cash-deposit'],
    ['CHEQUE N° 6872464', -100, 'cheque'],
    ['3446335 CHEQUE EMIS', -100, 'cheque'],
    ['REM CHQ 7185464', 100, 'cheque-deposit'],
    ['REMISE DE CHEQUES DU 02/03/2026', 100, 'cheque-deposit'],
    ['CHEQUE', 100, 'cheque-deposit'],
    ['FRAIS DE VIREMENT', -100, 'fee'],
    ['F COTISATION EUROCOMPTE', -100, 'fee'],
    ['REMISE COMMERCIALE D AGIOS', 100, 'fee'],
    ['FACT SGT26390570000360', -100, 'fee'],
    ['Commission Galerie du Quai', 100, 'other'],
    ['ECHEANCE PRET 3000', -100, 'loan'],
    ['INTERETS CREDITEURS', 100, 'interest'],
    ['REJET PRLV ENERGIE VERTE', 100, 'returned'],
    ['VIR REJETE GALERIE', -100, 'returned'],
    ['CHEQUE IMPAYE 815', -100, 'returned'],
    ['Galerie du Quai', 100, 'other'],
  ])('%j of %i is %s', (label, amount, kind) => {
    expect(readLabel(label, amount).kind).toBe(kind)
  })

  test('what the format states helps a silent label, and vetoes a transfer that was a card', () => {
    expect(readLabel('Galerie du Quai', 100, 'transfer-in').kind).toBe('transfer-in')
    expect(readLabel('PRLV ENERGIE VERTE', -100, 'transfer-in').kind).toBe('direct-debit')
    expect(readLabel('VIREMENT XYZ', 100, 'card').kind).toBe('card-refund')
  })
})

describe('a label names the other side, the motive and the references', () => {
  test.each<[string, ReturnType<typeof readLabel> extends infer Facts ? Partial<Facts> : never]>([
    [
      'VIR SEPA RECU /DE ATELIER TISSERAND SARL /MOTIF FACTURE F2026-0031 /REF NOTPROVIDED',
      { counterparty: 'ATELIER TISSERAND SARL', motive: 'FACTURE F2026-0031' },
    ],
    [
      'VIR SEPA INST RECU /DE MME O REBOUL /REF 77AB00 /MOTIF SOLDE',
      { counterparty: 'MME O REBOUL', reference: '77AB00', motive: 'SOLDE' },
    ],
    ['VIR SEPA RECU /FRM GALERIE /EID /RNF COMMISSION', { counterparty: 'GALERIE', motive: 'COMMISSION' }],
    [
      'VIR SEPA INST EMIS /MOTIF LOYER /BEN PAUL REVOL /REFDO 2EF30 /REFBEN NOTPROVIDED',
      { counterparty: 'PAUL REVOL', endToEndId: '2EF30', motive: 'LOYER' },
    ],
    [
      'VIR RECU 5886437928S DE: ATELIER MOTIF: FACT 31 REF: A-31 PROVENANCE: NL Pays Bas',
      { counterparty: 'ATELIER', motive: 'FACT 31', reference: 'A-31' },
    ],
    [
      'VIR INST RE 123456789012 DE: M LORRAIN DATE: 31/03/2026 15:42 MOTIF: cours',
      { counterparty: 'M LORRAIN', motive: 'cours' },
    ],
    ['VIR RECU 9525858309767 | DE: O REBOUL', { counterparty: 'O REBOUL' }],
    [
      'VIREMENT DE MME REBOUL Virement de MME REBOUL REFERENCE: 0190248',
      { counterparty: 'MME REBOUL', reference: '0190248' },
    ],
    [
      'VIREMENT EN VOTRE FAVEUR\nM LORRAIN EUSTACHE VU23411ES07RL001 VIR DE M LORRAIN',
      { counterparty: 'M LORRAIN EUSTACHE' },
    ],
    ['VIR INST Lorrain Eustache | BIPT2219 cours', { counterparty: 'Lorrain Eustache' }],
    ['EVI GALERIE DU QUAI | COMMISSION', { counterparty: 'GALERIE DU QUAI' }],
    [
      'PRLV SEPA ENERGIE VERTE SAS ECH/050326 ID EMETTEUR/FR12ZZZ MDT/EV0099 REF/EV-03 LIB/CONTRAT',
      { counterparty: 'ENERGIE VERTE SAS', reference: 'EV-03', motive: 'CONTRAT' },
    ],
    [
      'VIR INST MME REBOUL (ref: AB-12) - Reason: LOYER',
      { counterparty: 'MME REBOUL', reference: 'AB-12', motive: 'LOYER' },
    ],
    [
      '/EREF/E2E-77/NAME/GALERIE DU QUAI/REMI/COMMISSION/ISDT/2026-02-28',
      { counterparty: 'GALERIE DU QUAI', endToEndId: 'E2E-77', motive: 'COMMISSION' },
    ],
    ['VIREMENT | EREF+E2E-31 SVWZ+Facture 31', { endToEndId: 'E2E-31', motive: 'Facture 31' }],
    ['VIR /RFB/F2026-31 GALERIE', { reference: 'F2026-31 GALERIE' }],
    ['CARTE X0815 17/03 PAPETERIE LENOIR', { counterparty: 'PAPETERIE LENOIR' }],
    ['ACHAT CB LE PHARE 05.03.26', { counterparty: 'LE PHARE' }],
  ])('%j', (label, facts) => {
    const read = readLabel(label, /EMIS|PRLV|CARTE|CB/.test(label) ? -100 : 100)
    const { kind: _, ...told } = read
    expect(told).toEqual(facts)
  })

  test('a motive is no name, and a placeholder no reference', () => {
    for (const label of [
      'VIR FACTURE 22010177',
      'VIREMENT INSTANTANE CREDIT',
      'VIREMENT',
      'VIR SEPA RECU /DE  /MOTIF  /REF NOTPROVIDED',
    ]) {
      expect(readLabel(label, 100)).toEqual({ kind: 'transfer-in' })
    }
  })
})
