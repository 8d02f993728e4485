import { addDays, type Day, endOfMonth } from './day.ts'

/**
 * A payment delay. `end-of-month`: n days, then the end of that month (the reading by default, architecture's door §5);
 * `end-of-month-then-days`: the end of the month, then n days. C. com. art. L441-10 I allows both for 45 days.
 */
export type PaymentTerm =
  | { readonly kind: 'on-receipt' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'end-of-month'; readonly days: number }
  | { readonly kind: 'end-of-month-then-days'; readonly days: number }

/** The due date of an invoice issued on `issued` (BT-9). */
export function dueDate(issued: Day, term: PaymentTerm): Day {
  switch (term.kind) {
    case 'on-receipt':
      return issued
    case 'days':
      return addDays(issued, term.days)
    case 'end-of-month':
      return endOfMonth(addDays(issued, term.days))
    case 'end-of-month-then-days':
      return addDays(endOfMonth(issued), term.days)
  }
}

/** Reads `À réception`, `30 jours`, `45 jours fin de mois`, `Fin de mois 45 jours`; undefined for anything else. */
export function parsePaymentTerm(text: string): PaymentTerm | undefined {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  if (plain === 'a reception' || plain === 'comptant') return { kind: 'on-receipt' }
  const match = /^(fin de mois )?(\d{1,3}) ?(?:j|jours?)( fin de mois)?$/.exec(plain)
  if (!match || (match[1] && match[3])) return undefined
  const days = Number(match[2])
  if (match[1]) return { kind: 'end-of-month-then-days', days }
  return match[3] ? { kind: 'end-of-month', days } : { kind: 'days', days }
}
