import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const shapes: readonly Shape[] = [
  {
    name: 'heading over two rows',
    file: 'Date;Date;Libellé;Mouvements;\nopération;valeur;;Débit;Crédit\n02/03/2026;02/03/2026;VIR SEPA ATELIER MARTIN;;450,00\n05/03/2026;06/03/2026;PRLV URSSAF;120,00;\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Montant débité, montant crédité',
    file: 'Date;Libellé;Montant débité;Montant crédité\n02/03/2026;VIR SEPA ATELIER MARTIN;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'credit before debit, both positive',
    file: 'Date;Libellé;Crédit;Débit\n02/03/2026;VIR SEPA ATELIER MARTIN;450,00;\n05/03/2026;PRLV URSSAF;;120,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'zeros in the other column',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR SEPA ATELIER MARTIN;0,00;450,00\n05/03/2026;PRLV URSSAF;120,00;0,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'dashes in the other column',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR SEPA ATELIER MARTIN;-;450,00\n05/03/2026;PRLV URSSAF;120,00;-\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'balance before the amount',
    file: 'Date;Solde;Montant;Libellé\n02/03/2026;1 450,00;450,00;VIR SEPA ATELIER MARTIN\n05/03/2026;1 330,00;-120,00;PRLV URSSAF\n06/03/2026;1 300,00;-30,00;CB BOULANGERIE\n',
    told: [
      '2026-03-02 450.00 VIR SEPA ATELIER MARTIN',
      '2026-03-05 -120.00 PRLV URSSAF',
      '2026-03-06 -30.00 CB BOULANGERIE',
    ],
  },
  {
    name: 'balance before the amount, no headings',
    file: '02/03/2026;1450,00;450,00;VIR SEPA ATELIER MARTIN\n05/03/2026;1330,00;-120,00;PRLV URSSAF\n06/03/2026;1300,00;-30,00;CB BOULANGERIE\n09/03/2026;1310,50;10,50;VIR DUPONT\n',
    told: [
      '2026-03-02 450.00 VIR SEPA ATELIER MARTIN',
      '2026-03-05 -120.00 PRLV URSSAF',
      '2026-03-06 -30.00 CB BOULANGERIE',
      '2026-03-09 10.50 VIR DUPONT',
    ],
  },
  {
    name: 'rank column first',
    file: 'N°;Date;Libellé;Montant\n1;02/03/2026;VIR SEPA ATELIER MARTIN;450,00\n2;05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'same heading twice',
    file: 'Date;Date;Libellé;Libellé;Montant;Devise\n02/03/2026;03/03/2026;VIR SEPA ATELIER MARTIN;FACTURE 12;450,00;EUR\n05/03/2026;05/03/2026;PRLV URSSAF;ECHEANCE MARS;-120,00;EUR\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN | FACTURE 12', '2026-03-05 -120.00 PRLV URSSAF | ECHEANCE MARS'],
  },
  {
    name: 'Opération and Valeur as headings of dates',
    file: 'Opération;Valeur;Libellé;Débit;Crédit\n02/03/2026;03/03/2026;VIR SEPA ATELIER MARTIN;;450,00\n05/03/2026;05/03/2026;PRLV URSSAF;120,00;\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Encaissement and Décaissement as words of direction',
    file: 'Date;Type;Libellé;Montant\n02/03/2026;Encaissement;VIR SEPA ATELIER MARTIN;450,00\n05/03/2026;Décaissement;PRLV URSSAF;120,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Entrant and Sortant as words of direction',
    file: 'Date;Sens;Libellé;Montant\n02/03/2026;Entrant;VIR SEPA ATELIER MARTIN;450,00\n05/03/2026;Sortant;PRLV URSSAF;120,00\n',
    told: ['2026-03-02 450.00 VIR SEPA ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'incoming and outgoing as words of direction',
    file: 'Date,Direction,Counterparty,Amount\n2026-03-02,incoming,ATELIER MARTIN,450.00\n2026-03-05,outgoing,URSSAF,120.00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'Reçu and Payé as columns',
    file: 'Date;Libellé;Payé;Reçu\n02/03/2026;ATELIER MARTIN;;450,00\n05/03/2026;URSSAF;120,00;\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'Sortie and Entrée with units',
    file: 'Date;Libellé;Sortie (€);Entrée (€);Solde (€)\n02/03/2026;ATELIER MARTIN;;450,00;1450,00\n05/03/2026;URSSAF;120,00;;1330,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'old accounting capitals',
    file: 'DATE OPE;DATE VAL;N PIECE;INTITULE;MVT DEBIT;MVT CREDIT;SOLDE\n02/03/26;02/03/26;0012345;VIR ATELIER MARTIN;;450,00;1450,00\n05/03/26;05/03/26;0012346;PRLV URSSAF;120,00;;1330,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'amount in foreign currency beside the euros',
    file: 'Date;Libellé;Montant en devise;Devise;Montant (EUR)\n02/03/2026;VIR ACME INC;500,00;USD;450,00\n05/03/2026;PRLV URSSAF;;;-120,00\n',
    told: ['2026-03-02 450.00 VIR ACME INC', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'amount, original amount and original currency',
    file: 'Date;Libellé;Montant;Montant d’origine;Devise d’origine\n02/03/2026;VIR ACME INC;450,00;500,00;USD\n05/03/2026;PRLV URSSAF;-120,00;-120,00;EUR\n',
    told: ['2026-03-02 450.00 VIR ACME INC', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'gross, commission and net in French',
    file: 'Date;Client;Montant brut;Commission;Montant net\n02/03/2026;ATELIER MARTIN;450,00;-7,88;442,12\n05/03/2026;DUPONT;120,00;-2,10;117,90\n06/03/2026;LEROY;10,00;-0,25;9,75\n',
    told: ['2026-03-02 442.12 ATELIER MARTIN', '2026-03-05 117.90 DUPONT', '2026-03-06 9.75 LEROY'],
  },
  {
    name: 'HT, TVA and TTC',
    file: 'Date;Contrepartie;Montant HT;TVA;Montant TTC\n02/03/2026;ATELIER MARTIN;375,00;75,00;450,00\n05/03/2026;ORANGE;-100,00;-20,00;-120,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 ORANGE'],
  },
  {
    name: 'whole euros under a heading',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER MARTIN;450\n05/03/2026;PRLV URSSAF;-120\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'cheque and telephone numbers beside the amount',
    file: 'Date;N° chèque;Téléphone;Libellé;Montant\n02/03/2026;1234567;0612345678;REMISE CHEQUE;450,00\n05/03/2026;1234568;;CHEQUE;-120,00\n',
    told: ['2026-03-02 450.00 REMISE CHEQUE', '2026-03-05 -120.00 CHEQUE'],
  },
  {
    name: 'a date of birth and a date of invoice beside the date',
    file: 'Date facture;Date;Libellé;Montant\n01/02/2026;02/03/2026;VIR ATELIER MARTIN;450,00\n04/02/2026;05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'the balance of the export on each row, with another decimal mark',
    file: 'dateOp;dateVal;label;category;amount;accountNum;accountbalance\n2026-03-02;2026-03-02;"VIR ATELIER MARTIN";"Revenus";"1 450,00";00040123;5230.15\n2026-03-05;2026-03-05;"PRLV URSSAF";"Impôts";-120,00;00040123;5230.15\n',
    told: ['2026-03-02 1450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'a note holding amounts',
    file: 'Date;Montant;Libellé;Note\n02/03/2026;450,00;VIR ATELIER MARTIN;12,50\n05/03/2026;-120,00;PRLV URSSAF;\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Crédit/Débit as one signed column',
    file: 'Date;Libellé;Débit/Crédit;Solde\n02/03/2026;VIR ATELIER MARTIN;+450,00;1450,00\n05/03/2026;PRLV URSSAF;-120,00;1330,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'Recettes and Dépenses',
    file: 'Jour;Désignation;Recettes;Dépenses\n02/03/2026;ATELIER MARTIN;450,00;\n05/03/2026;URSSAF;;120,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF'],
  },
  {
    name: 'line breaks inside headings',
    file: '"Date\nopération";"Libellé\nde l’opération";"Montant\n(EUR)"\n02/03/2026;VIR ATELIER MARTIN;450,00\n05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'no-break spaces inside headings',
    file: 'Date\u00a0opération;Libellé\u00a0opération;Montant\u00a0(€)\n02/03/2026;VIR ATELIER MARTIN;450,00\n05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'headings nobody knows, balance proves the amount',
    file: 'Quand;Quoi;Combien;Reste\n02/03/2026;ATELIER MARTIN;450,00;1450,00\n05/03/2026;URSSAF;-120,00;1330,00\n06/03/2026;DUPONT;20,00;1350,00\n',
    told: ['2026-03-02 450.00 ATELIER MARTIN', '2026-03-05 -120.00 URSSAF', '2026-03-06 20.00 DUPONT'],
  },
  {
    name: 'more cells than headings',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER MARTIN;450,00;;;\n05/03/2026;PRLV URSSAF;-120,00;;;\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'an empty first column',
    file: ';Date;Libellé;Montant\n;02/03/2026;VIR ATELIER MARTIN;450,00\n;05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER MARTIN', '2026-03-05 -120.00 PRLV URSSAF'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
