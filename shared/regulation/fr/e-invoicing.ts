import { type Day, day } from '@tabellion/shared/calendar'
import type { Confidence, Source } from '../dated-table.ts'
import { cgi, cgiAnnex2, page } from './sources.ts'

export type EInvoicingStepId =
  | 'reception'
  | 'issue'
  | 'reporting'
  | 'client-siren'
  | 'operation-nature'
  | 'delivery-address'
  | 'debits-option'

/** What begins for a micro-enterprise, franchise en base included. */
export interface EInvoicingStep {
  readonly id: EInvoicingStepId
  readonly from: Day
  readonly source: Source
  readonly confidence: Confidence
  readonly note?: string
}

const reform = cgi('289 bis et 290', '2026-10-10')
const mentions = (item: string): Source => cgiAnnex2(`242 nonies A, I-${item} (décret 2022-1299, art. 3)`, '2026-10-10')

/** Oldest first: people read a calendar forwards. Issue may not be moved by decree beyond 2027-12-01. */
export const eInvoicingCalendar: readonly EInvoicingStep[] = [
  {
    id: 'reception',
    from: day('2026-09-01'),
    source: reform,
    confidence: 'reliable',
    note: 'Par une plateforme agréée, à désigner.',
  },
  { id: 'issue', from: day('2027-09-01'), source: reform, confidence: 'reliable' },
  {
    id: 'reporting',
    from: day('2027-09-01'),
    source: page('BOI-TVA-DECLA-20-30-50-30 et BOI-TVA-DECLA-20-30-60', 'https://bofip.impots.gouv.fr/', '2026-09-30'),
    confidence: 'reliable',
  },
  { id: 'client-siren', from: day('2027-09-01'), source: mentions('1°'), confidence: 'reliable' },
  { id: 'delivery-address', from: day('2027-09-01'), source: mentions('7° bis'), confidence: 'reliable' },
  { id: 'operation-nature', from: day('2027-09-01'), source: mentions('8° bis'), confidence: 'reliable' },
  { id: 'debits-option', from: day('2027-09-01'), source: mentions('11° bis'), confidence: 'reliable' },
]

export function eInvoicingStep(id: EInvoicingStepId): EInvoicingStep {
  const [first, ...rest] = eInvoicingCalendar.filter((step) => step.id === id)
  if (!first || rest.length > 0) throw new Error(`Invariant broken: one step ${id}`)
  return first
}
/** Whether the step binds a micro-enterprise on that day. */
export const eInvoicingBinds = (id: EInvoicingStepId, on: Day): boolean => eInvoicingStep(id).from <= on
