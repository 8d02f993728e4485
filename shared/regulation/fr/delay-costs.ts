import { type Day, day } from '@tabellion/shared/calendar'
import { type Cents, cents, formatEuros } from '@tabellion/shared/money'
import { type Confidence, type DatedTable, inForce, type Source } from '../dated-table.ts'
import { cgi, css, page } from './sources.ts'

/** Per missing turnover return: 1.5 % of the monthly social security ceiling, rounded up to the euro. */
export const urssafMissingReturn: DatedTable<Cents> = [
  {
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    value: cents(6100),
    source: css('R613-9', '2026-11-23'),
    confidence: 'computed',
  },
  {
    from: day('2025-01-01'),
    to: day('2025-12-31'),
    value: cents(5900),
    source: css('R613-9', '2026-11-23'),
    confidence: 'computed',
  },
  {
    from: day('2024-01-01'),
    to: day('2024-12-31'),
    value: cents(5800),
    source: css('R613-9', '2026-11-23'),
    confidence: 'computed',
  },
]

/** What a delay costs, in a sentence for the tab *Échéances*. */
export interface DelayCost {
  readonly text: string
  readonly source: Source
  readonly confidence: Confidence
}
export type DelayCostId = 'urssaf' | 'income-tax' | 'vat' | 'cfe' | 'cfe-return' | 'des' | 'e-invoicing' | 'e-reporting'

const fixed: Readonly<Record<Exclude<DelayCostId, 'urssaf'>, DelayCost>> = {
  'income-tax': {
    text: 'Majoration de 10 % sans mise en demeure, 20 % dans les 30 jours qui la suivent, 40 % ensuite, et intérêts de 0,2 % par mois.',
    source: cgi('1728 et 1727', '2026-11-23'),
    confidence: 'uncertain',
  },
  vat: {
    text: 'Majoration de 5 % (paiement) ou de 10 % (dépôt), et intérêts de 0,2 % par mois.',
    source: cgi('1728, 1731 et 1727', '2026-11-23'),
    confidence: 'uncertain',
  },
  cfe: {
    text: 'Majoration de 5 % et intérêts de 0,2 % par mois.',
    source: cgi('1731 et 1727', '2026-11-23'),
    confidence: 'uncertain',
  },
  'cfe-return': {
    text: 'Amende de 150 € et taxation d’office.',
    source: cgi('1729 B', '2026-11-23'),
    confidence: 'uncertain',
  },
  des: {
    text: 'Amende de 750 €, 1 500 € sans régularisation dans les 30 jours d’une mise en demeure.',
    source: cgi('1788 A', '2026-11-23'),
    confidence: 'secondary',
  },
  'e-invoicing': {
    text: 'Sans plateforme de réception : mise en demeure de 3 mois, puis 500 €, puis 1 000 € tous les 3 mois. 50 € par facture émise hors plateforme, 15 000 € par an au plus.',
    source: cgi('1737, III', '2026-10-10'),
    confidence: 'reliable',
  },
  'e-reporting': {
    text: '500 € par transmission manquante, 15 000 € par an au plus (une version consolidée de 2027 indique 250 €).',
    source: cgi('1788 D', '2026-10-10'),
    confidence: 'uncertain',
  },
}

/** What being late on `on` costs. */
export function delayCost(id: DelayCostId, on: Day): DelayCost {
  if (id !== 'urssaf') return fixed[id]
  const missing = inForce(urssafMissingReturn, on)
  const amount = missing
    ? `${formatEuros(missing.value).replace(',00', '')} par déclaration manquante`
    : 'Pénalité de 1,5 % du plafond mensuel par déclaration manquante'
  return {
    text: `${amount} ; majoration de retard de 5 %, puis 0,2 % par mois.`,
    source: page('CSS art. R613-9 et R243-16', css('R613-9', '2026-11-23').url, '2026-11-23'),
    confidence: missing?.confidence ?? 'computed',
  }
}
