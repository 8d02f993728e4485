import { archive } from '@tabellion/shared/documents/facturx'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { readableAccent } from './accent.ts'
import { draw } from './draw.ts'
import {
  A4,
  type Block,
  ground,
  group,
  linesBlock,
  type Mark,
  moved,
  type Page,
  padded,
  rule,
  space,
  stack,
  textBlock,
  type Writing,
} from './page.ts'
import { type Atom, paginate } from './paginate.ts'

/** A book to print: a title, a table whose head is on every page, and its sums. */
export interface Report {
  readonly title: string
  /** Whose it is, line by line. */
  readonly owner: readonly string[]
  /** What it covers. */
  readonly scope: string
  /** The day it was made: the same book of the same day is the same file. */
  readonly day: string
  readonly accent: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly sums: readonly ReportSums[]
  /** At the foot of each page. */
  readonly foot: string
  /** Said in the place of rows, when there are none. */
  readonly empty: string
}
export interface ReportColumn {
  readonly heading: string
  /** Share of the page's width. */
  readonly share: number
  readonly align?: 'right'
}
export interface ReportRow {
  readonly cells: readonly string[]
  /** Under the row, from its third column on. */
  readonly note?: string
}
export interface ReportSums {
  readonly heading: string
  readonly lines: readonly (readonly [label: string, amount: string])[]
}

const MARGIN = 14
const WIDTH = A4.width - 2 * MARGIN
const GAP = 2

const title: Writing = { size: 18, leading: 22, weight: 'semibold', ink: 'accent', tracking: -18 }
const body: Writing = { size: 9.5, leading: 13, weight: 'regular', ink: 'ink' }
const strong: Writing = { ...body, weight: 'semibold' }
const small: Writing = { size: 8, leading: 11.2, weight: 'regular', ink: 'ink' }
const quiet: Writing = { ...small, ink: 'secondary' }

/** The PDF/A-3b of a report. */
export function renderReport(report: Report): Uint8Array {
  const pdf = draw(reportPages(report), readableAccent(report.accent), undefined)
  archive(pdf, {
    title: report.title,
    author: report.owner[0] ?? '',
    subject: report.scope,
    creator: 'Tabellion',
    day: report.day,
    fileId: sha256Hex(canonicalJson(report)).slice(0, 32),
  })
  return new Uint8Array(pdf.output('arraybuffer'))
}

/** Pages of marks: rows are never cut, sums keep two lines with their heading. Not `counted`: what it opens counts them. */
export function reportPages(report: Report, counted = true): readonly Page[] {
  const opening = openingBlock(report)
  const places = placesOf(report.columns)
  const atoms: Atom[] = [
    ...(report.rows.length === 0
      ? [{ block: textBlock(report.empty, body, WIDTH), before: 4 }]
      : report.rows.map((row) => ({ block: rowBlock(row, report.columns, places), before: 0, inTable: true }))),
    ...report.sums.flatMap(sumAtoms),
  ]
  const head = runningHead(report)
  const foot = footBlock(report.foot, '1')
  const pages = paginate(atoms, {
    firstTop: MARGIN + opening.height + 6,
    top: MARGIN + head.height + 4,
    bottom: A4.height - MARGIN - foot.height - 4,
    tableHead: headBlock(report.columns, places),
  })
  return pages.map((placed, index) => {
    const first: Block = index === 0 ? opening : head
    const marks: Mark[] = [
      ...moved(first.marks, MARGIN, MARGIN),
      ...placed.flatMap(({ block, y }) => moved(block.marks, MARGIN, y)),
      ...moved(
        footBlock(report.foot, counted ? `Page ${index + 1} / ${pages.length}` : '').marks,
        MARGIN,
        A4.height - MARGIN - foot.height,
      ),
    ]
    return { marks }
  })
}

function openingBlock({ owner, scope, title: text }: Report): Block {
  const [name = '', ...rest] = owner
  return stack([
    textBlock(text, title, WIDTH),
    space(1),
    textBlock(scope, strong, WIDTH),
    space(3),
    textBlock(name, strong, WIDTH),
    textBlock(rest.join('\n'), quiet, WIDTH),
  ])
}

const runningHead = ({ scope, title: text }: Report): Block => ({
  ...group([
    { block: linesBlock([text], { ...small, weight: 'semibold' }, WIDTH) },
    { block: linesBlock([scope], { ...quiet, align: 'right' }, WIDTH) },
  ]),
  width: WIDTH,
})

interface Place {
  readonly x: number
  readonly width: number
}
function placesOf(columns: readonly ReportColumn[]): readonly Place[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const room = WIDTH - GAP * (columns.length - 1)
  let x = 0
  return columns.map(({ share }) => {
    const width = (share / whole) * room
    const place = { x, width }
    x += width + GAP
    return place
  })
}

const cellBlocks = (
  texts: readonly string[],
  columns: readonly ReportColumn[],
  places: readonly Place[],
  writing: Writing,
): Block =>
  group(
    columns.map(({ align }, index) => {
      const { width, x } = places[index] ?? { width: 0, x: 0 }
      return { block: textBlock(texts[index], { ...writing, align: align ?? 'left' }, width), x }
    }),
  )

/** Headings stand over their cells, and their ground a little outside them. */
const HEAD_OVERHANG = 2

function headBlock(columns: readonly ReportColumn[], places: readonly Place[]): Block {
  const headings = cellBlocks(
    columns.map(({ heading }) => heading),
    columns,
    places,
    { ...quiet, weight: 'semibold' },
  )
  const band = ground(
    { ...padded(headings, { x: HEAD_OVERHANG, top: 1.4, bottom: 1.4 }), width: WIDTH + 2 * HEAD_OVERHANG },
    'sunken',
    1,
  )
  return stack([{ ...band, width: WIDTH, marks: moved(band.marks, -HEAD_OVERHANG, 0) }, space(0.6)])
}

function rowBlock({ cells, note }: ReportRow, columns: readonly ReportColumn[], places: readonly Place[]): Block {
  const noteX = places[2]?.x ?? 0
  return stack([
    padded(cellBlocks(cells, columns, places, small), { top: 1, bottom: note === undefined ? 1 : 0 }),
    ...(note === undefined
      ? []
      : [padded(group([{ block: textBlock(note, quiet, WIDTH - noteX), x: noteX }]), { bottom: 1 })]),
    rule(WIDTH, 0.15, 'hairline'),
  ])
}

const SUMS_WIDTH = 96
function sumAtoms({ heading, lines }: ReportSums): readonly Atom[] {
  return [
    { block: textBlock(heading, strong, SUMS_WIDTH), before: 6, withNext: true },
    ...lines.map(([label, amount], index) => ({
      block: stack([
        padded(
          group([
            { block: linesBlock([label], small, SUMS_WIDTH) },
            { block: linesBlock([amount], { ...small, align: 'right' }, SUMS_WIDTH) },
          ]),
          { top: 0.6, bottom: 0.6 },
        ),
        rule(SUMS_WIDTH, 0.15, 'hairline'),
      ]),
      before: 0,
      ...(index === 0 && lines.length > 1 ? { withNext: true } : {}),
    })),
  ]
}

const footBlock = (text: string, page: string): Block =>
  stack([
    rule(WIDTH, 0.2, 'hairline'),
    padded(
      group([
        { block: textBlock(text, quiet, WIDTH - 24) },
        { block: linesBlock([page], { ...quiet, align: 'right' }, WIDTH) },
      ]),
      { top: 1.6 },
    ),
  ])
