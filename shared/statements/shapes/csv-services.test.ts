import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  {
    name: 'Sortie d’argent, rentrée d’argent: one side has a word that nobody knows',
    file: 'Date;Libellé;Rentrée d’argent;Sortie d’argent\n02/03/2026;VIR ATELIER;450,00;\n05/03/2026;PRLV URSSAF;;120,00\n',
    told: rows,
  },
  {
    name: 'a known credit beside an unknown debit',
    file: 'Date;Libellé;Doit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'the amount, and its two sides once more',
    file: 'Date de valeur;Libellé;Montant;Débit;Crédit\n02/03/2026;VIR ATELIER;450,00;;450,00\n05/03/2026;PRLV URSSAF;-120,00;120,00;\n',
    told: rows,
  },
  {
    name: 'a label broken over two lines without quotes',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR\nATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n06/03/2026;CB SNCF;-12,00\n',
    told: [...rows, '2026-03-06 -12.00 CB SNCF'],
  },
  {
    name: 'Wise, history of transfers with a conversion of one’s own',
    file: 'ID,Status,Direction,"Created on","Finished on","Source fee amount","Source fee currency","Source name","Source amount (after fees)","Source currency","Target name","Target amount (after fees)","Target currency","Exchange rate",Reference\nT1,COMPLETED,IN,"2026-03-02 09:00:00","2026-03-02 09:01:00",,,ATELIER MARTIN,450.00,EUR,MOI,450.00,EUR,1.0,F-12\nT2,COMPLETED,OUT,"2026-03-05 09:00:00","2026-03-05 09:01:00",0.51,EUR,MOI,120.00,EUR,URSSAF,120.00,EUR,1.0,\nT3,COMPLETED,NEUTRAL,"2026-03-06 09:00:00","2026-03-06 09:01:00",1.00,EUR,MOI,99.00,EUR,MOI,107.00,USD,1.08,\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
    problems: ['not-executed'],
  },
  {
    name: 'GoCardless payouts',
    file: 'id,created_at,amount,deducted_fees,currency,arrival_date,status,reference\nPO1,2026-03-02T04:00:00.000Z,441.00,9.00,EUR,2026-03-04,paid,MARTIN-1\nPO2,2026-03-30T04:00:00.000Z,98.00,2.00,EUR,2026-04-01,pending,MARTIN-2\n',
    told: ['2026-03-02 441.00 MARTIN-1', '2026-03-30 98.00 MARTIN-2 pending'],
  },
  {
    name: 'Shopify payouts',
    file: 'Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency\n2026-03-02,paid,460.00,0.00,0.00,0.00,-10.00,0.00,450.00,EUR\n2026-03-30,scheduled,100.00,0.00,0.00,0.00,-2.00,0.00,98.00,EUR\n',
    told: ['2026-03-02 450.00', '2026-03-30 98.00 pending'],
  },
  {
    name: 'Mollie settlements',
    file: 'Date,Payment method,Currency,Amount,Status,ID,Description,Consumer name,Consumer bank account,Settlement currency,Settlement amount,Amount refunded\n2026-03-02 10:00:00,creditcard,EUR,450.00,Paid,tr_1,Facture 12,Atelier Martin,,EUR,450.00,0.00\n2026-03-05 10:00:00,ideal,EUR,80.00,Expired,tr_2,Facture 13,Dupont,,EUR,0.00,0.00\n',
    told: ['2026-03-02 450.00 Atelier Martin | Facture 12'],
    problems: ['not-executed'],
  },
  {
    name: 'Swan and others: side, booked and upcoming',
    file: 'Transaction ID,Booking date,Side,Amount,Currency,Counterparty,Label,Status\na,2026-03-02,Credit,450.00,EUR,ATELIER MARTIN,F-12,Booked\nb,2026-03-05,Debit,120.00,EUR,URSSAF,Cotisations,Booked\nc,2026-04-02,Debit,12.00,EUR,SNCF,Billet,Upcoming\n',
    told: [
      '2026-03-02 450.00 ATELIER MARTIN | F-12',
      '2026-03-05 -120.00 URSSAF | Cotisations',
      '2026-04-02 -12.00 SNCF | Billet pending',
    ],
  },
  {
    name: 'Pennylane: bank account, third party, supporting document',
    file: 'Date;Libellé;Montant;Devise;Catégorie;Compte bancaire;Tiers;Justificatif;Statut\n02/03/2026;VIR ATELIER;450,00;EUR;Ventes;Qonto;ATELIER MARTIN;oui;Justifié\n05/03/2026;PRLV URSSAF;-120,00;EUR;Charges;Qonto;URSSAF;non;À traiter\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN | VIR ATELIER', rows[1] ?? ''],
  },
  {
    name: 'checked with a cross, rows numbered with a hash',
    file: '#;Date;Pointé;Libellé;Montant\n1;02/03/2026;X;VIR ATELIER;450,00\n2;05/03/2026;;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'a remark before the headings',
    file: '# exporté le 31/03/2026\nDate;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'a balance column left empty',
    file: 'Date;Libellé;Montant;Solde\n02/03/2026;VIR ATELIER;450,00;\n05/03/2026;PRLV URSSAF;-120,00;\n',
    told: rows,
  },
  {
    name: 'an account of dollars',
    file: 'Date;Libellé;Montant (USD)\n02/03/2026;VIR ATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER USD', '2026-03-05 -120.00 PRLV URSSAF USD'],
  },
  {
    name: 'the currency after each amount',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00 EUR\n05/03/2026;PRLV URSSAF;-120,00 EUR\n06/03/2026;VIR JOHN;20,00 USD\n',
    told: [...rows, '2026-03-06 20.00 VIR JOHN USD'],
  },
  {
    name: 'numbers of cheques that look like amounts, before the amount',
    file: 'Date;Chèque;Libellé;Montant;Solde\n02/03/2026;;VIR ATELIER;450;1450\n05/03/2026;1234567;CHEQUE;-120;1330\n06/03/2026;1234568;CHEQUE;-30;1300\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 CHEQUE', '2026-03-06 -30.00 CHEQUE'],
  },
  {
    name: 'card statement: purchase, value in foreign currency, debit only',
    file: 'Date d’achat;Commerçant;Montant devise;Devise;Taux;Montant débité (€)\n02/03/2026;FIGMA;12,00;USD;0,92;11,04\n05/03/2026;SNCF;;;;120,00\n',
    told: ['2026-03-02 -11.04 FIGMA', '2026-03-05 -120.00 SNCF'],
  },
  {
    name: 'the sign apart, before the amount',
    file: 'Date;Libellé;+/-;Montant\n02/03/2026;VIR ATELIER;+;450,00\n05/03/2026;PRLV URSSAF;-;120,00\n',
    told: rows,
  },
  {
    name: 'dates day first with a two-digit year below 13, English words, no other help',
    file: 'Date,Description,Amount\n02/03/26,VIR ATELIER,450.00\n05/03/26,PRLV URSSAF,-120.00\n',
    told: ['refused: date-order-unknown'],
  },
  {
    name: 'the same, settled by a day above 12',
    file: 'Date,Description,Amount\n02/03/26,VIR ATELIER,450.00\n05/03/26,PRLV URSSAF,-120.00\n13/03/26,CB SNCF,-12.00\n',
    told: [...rows, '2026-03-13 -12.00 CB SNCF'],
  },
  {
    name: 'the last row cut in its label',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,00\n05/03/2026;PRLV URSSAF;-120,00\n06/03/2026;CB SNCF;-12,00\n09/03/2026;CB RAT',
    told: ['refused: truncated-file'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
