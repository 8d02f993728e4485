import { addMonths, type Day } from '@tabellion/shared/calendar'
import {
  type Cents,
  cents,
  formatScaled,
  lineNet,
  minus,
  percentText,
  type Quantity,
  rate,
  type UnitPrice,
} from '@tabellion/shared/money'
import { exemptionReason } from '@tabellion/shared/regulation'
import type { Buyer, DocumentAllowance, DocumentLine, Seller, VatTreatment } from './document.ts'
import type { LedgerLine } from './input.ts'
import type { DraftFinding, DraftProblem } from './problems.ts'
import { unitCode } from './units.ts'
import { vatOf } from './vat.ts'

/** A shorter *Désignation* says too little (features F-006). */
const LEAST_LABEL = 8
const MOST_LABEL = 300
/** About a page and a half: beyond it, the text belongs in an appendix. */
const MOST_DETAIL = 6_000

export interface DraftedLines {
  readonly lines: readonly DocumentLine[]
  readonly allowances: readonly DocumentAllowance[]
  readonly findings: readonly DraftFinding[]
}

/** Reads each row as a line of the document, or says what its cells lack. */
export function draftLines(rows: readonly LedgerLine[], buyer: Buyer, seller: Seller, on: Day): DraftedLines {
  const lines: DocumentLine[] = []
  const allowances: DocumentAllowance[] = []
  const findings: DraftFinding[] = []
  for (const row of rows) {
    const say = (column: string, problem: DraftProblem, severity: DraftFinding['severity'] = 'blocking'): void => {
      findings.push({ ...problem, severity, at: { tab: 'sales', row: row.row, column } })
    }
    if (row.type === 'credit') {
      say('lineType', { code: 'credit-row-typed' })
      continue
    }
    checkTexts(row, say)
    if (row.type === 'text') {
      const detail = row.detail === '' || row.exemption === 'other' ? {} : { detail: row.detail }
      lines.push({ kind: 'text', rowId: row.id, label: row.label, ...detail })
      continue
    }
    if (row.date === undefined) say('date', { code: 'missing-date' })
    // A slip of the year, 2062 or 2006 for 2026: nobody bills work of three years ago, nor of next year but one.
    else if (row.date > addMonths(on, 13) || row.date < addMonths(on, -36))
      say('date', { code: 'unlikely-date', on: row.date, issued: on }, 'fix')
    if (row.quantity === undefined) say('quantity', { code: 'missing-quantity' })
    else if (row.quantity <= 0) say('quantity', { code: 'quantity-not-positive', text: formatScaled(row.quantity, 4) })
    if (row.unitPrice === undefined) say('unitPrice', { code: 'missing-price' })
    else if (row.unitPrice < 0) say('unitPrice', { code: 'negative-price', text: formatScaled(row.unitPrice, 6, 2) })
    const vat = vatOf(row, buyer, seller, on)
    if (!vat.ok) {
      say(vat.problem.code === 'missing-reason-text' ? 'detail' : 'vatRate', vat.problem)
      continue
    }
    sayReplaced(row, vat.value, say)
    if (
      row.date === undefined ||
      row.quantity === undefined ||
      row.unitPrice === undefined ||
      row.quantity <= 0 ||
      row.unitPrice < 0
    )
      continue
    const amounts = amountsOf(row.quantity, row.unitPrice, row)
    if (row.type === 'allowance') {
      allowances.push({ rowId: row.id, label: row.label, amount: amounts.net, vat: vat.value, nature: row.nature })
      continue
    }
    lines.push({
      kind: row.type === 'deposit' ? 'deposit' : 'sale',
      rowId: row.id,
      label: row.label,
      // The words of a reason that is not the one applied are a detail like another.
      ...(row.detail === '' || vat.value.reason === 'other' ? {} : { detail: row.detail }),
      ...(row.item === '' ? {} : { itemCode: row.item }),
      quantity: row.quantity,
      unit: row.unit,
      unitCode: unitCode(row.unit),
      unitPrice: row.unitPrice,
      ...(row.discount ? { discountRate: row.discount } : {}),
      ...amounts,
      vat: vat.value,
      nature: row.type === 'disbursement' ? 'disbursement' : row.nature,
      date: row.date,
    })
  }
  return { lines, allowances, findings }
}

/** BT-131 is one exact product rounded once; BT-136 is what separates it from the undiscounted amount. */
function amountsOf(
  count: Quantity,
  price: UnitPrice,
  row: LedgerLine,
): { readonly net: Cents; readonly discount: Cents } {
  const net = lineNet(count, price, row.discount ?? rate(0))
  return { net, discount: row.discount ? minus(lineNet(count, price), net) : cents(0) }
}

/** A document never says other than what was typed without a word: each cell that gives way is named. */
function sayReplaced(
  { exemption, isItemRate, vatRate }: LedgerLine,
  { rate: applied, reason, reasonText: text = '' }: VatTreatment,
  say: (column: string, problem: DraftProblem, severity?: DraftFinding['severity']) => void,
): void {
  if (reason === undefined) return
  if (vatRate !== undefined && vatRate !== applied && !isItemRate)
    say('vatRate', { code: 'rate-replaced', rate: percentText(vatRate), reason, text }, 'fix')
  if (exemption !== undefined && exemption !== reason)
    say('exemption', { code: 'reason-replaced', typed: exemptionReason(exemption).cell ?? '', reason, text }, 'info')
}

function checkTexts(
  row: LedgerLine,
  say: (column: string, problem: DraftProblem, severity?: DraftFinding['severity']) => void,
): void {
  if (row.label === '') say('label', { code: 'missing-label' })
  else if (row.label.length > MOST_LABEL)
    say('label', { code: 'text-too-long', length: row.label.length, most: MOST_LABEL })
  else if (row.label.length < LEAST_LABEL && row.detail === '')
    say('label', { code: 'short-label', text: row.label, least: LEAST_LABEL }, 'fix')
  if (row.detail.length > MOST_DETAIL)
    say('detail', { code: 'text-too-long', length: row.detail.length, most: MOST_DETAIL })
}
