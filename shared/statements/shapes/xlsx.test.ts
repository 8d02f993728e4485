import { utf8Bytes } from '@tabellion/shared/kernel'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Shape, told } from './told.ts'

const WORKBOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>SHEETS</sheets></workbook>'
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
/** A cell: a text, a number, `=d` for a day in the style of dates. */
type Cell = string | number | { readonly day: number } | undefined

const cellXml = (cell: Cell, reference: string): string =>
  cell === undefined
    ? ''
    : typeof cell === 'string'
      ? `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`
      : typeof cell === 'number'
        ? `<c r="${reference}"><v>${cell}</v></c>`
        : `<c r="${reference}" s="1"><v>${cell.day}</v></c>`
const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
  `<worksheet><sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${'ABCDEFGH'[column]}${at + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

function workbook(
  sheets: readonly (readonly (readonly Cell[])[])[],
  change: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const names = sheets.map((_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const relations = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('')
  return zipSync({
    'xl/workbook.xml': utf8Bytes(change(WORKBOOK.replace('SHEETS', names))),
    'xl/_rels/workbook.xml.rels': utf8Bytes(`<Relationships>${relations}</Relationships>`),
    'xl/styles.xml': utf8Bytes(change(STYLES)),
    ...Object.fromEntries(
      sheets.map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, utf8Bytes(change(sheetXml(rows)))]),
    ),
  })
}

const HEADINGS = ['Date', 'Libellé', 'Débit', 'Crédit', 'Solde']
const list: readonly (readonly Cell[])[] = [
  HEADINGS,
  [{ day: 46083 }, 'VIR ATELIER', undefined, 450, 1450],
  [{ day: 46086 }, 'PRLV URSSAF', 120, undefined, 1330],
]
const rows = ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF']

const shapes: readonly Shape[] = [
  { name: 'a plain sheet', file: workbook([list]), told: rows },
  {
    name: 'a title, a period and a blank row above',
    file: workbook([[['Relevé de compte'], ['Du 01/03/2026 au 31/03/2026'], [], ...list]]),
    told: rows,
  },
  { name: 'a summary on the first sheet', file: workbook([[['Synthèse'], ['Solde', 1330]], list]), told: rows },
  {
    name: 'days and amounts as texts',
    file: workbook([
      [
        ['Date', 'Libellé', 'Montant'],
        ['02/03/2026', 'VIR ATELIER', '1\u202f450,00'],
        ['05/03/2026', 'PRLV URSSAF', '-120,00'],
      ],
    ]),
    told: ['2026-03-02 1450.00 VIR ATELIER', '2026-03-05 -120.00 PRLV URSSAF'],
  },
  {
    name: 'days without the style of dates',
    file: workbook([
      [
        ['Date', 'Libellé', 'Montant'],
        [46083, 'VIR ATELIER', 450],
        [46086, 'PRLV URSSAF', -120],
      ],
    ]),
    told: rows,
  },
  {
    name: 'days with the hour in their fraction, binary fractions of money',
    file: workbook([
      [
        ['Date', 'Libellé', 'Montant'],
        [{ day: 46083.75 }, 'VIR ATELIER', 450.00000000000006],
        [{ day: 46086.25 }, 'PRLV URSSAF', -120.10000000000001],
      ],
    ]),
    told: ['2026-03-02 450.00 VIR ATELIER', '2026-03-05 -120.10 PRLV URSSAF'],
  },
  {
    name: 'a total below',
    file: workbook([
      [...list, [undefined, 'TOTAL', 120, 450], ['Solde au 31/03/2026', undefined, undefined, undefined, 1330]],
    ]),
    told: rows,
  },
  {
    name: 'elements with a prefix',
    file: workbook([list], (xml) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')),
    told: rows,
  },
  {
    name: 'cells without their places',
    file: workbook(
      [
        [
          ['Date', 'Libellé', 'Montant'],
          [{ day: 46083 }, 'VIR ATELIER', 450],
          [{ day: 46086 }, 'PRLV URSSAF', -120],
        ],
      ],
      (xml) => xml.replace(/ r="[A-Z]?\d+"/g, ''),
    ),
    told: rows,
  },
  {
    name: 'headings over two rows',
    file: workbook([
      [
        ['Date', 'Libellé', 'Mouvements'],
        [undefined, undefined, 'Débit', 'Crédit'],
        [{ day: 46083 }, 'VIR ATELIER', undefined, 450],
        [{ day: 46086 }, 'PRLV URSSAF', 120],
      ],
    ]),
    told: rows,
  },
  {
    name: 'a budget without any list',
    file: workbook([
      [
        ['Poste', 'Budget'],
        ['Loyer', 800],
        ['Courses', 300],
      ],
    ]),
    told: ['refused: foreign-file text'],
  },
]

test.each(shapes)('$name', ({ file, told: expected, problems = [] }) => {
  expect(told(file)).toEqual({ rows: expected, problems })
})
