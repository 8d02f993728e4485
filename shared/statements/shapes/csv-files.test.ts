import { expect, test } from 'vitest'
import { inBytes, type Shape, told } from './told.ts'

const plain =
  'Date;Libellé;Débit;Crédit\n02/03/2026;VIR SEPA ATELIER DÉCO;;450,00\n05/03/2026;PRLV URSSAF À VENIR;120,00;\n'
const both = ['2026-03-02 450.00 VIR SEPA ATELIER DÉCO', '2026-03-05 -120.00 PRLV URSSAF À VENIR']
const MACINTOSH = {
  é: 0x8e,
  É: 0x83,
  À: 0xcb,
  è: 0x8f,
  à: 0x88,
  '€': 0xdb,
  '’': 0xd5,
  '\u00a0': 0xca,
  ç: 0x8d,
  ê: 0x90,
}
const DOS = { é: 0x82, É: 0x90, À: 0xb7, è: 0x8a, à: 0x85, ç: 0x87, ê: 0x88 }
const utf16 = (text: string): Uint8Array => {
  const units = [...`\ufeff${text}`].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255])
  return Uint8Array.from(units)
}
const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  { name: 'UTF-16, high byte first', file: utf16(plain), told: both },
  {
    name: 'Macintosh letters, carriage returns alone',
    file: inBytes(plain.replaceAll('\n', '\r'), MACINTOSH),
    told: both,
  },
  { name: 'DOS letters', file: inBytes(plain, DOS), told: both },
  { name: 'no last line end', file: plain.trimEnd(), told: both },
  { name: 'an end-of-file mark of DOS', file: `${plain}\u001a`, told: both },
  { name: 'blank lines between all rows', file: plain.replaceAll('\n', '\n\n'), told: both },
  { name: 'rows of delimiters after the last', file: `${plain};;;\n;;;\n;;;\n`, told: both },
  { name: 'sep line after a mark of byte order', file: `\ufeffsep=;\r\n${plain.replaceAll('\n', '\r\n')}`, told: both },
  {
    name: 'blanks around the delimiters and quotes',
    file: '"Date" ; "Libellé" ; "Montant"\n"02/03/2026" ; "VIR ATELIER; SARL" ; "450,00"\n"05/03/2026" ; "PRLV URSSAF" ; "-120,00"\n',
    told: ['2026-03-02 450.00 VIR ATELIER; SARL', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'single quotes',
    file: "'Date';'Libellé';'Montant'\n'02/03/2026';'VIR ATELIER';'450,00'\n'05/03/2026';'PRLV URSSAF';'-120,00'\n",
    told: rows,
  },
  {
    name: 'formulas of Excel in every cell',
    file: '="Date";="Libellé";="Montant"\n="02/03/2026";="VIR ATELIER";="450,00"\n="05/03/2026";="PRLV URSSAF";="-120,00"\n',
    told: rows,
  },
  {
    name: 'a tab inside labels of a file with semicolons',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR\tATELIER;450,00\n05/03/2026;PRLV\tURSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'totals and legal text below',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n;Total des mouvements;120,00;450,00\n;Nouveau solde au 31/03/2026;;1 330,00\nSous réserve des opérations en cours; document non contractuel\n',
    told: rows,
    problems: ['no-transaction'],
  },
  {
    name: 'a dated total',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n31/03/2026;TOTAL DES OPERATIONS;120,00;450,00\n',
    told: rows,
  },
  {
    name: 'opening and closing balances that prove the list',
    file: 'Date;Libellé;Débit;Crédit\n01/03/2026;SOLDE PRECEDENT;;1 000,00\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n31/03/2026;NOUVEAU SOLDE;;1 330,00\n',
    told: rows,
  },
  {
    name: 'a carried page',
    file: 'Date;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n;A REPORTER;;450,00\n;REPORT;;450,00\nDate;Libellé;Débit;Crédit\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'headings repeated on each page, page numbers',
    file: 'Page 1/2\nDate;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\nPage 2/2\nDate;Libellé;Débit;Crédit\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'a long preamble with amounts and dates',
    file: 'Titulaire;M. JEAN EXEMPLE\nPériode;01/03/2026;31/03/2026\nTotal débits;120,00\nTotal crédits;450,00\nDécouvert autorisé;500,00 €\nEdité le;31/03/2026 à 10:12\n\nDate;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n05/03/2026;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'only headings',
    file: 'Date;Libellé;Débit;Crédit\n',
    told: [],
  },
  {
    name: 'headings and a sentence',
    file: 'Date;Libellé;Débit;Crédit\nAucune opération sur la période;;;\n',
    told: [],
    problems: ['no-transaction'],
  },
  {
    name: 'two accounts one below the other, another order of columns',
    file: 'Compte n° 00040123456\nDate;Libellé;Débit;Crédit\n02/03/2026;VIR ATELIER;;450,00\n\nCompte n° 00040999999\nDate;Montant;Libellé\n05/03/2026;-120,00;PRLV URSSAF\n',
    told: rows,
  },
  {
    name: 'days without a year, the period above',
    file: 'Relevé du 01/03/2026 au 31/03/2026\nDate;Libellé;Débit;Crédit\n02/03;VIR ATELIER;;450,00\n05/03;PRLV URSSAF;120,00;\n',
    told: rows,
  },
  {
    name: 'days of Excel as numbers',
    file: 'Date;Libellé;Montant\n46083;VIR ATELIER;450,00\n46086;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'short days',
    file: 'Date;Libellé;Montant\n2/3/26;VIR ATELIER;450,00\n5/3/26;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'days with points',
    file: 'Date;Libellé;Montant\n02.03.26;VIR ATELIER;450,00\n05.03.26;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'days in words',
    file: 'Date;Libellé;Montant\nlundi 2 mars 2026;VIR ATELIER;450,00\njeu. 5 mars 2026;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'days in words, months cut',
    file: 'Date,Libellé,Montant\n02-mars-2026,VIR ATELIER,450.00\n05-mar-26,PRLV URSSAF,-120.00\n',
    told: rows,
  },
  {
    name: 'moments with a zone',
    file: 'Date,Description,Amount\n2026-03-02T09:12:11.123+01:00,VIR ATELIER,450.00\n2026-03-05T23:12:11Z,PRLV URSSAF,-120.00\n',
    told: rows,
  },
  {
    name: 'moments of the afternoon',
    file: 'Date,Description,Amount\n"Mar 2, 2026, 9:12:11 AM",VIR ATELIER,450.00\n"Mar 5, 2026, 11:12:11 PM",PRLV URSSAF,-120.00\n',
    told: rows,
  },
  {
    name: 'hours à la française',
    file: 'Date;Description;Montant\n02/03/2026 à 09h12;VIR ATELIER;450,00\n05/03/2026 à 18h;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'eight digits, day first',
    file: 'Date;Description;Montant\n02032026;VIR ATELIER;450,00\n05032026;PRLV URSSAF;-120,00\n',
    told: rows,
  },
  {
    name: 'all kinds of blanks among thousands',
    file: 'Date;Libellé;Montant\n02/03/2026;VIR A;1\u202f450,00\n02/03/2026;VIR B;1\u00a0450,00\n02/03/2026;VIR C;1\u2009450,00\n02/03/2026;VIR D;1 450,00\n02/03/2026;VIR E;1.450,00\n02/03/2026;VIR F;1\u2019450,00\n',
    told: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `2026-03-02 1450.00 VIR ${name}`),
  },
  {
    name: 'signs of many hands',
    file: 'Date;Libellé;Montant\n05/03/2026;A;- 120,00 €\n05/03/2026;B;\u2212120,00\n05/03/2026;C;(120,00)\n05/03/2026;D;120,00-\n05/03/2026;E;€ -120,00\n05/03/2026;F;120,00 DB\n05/03/2026;G;-120,00EUR\n05/03/2026;H;-120,0\n05/03/2026;I;–120,00\n02/03/2026;J;+ 450,00 €\n',
    told: [...[...'ABCDEFGHI'].map((name) => `2026-03-05 -120.00 ${name}`), '2026-03-02 450.00 J'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
