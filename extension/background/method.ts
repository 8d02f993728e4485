import type { BodyInput } from '@tabellion/shared/exchange'
import { type Kind, readLabel } from '@tabellion/shared/statements'
import type { TransactionRow } from '../store/rows.ts'

const METHODS: Partial<Record<Kind, BodyInput<'record'>['method']>> = {
  'card-takings': 'card',
  card: 'card',
  'card-refund': 'card',
  'cash-deposit': 'cash',
  'cheque-deposit': 'cheque',
  cheque: 'cheque',
  'direct-debit': 'direct_debit',
}

/** How the money came, as the bank's own words tell: it is written in the receipts book. */
export const methodOf = ({ label, amountCents }: TransactionRow): BodyInput<'record'>['method'] =>
  METHODS[readLabel(label, amountCents).kind] ?? 'transfer'
