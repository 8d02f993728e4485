import { day } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'
import { expect, test } from 'vitest'
import { readStatements } from '../index.ts'
import { inBytes, type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  {
    name: 'a till that gives back one sale of the two: the bank still shows the net',
    file: 'Date;Heure;Numéro de reçu;Description;Total;TVA;Frais;Net\n02/03/2026;10:00;12;Coupe;40,00;6,67;-0,70;39,30\n05/03/2026;11:00;13;Coupe;-40,00;-6,67;0,70;-39,30\n',
    told: ['2026-03-02 39.30 Coupe', '2026-03-05 -39.30 Coupe'],
  },
  {
    name: 'a wallet: who paid stands under Contact',
    file: 'Date,Type,Contact,Message,Montant,Frais,Solde\n"2 mars 2026 à 14h05",Reçu,ATELIER MARTIN,F-12,"+ 450,00 €","0,00 €","450,00 €"\n"5 mars 2026 à 9h00",Envoyé,URSSAF,,"- 120,00 €","0,00 €","330,00 €"\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN | F-12', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'what is due to the Urssaf, and until when, is no movement',
    file: 'Période;Date limite;Montant dû;Montant payé;Statut\nFévrier 2026;31/03/2026;300,00 €;0,00 €;À payer\nJanvier 2026;28/02/2026;280,00 €;280,00 €;Payé\n',
    told: ['refused: foreign-file invoice-list'],
  },
  {
    name: 'instalments still to be paid',
    file: 'Échéance;Capital;Intérêts;Reste à payer;Montant\n05/04/2026;100,00;3,00;900,00;103,00\n05/05/2026;100,00;2,70;800,00;102,70\n',
    told: ['refused: foreign-file invoice-list'],
  },
  {
    name: 'a plus before what comes in, nothing before what goes out',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;+450,00\n05/03/2026;PRLV URSSAF;120,00\n06/03/2026;CB SNCF;12,00 €\n',
    told: [...rows, '2026-03-06 -12.00 CB SNCF'],
  },
  {
    name: 'a transfer that the bank holds back',
    file: 'Date;Libellé;Montant;Statut\n02/03/2026;VIR ATELIER;450,00;Reçu\n05/03/2026;VIR INCONNU;120,00;Bloqué\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 120.00 VIR INCONNU pending'],
  },
  {
    name: 'a journal of accounting entries',
    file: 'Compte;Journal;Date;Pièce;Libellé;Débit;Crédit\n411000;VE;02/03/2026;F41;Vente;450,00;\n706000;VE;02/03/2026;F41;Vente;;450,00\n',
    told: ['refused: foreign-file accounting-entries'],
  },
  {
    name: 'two exports put one under the other: UTF-8, then windows-1252',
    file: Uint8Array.from([
      ...utf8Bytes('Date;Libellé;Montant\n02/03/2026;VIR CRÊPERIE;450,00\n'),
      ...inBytes('05/03/2026;PRLV HÔPITAL ÉVREUX;-120,00\n', { Ô: 0xd4, É: 0xc9 }),
      ...inBytes('06/03/2026;CB THÉÂTRE;-12,00\n', { É: 0xc9, Â: 0xc2 }),
    ]),
    told: ['2026-03-02 450.00 VIR CRÊPERIE', '2026-03-05 -120.00 PRLV HÔPITAL ÉVREUX', '2026-03-06 -12.00 CB THÉÂTRE'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})

/** The account of each row, and those of the file. */
function accountsIn(file: string): unknown {
  const read = readStatements(utf8Bytes(file), { today: day('2026-03-31') })
  if (!read.ok) return read.problem
  return read.value.map(({ accounts, lines }) => [accounts.map(({ id }) => id), lines.map(({ account }) => account)])
}

test('QIF of several accounts: each row is of the account named before it', () => {
  const list = (name: string, row: string): string => `!Account\nN${name}\nTBank\n^\n!Type:Bank\n${row}\n^\n`
  const pro = list('Compte pro', "D13/03'26\nT450,00\nPVIR ATELIER")
  expect(accountsIn(`${pro}${list('Livret', "D13/03'26\nT50,00\nPINTERETS")}`)).toEqual([
    [
      ['Compte pro', 'Livret'],
      ['Compte pro', 'Livret'],
    ],
  ])
  // Quicken begins with the list of all accounts.
  const all = '!Option:AutoSwitch\n!Account\nNLivret\nTBank\n^\nNCompte pro\nTBank\n^\n!Clear:AutoSwitch\n'
  expect(accountsIn(`${all}${pro}`)).toEqual([[['Compte pro'], ['Compte pro']]])
})

test('the rows of a bank are told as ever beside them', () => {
  expect(told('Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n').rows).toEqual(
    rows,
  )
})
