import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  {
    name: 'the balance before and the balance after',
    file: 'Date;Libellé;Solde avant;Montant;Solde après\n02/03/2026;VIR ATELIER;1000,00;450,00;1450,00\n05/03/2026;PRLV URSSAF;1450,00;-120,00;1330,00\n06/03/2026;CB SNCF;1330,00;-30,00;1300,00\n',
    told: [...rows, '2026-03-06 -30.00 CB SNCF'],
  },
  {
    name: 'a list of invoices',
    file: 'Numéro;Date d’émission;Client;Montant HT;Montant TTC;Statut\nF-2026-001;02/03/2026;ATELIER MARTIN;375,00;450,00;Payée\nF-2026-002;05/03/2026;DUPONT;100,00;120,00;En retard\n',
    told: ['refused: foreign-file invoice-list'],
  },
  {
    name: 'a list of invoices with their days of payment',
    file: 'Facture,Date facture,Échéance,Client,Total TTC,Payée le\nF-2026-001,02/03/2026,01/04/2026,ATELIER MARTIN,450.00,15/03/2026\nF-2026-002,05/03/2026,04/04/2026,DUPONT,120.00,\n',
    told: ['refused: foreign-file invoice-list'],
  },
  {
    name: 'all amounts of a card without a sign',
    file: 'Date,Description,Titulaire de la carte,N° de compte,Montant\n02/03/2026,SNCF PARIS,M EXEMPLE,-41002,"45,00"\n15/03/2026,OVH ROUBAIX,M EXEMPLE,-41002,"12,00"\n20/03/2026,PRELEVEMENT AUTOMATIQUE ENREGISTRE-MERCI,M EXEMPLE,-41002,"-57,00"\n',
    told: [
      '2026-03-02 45.00 SNCF PARIS',
      '2026-03-15 12.00 OVH ROUBAIX',
      '2026-03-20 -57.00 PRELEVEMENT AUTOMATIQUE ENREGISTRE-MERCI',
    ],
  },
  {
    name: 'the same movements listed twice, by day and by kind',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n\nDont virements\nDate;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n',
    told: [...rows, '2026-03-02 450.00 VIR ATELIER'],
  },
  {
    name: 'the amount in words of money and in cents',
    file: 'Date;Libellé;Montant (centimes);Montant\n02/03/2026;VIR ATELIER;45000;450,00\n05/03/2026;PRLV URSSAF;-12000;-120,00\n',
    told: rows,
  },
  {
    name: 'a column of cumulated income',
    file: 'Date;Libellé;Montant;Cumul\n02/03/2026;VIR ATELIER;450,00;450,00\n05/03/2026;PRLV URSSAF;-120,00;330,00\n06/03/2026;VIR LEROY;70,00;400,00\n',
    told: [...rows, '2026-03-06 70.00 VIR LEROY'],
  },
  {
    name: 'cumul first',
    file: 'Cumul;Date;Libellé;Montant\n450,00;02/03/2026;VIR ATELIER;450,00\n330,00;05/03/2026;PRLV URSSAF;-120,00\n400,00;06/03/2026;VIR LEROY;70,00\n',
    told: [...rows, '2026-03-06 70.00 VIR LEROY'],
  },
  {
    name: 'a rate of VAT and its amount before the amount',
    file: 'Date;Libellé;Taux TVA;TVA;Montant\n02/03/2026;VIR ATELIER;20,00;75,00;450,00\n05/03/2026;PRLV URSSAF;0,00;0,00;-120,00\n',
    told: rows,
  },
  {
    name: 'percentages',
    file: 'Date;Libellé;Commission %;Montant\n02/03/2026;VIR ATELIER;1,75 %;450,00\n05/03/2026;PRLV URSSAF;0,00 %;-120,00\n',
    told: rows,
  },
  {
    name: 'the day of value before the day of booking, both plain',
    file: 'Date de valeur;Date de comptabilisation;Libellé;Montant\n01/03/2026;02/03/2026;VIR ATELIER;450,00\n06/03/2026;05/03/2026;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'a reversed line',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n06/03/2026;ANNULATION PRLV URSSAF;-120,00;\n',
    told: [...rows, '2026-03-06 120.00 ANNULATION PRLV URSSAF'],
  },
  {
    name: 'an export by month with a blank month in between',
    file: 'Mars 2026\nDate;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n\nFévrier 2026\nDate;Libellé;Montant\nAucune opération\n\nJanvier 2026\nDate;Libellé;Montant\n05/01/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-01-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'months as titles inside one list',
    file: 'Date;Libellé;Montant\nMars 2026;;\n02/03/2026;VIR ATELIER;450,00\nTotal mars;;450,00\nJanvier 2026;;\n05/01/2026;PRLV URSSAF;-120,00\nTotal janvier;;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-01-05 -120.00 PRLV URSSAF'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
