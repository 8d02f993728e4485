import { formatDay } from '@tabellion/shared/calendar'
import type { DocumentLine, PrintedContent, SoldLine, TextLine } from '@tabellion/shared/invoicing'
import { formatEuros, negate } from '@tabellion/shared/money'
import {
  type Block,
  baselineOf,
  ground,
  group,
  linesBlock,
  padded,
  rule,
  stack,
  textBlock,
  type Writing,
} from '../page.ts'
import type { Atom } from '../paginate.ts'
import { measure, POINT, wrap } from '../text.ts'
import type { Rhythm } from './presets.ts'
import { percentage, quantityText, unitPriceText, vatText } from './words.ts'
import { body, right, small, smallStrong, strong } from './writing.ts'

/** Between two columns. */
const GAP = 5
const NARROWEST_DESIGNATION = 52
/** A quantity whose unit is a sentence takes several lines rather than the designation's room. */
const WIDEST_QUANTITY = 34

/** A detail longer than this leaves its column and spreads under the figures, as wide as can be read. */
const MOST_NARROW_LINES = 4
const WIDEST_DETAIL = 128

interface Column {
  readonly heading: string
  readonly x: number
  readonly width: number
  readonly writing: Writing
  readonly cell: (line: SoldLine) => string
}

export interface Table {
  readonly head: Block
  readonly rows: readonly Atom[]
}

/** The lines of the document as atoms: a line is never cut, unless it is taller than `tallest`. */
export function table(content: PrintedContent, rhythm: Rhythm, width: number, tallest: number): Table {
  const inset = rhythm.head === 'plain' ? 0 : 3.5
  const columns = columnsOf(content, rhythm, width, inset)
  const [penultimate] = content.lines.filter(isSold).slice(-2)
  const kept = penultimate ? content.lines.indexOf(penultimate) : 0
  const rows = content.lines.flatMap((line, index): Atom[] =>
    line.kind === 'text'
      ? [textRow(line, rhythm, width, inset)]
      : soldRow(line, columns, rhythm, width, tallest).map((block) => ({
          block,
          before: 0,
          inTable: true,
          // The totals never stand alone: the last two lines go with them.
          withNext: index >= kept,
        })),
  )
  return { head: headOf(columns, rhythm, width), rows }
}

/** Widths follow what is written in them; the designation has the rest. Figures in billions are set smaller. */
function columnsOf(content: PrintedContent, rhythm: Rhythm, width: number, inset: number): readonly Column[] {
  const usual = columnsIn(content, rhythm, width, inset, 'body')
  const designation = usual.find(({ heading }) => heading === 'Désignation')
  return designation && designation.width >= NARROWEST_DESIGNATION
    ? usual
    : columnsIn(content, rhythm, width, inset, 'small')
}

function columnsIn(
  content: PrintedContent,
  rhythm: Rhythm,
  width: number,
  inset: number,
  size: 'body' | 'small',
): readonly Column[] {
  const [cell, amount] =
    size === 'body' ? [body, strong] : [{ ...small, ink: 'ink' } as const, { ...smallStrong, ink: 'ink' } as const]
  const { franchise } = content.seller
  const sold = content.lines.filter(isSold)
  const widest = (heading: string, writing: Writing, cell: (line: SoldLine) => string): number =>
    Math.max(measure(heading, smallStrong), ...sold.map((line) => measure(cell(line), writing)))
  const before = [
    ...(rhythm.columns.date
      ? [{ heading: 'Date', writing: cell, cell: (line: SoldLine) => formatDay(line.date) }]
      : []),
    ...(rhythm.columns.code && sold.some(({ itemCode }) => itemCode !== undefined)
      ? [
          {
            heading: 'Réf.',
            writing: { ...cell, ink: 'secondary' } as const,
            cell: (line: SoldLine) => line.itemCode ?? '',
          },
        ]
      : []),
  ]
  const after = [
    { heading: 'Quantité', writing: right(cell), cell: quantityText },
    { heading: franchise ? 'Prix unitaire' : 'Prix unitaire HT', writing: right(cell), cell: unitPriceText },
    ...(franchise ? [] : [{ heading: 'TVA', writing: right(cell), cell: (line: SoldLine) => vatText(line.vat) }]),
    {
      heading: franchise ? 'Montant' : 'Montant HT',
      writing: right(amount),
      cell: (line: SoldLine) => formatEuros(line.net),
    },
  ]
  const sized = [...before, ...after].map((column) => {
    const needed = widest(column.heading, column.writing, column.cell)
    return {
      ...column,
      width: column.heading === 'Quantité' || column.heading === 'Réf.' ? Math.min(needed, WIDEST_QUANTITY) : needed,
    }
  })
  const designation = width - 2 * inset - sized.reduce((sum, column) => sum + column.width + GAP, 0)
  const ordered = [
    ...sized.slice(0, before.length),
    { heading: 'Désignation', writing: strong, cell: (line: SoldLine) => line.label, width: designation },
    ...sized.slice(before.length),
  ]
  let x = inset
  return ordered.map((column) => {
    const placed = { ...column, x }
    x += column.width + GAP
    return placed
  })
}

