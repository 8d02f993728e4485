import { formatDay } from '@tabellion/shared/calendar'
import type { PrintedContent, VatGroup } from '@tabellion/shared/invoicing'
import { type Cents, cents, formatEuros, negate } from '@tabellion/shared/money'
import { type Block, ground, group, linesBlock, moved, padded, rule, space, stack, textBlock } from '../page.ts'
import { measure } from '../text.ts'
import type { Rhythm } from './presets.ts'
import { payableLabel, vatGroupText } from './words.ts'
import { body, quiet, right, SMALL_ON_BODY, small, strong, titleOf } from './writing.ts'

interface Row {
  readonly label: string
  /** In small type after the label: a base, a date. */
  readonly note?: string
  readonly amount: Cents
  readonly sum?: boolean
}

/** BG-22 as a column of figures. Under the franchise: no « HT », no « TTC », no VAT row. */
export function totalsBlock(content: PrintedContent, rhythm: Rhythm, width: number): Block {
  const rows = rowsOf(content)
  const vat = content.mentions.filter(({ block }) => block === 'vat')
  return stack([
    stack(
      rows.map((row) => rowBlock(row, width)),
      0.8,
    ),
    space(rows.length > 0 ? 2.4 : 0),
    payableBlock(content, rhythm, width),
    space(vat.length > 0 ? 2 : 0),
    ...vat.map(({ text }) => textBlock(text, small, width)),
  ])
}

/** Lowest rate first, whatever the order of the lines, then what has none. */
const byRate = ({ vat: a }: VatGroup, { vat: b }: VatGroup): number =>
  Number(a.category !== 'S') - Number(b.category !== 'S') || a.rate - b.rate

function rowsOf({ allowances, deposits, payment, seller, totals, vatGroups }: PrintedContent): readonly Row[] {
  const ht = seller.franchise ? '' : ' HT'
  const reduced = allowances.length > 0
  const settled = deposits.length > 0 || payment.alreadyPaid !== undefined
  const deducted = deposits.map(
    ({ gross, issueDate, number, vat }): Row => ({
      label: `Acompte ${number}`,
      note: `du ${formatDay(issueDate)}${seller.franchise ? '' : `, dont TVA ${formatEuros(cents(Math.abs(vat)))}`}`,
      amount: negate(gross),
    }),
  )
  const paid = payment.alreadyPaid
  const already = cents(totals.gross - deposits.reduce((sum, { gross }) => sum + gross, 0))
  return [
    ...(reduced ? [{ label: `Total des lignes${ht}`, amount: totals.lineTotal }] : []),
    ...allowances.map(({ amount, label }): Row => ({ label, amount: negate(amount) })),
    ...(seller.franchise
      ? reduced || settled
        ? [{ label: 'Total', amount: totals.gross, sum: true }]
        : []
      : [
          { label: 'Total HT', amount: totals.net, sum: true },
          ...[...vatGroups].sort(byRate).map(
            (vatGroup): Row => ({
              label: vatGroupText(vatGroup),
              note: `sur ${formatEuros(vatGroup.base)}`,
              amount: vatGroup.tax,
            }),
          ),
          { label: 'Total TTC', amount: totals.gross, sum: true },
        ]),
    ...deducted,
    ...(paid ? [{ label: `Payé le ${formatDay(paid.on)}`, amount: negate(already) }] : []),
  ]
}

function rowBlock({ amount, label, note = '', sum }: Row, width: number): Block {
  const figure = formatEuros(amount)
  const room = width - measure(figure, sum ? strong : body) - 3
  const named = textBlock(label, sum ? body : quiet, room)
  const after = measure(label, body) + 1.6
  const beside = after + measure(note, small) <= room
  return group([
    { block: named },
    { block: textBlock(note, small, room), x: beside ? after : 0, y: beside ? SMALL_ON_BODY : named.height },
    { block: linesBlock([figure], right(sum ? strong : body), width) },
  ])
}

/** BT-115, the largest figure of the page, with the day it is due. */
function payableBlock(content: PrintedContent, rhythm: Rhythm, width: number): Block {
  const { dueDate, payment, totals } = content
  const filled = rhythm.payable === 'filled'
  const inset = rhythm.payable === 'open' ? 0 : 3.5
  const inner = width - 2 * inset
  const ink = filled ? 'onAccent' : 'ink'
  const amount = formatEuros(payment.alreadyPaid ? cents(0) : totals.payable)
  const due = dueDate !== undefined && !payment.alreadyPaid ? `au plus tard le ${formatDay(dueDate)}` : ''
  const size = largestSize(amount, rhythm, inner)
  const figure = linesBlock(
    [amount],
    {
      ...titleOf({ ...rhythm.title, size, ink: filled ? 'onAccent' : 'accent' }),
      align: 'right',
      role: 'payable',
    },
    inner,
  )
  const labels = group([
    { block: textBlock(payableLabel(content), { ...strong, ink }, inner) },
    {
      block: linesBlock([due], { ...small, ink: filled ? 'onAccent' : 'secondary', align: 'right' }, inner),
      y: SMALL_ON_BODY,
    },
  ])
  const text = { ...stack([labels, figure], 0.6), width: inner }
  if (rhythm.payable === 'open') return stack([rule(width, 0.9, 'accent'), space(2.4), text])
  const panel = ground(
    { ...padded(text, { x: inset, top: 3, bottom: 2.6 }), width },
    filled ? 'accent' : 'sunken',
    filled ? 1.6 : 0,
  )
  if (filled) return panel
  return { ...panel, marks: [...panel.marks, ...moved(rule(width, 0.9, 'accent').marks, 0, 0)] }
}

/** The title's size, or the largest that fits: a figure is never cut. */
function largestSize(amount: string, rhythm: Rhythm, width: number): number {
  const size = Math.min(rhythm.title.size, 32)
  const needed = measure(amount, titleOf({ ...rhythm.title, size }))
  return needed <= width ? size : Math.floor((size * width * 10) / needed) / 10
}
