import type { InvoiceKind } from './document.ts'

/** What a credit note calls the invoice that it corrects. */
export const invoiceName = (kind: InvoiceKind): string => (kind === 'deposit' ? 'facture d’acompte' : 'facture')