function headOf(columns: readonly Column[], rhythm: Rhythm, width: number): Block {
  const ink = rhythm.head === 'accent' ? 'onAccent' : 'secondary'
  const titles = group(
    columns.map(({ heading, writing, x, width: own }) => ({
      block: linesBlock([heading], { ...smallStrong, ink, align: writing.align ?? 'left' }, own),
      x,
    })),
  )
  if (rhythm.head === 'plain') return stack([padded({ ...titles, width }, { bottom: 1.2 }), rule(width, 0.35, 'ink')])
  return ground(
    padded({ ...titles, width }, { top: 1.5, bottom: 1.5 }),
    rhythm.head === 'sunken' ? 'sunken' : 'accent',
    1,
  )
}

/** One line: its cells on the first baseline, then under the designation its detail and its discount. */
function soldRow(
  line: SoldLine,
  columns: readonly Column[],
  rhythm: Rhythm,
  width: number,
  tallest: number,
): readonly Block[] {
  const designation = columns.find(({ heading }) => heading === 'Désignation')
  if (designation === undefined) return []
  const coded = columns.some(({ heading }) => heading === 'Réf.')
  const notes = [
    ...(line.itemCode !== undefined && !coded ? [`Réf. ${line.itemCode}`] : []),
    ...(line.detail === undefined ? [] : [line.detail]),
    ...(line.discount === 0 ? [] : [discountText(line)]),
  ]
  const narrow = notes.flatMap((note) => wrap(note, small, designation.width))
  const spread = narrow.length > MOST_NARROW_LINES
  const edge = Math.max(...columns.map((column) => column.x + column.width))
  const room = spread ? Math.max(designation.width, Math.min(WIDEST_DETAIL, edge - designation.x)) : designation.width
  const noteLines = spread ? notes.flatMap((note) => wrap(note, small, room)) : narrow
  const cells = group(
    columns.map((column) => ({
      block: textBlock(column.cell(line), column.writing, column.width),
      x: column.x,
      // One baseline for the whole row, whatever the size of its figures.
      y: baselineOf(strong) - baselineOf(column.writing),
    })),
  )
  const label = textBlock(line.label, strong, designation.width)
  const under = (lines: readonly string[]): Block => linesBlock(lines, small, room)
  const closed = (block: Block, top: number): Block =>
    stack([padded({ ...block, width }, { top, bottom: rhythm.row }), rule(width, 0.2, 'hairline')])
  const first = (lines: readonly string[]): Block =>
    group([
      { block: cells },
      { block: under(lines), x: designation.x, y: (spread ? cells.height : label.height) + 0.5 },
    ])

  const whole = closed(first(noteLines), rhythm.row)
  if (whole.height <= tallest) return [whole]
  const perPage = Math.floor((tallest - cells.height - 2 * rhythm.row - 1) / (small.leading * POINT))
  const parts: Block[] = []
  for (let start = 0; start < noteLines.length; start += perPage) {
    const lines = noteLines.slice(start, start + perPage)
    parts.push(closed(start === 0 ? first(lines) : group([{ block: under(lines), x: designation.x }]), rhythm.row))
  }
  return parts
}

/** The unit price above is before the discount, which is shown apart. BOI-TVA-DECLA-30-20-20-10, § 220. */
const discountText = ({ discount, discountRate }: SoldLine): string =>
  `Remise${discountRate === undefined ? '' : ` ${percentage(discountRate)}`} : ${formatEuros(negate(discount))}`

/** A heading inside the table: it stays with the line it announces. */
function textRow(line: TextLine, rhythm: Rhythm, width: number, inset: number): Atom {
  const inner = width - 2 * inset
  const text = stack(
    [textBlock(line.label, { ...strong, ink: 'accent' }, inner), textBlock(line.detail, small, inner)],
    0.5,
  )
  return {
    block: padded({ ...text, width: inner }, { x: inset, top: rhythm.row + 1.2, bottom: 0.4 }),
    before: 0,
    inTable: true,
    withNext: true,
  }
}

const isSold = (line: DocumentLine): line is SoldLine => line.kind !== 'text'
