import { formatDay } from '@tabellion/shared/calendar'
import type { PrintedContent } from '@tabellion/shared/invoicing'
import { type Block, ground, group, nothing, padded, rule, stack, textBlock } from '../page.ts'
import { measure, wrap } from '../text.ts'
import { addressLines } from './parties.ts'
import type { Rhythm } from './presets.ts'
import { DELIVERY, daysText, periodText } from './words.ts'
import { body, SMALL_ON_BODY, small, strong } from './writing.ts'

interface Fact {
  readonly label: string
  readonly value: string
}

/** Dates and references, in reading order. F-005: issue, performance and due dates are always there. */
function factsOf(content: PrintedContent): readonly Fact[] {
  const { delivery, dueDate, issueDate, kind, operation, orderReference, preceding, quote, quoteNumber } = content
  const replaced = kind === 'credit' ? undefined : preceding[0]
  return [
    { label: 'Date d’émission', value: formatDay(issueDate) },
    delivery && { label: DELIVERY[operation], value: periodText(delivery) },
    dueDate && { label: 'Échéance', value: formatDay(dueDate) },
    quote && { label: 'Valable jusqu’au', value: formatDay(quote.validUntil) },
    quote?.start !== undefined && { label: 'Début', value: quote.start },
    quote?.duration !== undefined && { label: 'Durée', value: quote.duration },
    orderReference !== undefined && { label: 'Votre commande', value: orderReference },
    quoteNumber !== undefined && { label: 'Devis', value: quoteNumber },
    replaced && { label: 'Remplace la facture', value: `${replaced.number} du ${formatDay(replaced.issueDate)}` },
  ].filter((fact): fact is Fact => typeof fact === 'object')
}

/** In a fifth of the width it would be a column of scraps: it goes on a line of its own, under the facts. */
const isLong = ({ value }: Fact, width: number): boolean => wrap(value, strong, width / 5 - 3).length > 2

export function factsBlock(content: PrintedContent, style: Rhythm['facts'], width: number): Block {
  const facts = factsOf(content).filter((fact) => !isLong(fact, width))
  if (style === 'list') return listed(facts, width)
  const inset = style === 'strip' ? 3.5 : 0
  const grid = cells(facts, width - 2 * inset)
  if (style === 'strip') return ground({ ...padded(grid, { x: inset, top: 2.8, bottom: 3 }), width }, 'sunken', 1.6)
  return stack([rule(width, 0.25, 'hairline'), padded(grid, { top: 2.8, bottom: 3 }), rule(width, 0.25, 'hairline')])
}

/** Label over value, in columns of equal width; seven facts take two rows. */
function cells(facts: readonly Fact[], width: number): Block {
  const perRow = facts.length <= 5 ? Math.max(4, facts.length) : Math.ceil(facts.length / 2)
  const column = width / perRow
  const rows = []
  for (let start = 0; start < facts.length; start += perRow) {
    const row = facts.slice(start, start + perRow).map(({ label, value }) => ({
      label: textBlock(label, small, column - 3),
      value: textBlock(value, strong, column - 3),
    }))
    // Values share their first line, even when one label takes two.
    const below = Math.max(...row.map(({ label }) => label.height)) + 0.4
    rows.push(
      group(
        row.flatMap(({ label, value }, index) => [
          { block: label, x: index * column },
          { block: value, x: index * column, y: below },
        ]),
      ),
    )
  }
  return { ...stack(rows, 2.6), width }
}

/** Label beside value, two to a line: the densest. */
function listed(facts: readonly Fact[], width: number): Block {
  const column = width / 2
  const indent = Math.max(...facts.map(({ label }) => measure(label, small))) + 5
  const pairs = facts.map(({ label, value }) => ({
    label: textBlock(label, small, indent),
    value: textBlock(value, strong, column - indent - 4),
  }))
  const rows = []
  for (let start = 0; start < pairs.length; start += 2)
    rows.push(
      group(
        pairs.slice(start, start + 2).flatMap(({ label, value }, index) => [
          { block: label, x: index * column, y: SMALL_ON_BODY },
          { block: value, x: index * column + indent },
        ]),
      ),
    )
  return { ...stack(rows, 0.6), width }
}

/** What is too long for a column: a reference that is a sentence, another address, the days of the sessions, why a credit note is made. */
export function particulars(content: PrintedContent, rhythm: Rhythm, width: number): Block {
  const { buyer, creditReason, lines } = content
  const days = lines.flatMap((line) => (line.kind === 'text' ? [] : [line.date]))
  const rows: Fact[] = factsOf(content).filter((fact) => isLong(fact, width))
  if (content.quote?.place !== undefined) rows.push({ label: 'Lieu d’exécution', value: content.quote.place })
  if (buyer.deliveryAddress)
    rows.push({ label: rhythm.deliveryLabel, value: addressLines(buyer.deliveryAddress).join(', ') })
  if (rhythm.sessions && content.kind !== 'deposit' && content.kind !== 'quote' && days.length > 0)
    rows.push({ label: 'Dates des séances', value: daysText(days) })
  if (creditReason !== undefined) rows.push({ label: 'Motif de l’avoir', value: creditReason })
  if (rows.length === 0) return nothing
  const label = Math.max(...rows.map((row) => measure(row.label, small))) + 5
  return stack(
    rows.map((row) =>
      group([
        { block: textBlock(row.label, small, label), y: SMALL_ON_BODY },
        { block: textBlock(row.value, body, width - label), x: label },
      ]),
    ),
    0.8,
  )
}
