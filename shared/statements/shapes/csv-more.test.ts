import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  {
    name: 'a table of a page copied without headings, days without a year',
    file: '02/03\tVIR ATELIER\t450,00 €\n05/03\tPRLV URSSAF\t-120,00 €\n',
    told: rows,
  },
  {
    name: 'days in words without a year, December seen in March',
    file: 'Date\tLibellé\tMontant\n2 mars\tVIR ATELIER\t450,00 €\n28 déc.\tPRLV URSSAF\t-120,00 €\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2025-12-28 -120.00 PRLV URSSAF'],
  },
  {
    name: 'the sender and the receiver in one column',
    file: 'Date;Émetteur / Bénéficiaire;Motif;Montant\n02/03/2026;ATELIER;F-12;450,00\n05/03/2026;URSSAF;Cotisations;-120,00\n',
    told: ['2026-03-02 450.00 ATELIER | F-12', '2026-03-05 -120.00 URSSAF | Cotisations'],
  },
  {
    name: 'a reference that is a day in eight digits beside the day',
    file: 'Date;Référence;Libellé;Montant\n02/03/2026;20260228;VIR ATELIER;450,00\n05/03/2026;20260301;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'quotes that are inches and parentheses in labels',
    file: 'Date;Libellé;Montant\n02/03/2026;ECRAN 27" (x2);450,00\n05/03/2026;PRLV URSSAF;-120,00\n',
    told: ['2026-03-02 450.00 ECRAN 27" (x2)', rows[1] ?? ''],
  },
  {
    name: 'a label that begins with a formula, an at sign and a minus',
    file: 'Date;Libellé;Montant\n02/03/2026;=SOMME(A1);450,00\n05/03/2026;@compte;-120,00\n06/03/2026;-10 % REMISE;-12,00\n',
    told: ['2026-03-02 450.00 =SOMME(A1)', '2026-03-05 -120.00 @compte', '2026-03-06 -12.00 -10 % REMISE'],
  },
  {
    name: 'the totals of debit and credit above the list',
    file: 'Compte;00040123456;;\nTotal;;120,00;450,00\nDate;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'Excel for Mac: semicolons, carriage returns, Macintosh euro',
    file: Uint8Array.from(
      'Date;Op\u008eration;D\u008ebit (\u00db);Cr\u008edit (\u00db)\r02/03/2026;VIR ATELIER;;450,00 \u00db\r05/03/2026;PRLV URSSAF;120,00 \u00db;\r',
      (letter) => letter.charCodeAt(0),
    ),
    told: rows,
  },
  {
    name: 'planned transfers marked in a column',
    file: 'Date;Libellé;Montant;Statut\n02/03/2026;VIR ATELIER;450,00;Effectué\n05/03/2026;PRLV URSSAF;-120,00;Exécuté\n15/04/2026;VIR LOYER;-500,00;Programmé\n16/04/2026;VIR X;-1,00;Supprimé\n',
    told: [...rows, '2026-04-15 -500.00 VIR LOYER pending'],
    problems: ['not-executed'],
  },
  {
    name: 'two dates of which the first is the export’s',
    file: 'Date export;Date opération;Libellé;Montant\n31/03/2026;02/03/2026;VIR ATELIER;450,00\n31/03/2026;05/03/2026;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'amounts with four decimals',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,0000\n05/03/2026;PRLV URSSAF;-120,0000\n',
    told: rows,
  },
  {
    name: 'an amount with three decimals that are no thousands',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR ATELIER;450,000\n05/03/2026;PRLV URSSAF;-120,50\n',
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.50 PRLV URSSAF'],
  },
  {
    name: 'one row',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER'],
  },
  {
    name: 'one row without headings',
    file: '02/03/2026;VIR ATELIER;450,00\n',
    told: ['2026-03-02 450.00 VIR ATELIER'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
