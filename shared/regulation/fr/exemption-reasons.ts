import { type Day, day } from '@tabellion/shared/calendar'
import { invariant } from '@tabellion/shared/kernel'
import type { Territory } from '@tabellion/shared/party'
import { type Confidence, type DatedTable, inForce, type Source } from '../dated-table.ts'
import { cgi } from './sources.ts'
import { franchiseMention } from './vat-franchise.ts'

/** Why a line bears no French VAT. */
export type ExemptionReasonId =
  | 'franchise'
  | 'construction-subcontracting'
  | 'training'
  | 'export'
  | 'intra-community-supply'
  | 'guyane-mayotte'
  | 'other'
  | 'eu-service'
  | 'non-eu-service'
  | 'overseas-goods'
  | 'disbursement'

export interface ExemptionReason {
  readonly id: ExemptionReasonId
  /** What *Motif d'exonération* shows, when the user chooses it; the others follow from client and nature. */
  readonly cell?: string
  /** Printed and BT-120; undefined for `other`, whose text the user writes in *Détail*. */
  readonly text: DatedTable<string> | undefined
  /** BT-118. `O` forbids VAT identifiers in the XML and any other category beside it (BR-O-02 to BR-O-05, BR-O-11). */
  readonly category: 'E' | 'AE' | 'K' | 'G' | 'O'
  /** BT-121, list VATEX. */
  readonly vatex?: string
  readonly source: Source
  readonly confidence: Confidence
}

const always = (text: string, source: Source, confidence: Confidence): DatedTable<string> => [
  // The CGI's articles move to the CIBS on 2027-01-01; references to the CGI hold on invoices until 2028-06-30.
  { from: day('2009-01-01'), to: day('2028-06-30'), reviewBy: day('2026-12-01'), value: text, source, confidence },
]
const reason = (
  id: ExemptionReasonId,
  category: ExemptionReason['category'],
  vatex: string | undefined,
  text: string,
  source: Source,
  confidence: Confidence,
  cell?: string,
): ExemptionReason => ({
  id,
  category,
  text: always(text, source, confidence),
  source,
  confidence,
  ...(vatex === undefined ? {} : { vatex }),
  ...(cell === undefined ? {} : { cell }),
})

/** `text` in the two reverse charges starts with the word that CGI ann. II art. 242 nonies A, I-13° prescribes. */
export const exemptionReasons: readonly ExemptionReason[] = [
  {
    id: 'franchise',
    text: franchiseMention,
    category: 'E',
    vatex: 'VATEX-FR-FRANCHISE',
    source: franchiseMention[0].source,
    confidence: 'reliable',
  },
  reason(
    'construction-subcontracting',
    'AE',
    'VATEX-FR-AE',
    'Autoliquidation – TVA due par le preneur, art. 283, 2 nonies du CGI',
    cgi('283, 2 nonies', '2026-10-10'),
    'reliable',
    'Autoliquidation – sous-traitance du bâtiment (CGI 283, 2 nonies)',
  ),
  reason(
    'training',
    'E',
    'VATEX-FR-CGI261-4',
    'Exonération de TVA, art. 261, 4-4° du CGI',
    cgi('261, 4-4°', '2026-10-10'),
    'reliable',
    'Exonération – formation professionnelle (CGI 261, 4-4°)',
  ),
  reason(
    'export',
    'G',
    'VATEX-EU-G',
    'Exonération de TVA, art. 262, I du CGI',
    cgi('262, I', '2026-10-10'),
    'reliable',
    'Exonération – exportation (CGI 262, I)',
  ),
  reason(
    'intra-community-supply',
    'K',
    'VATEX-EU-IC',
    'Exonération de TVA, livraison intracommunautaire, art. 262 ter, I du CGI',
    cgi('262 ter, I', '2026-10-10'),
    'reliable',
    'Exonération – livraison intracommunautaire (CGI 262 ter, I)',
  ),
  reason(
    'guyane-mayotte',
    'O',
    'VATEX-EU-O',
    'TVA non applicable, art. 294, 1 du CGI',
    cgi('294, 1', '2026-10-10'),
    'reliable',
    'Hors champ – Guyane, Mayotte (CGI 294, 1)',
  ),
  {
    id: 'other',
    cell: 'Autre exonération',
    text: undefined,
    category: 'E',
    source: cgi('289, I', '2026-10-10'),
    confidence: 'uncertain',
  },
  reason(
    'eu-service',
    'AE',
    'VATEX-EU-AE',
    'Autoliquidation – TVA due par le preneur, art. 283-2 du CGI et art. 196 de la directive 2006/112/CE',
    cgi('283-2 et 259-1°', '2026-10-10'),
    'reliable',
  ),
  reason(
    'non-eu-service',
    'O',
    'VATEX-EU-O',
    'TVA non applicable, art. 259-1 du CGI',
    cgi('259-1°', '2026-11-23'),
    'uncertain',
  ),
  reason(
    'overseas-goods',
    'G',
    'VATEX-EU-G',
    'Exonération de TVA en application de l’article 294 du Code général des impôts',
    cgi('294, 2', '2026-10-10'),
    'reliable',
  ),
  reason(
    'disbursement',
    'E',
    'VATEX-EU-79-C',
    'Débours, hors base de la TVA, art. 267, II, 2° du CGI',
    cgi('267, II, 2°', '2026-11-23'),
    'uncertain',
  ),
]

export function exemptionReason(id: ExemptionReasonId): ExemptionReason {
  const found = exemptionReasons.find((candidate) => candidate.id === id)
  invariant(found, `exemption reason ${id} is declared`)
  return found
}

/** The reason chosen in a cell: exact label, case and spaces aside; undefined when it is none of the list. */
export function readExemptionReason(cell: string): ExemptionReason | undefined {
  return exemptionReasons.find((candidate) => candidate.cell !== undefined && fold(candidate.cell) === fold(cell))
}

/** The printed text on that day; undefined for `other`, and after 2028-06-30 until the CIBS wording is known. */
export function exemptionText(id: ExemptionReasonId, on: Day): string | undefined {
  const { text } = exemptionReason(id)
  return text && inForce(text, on)?.value
}

/** What a line is about, as far as its VAT goes. */
export interface SaleSituation {
  readonly franchise: boolean
  readonly buyer: 'business' | 'consumer' | 'public' | 'eu' | 'nonEu'
  readonly nature: 'goods' | 'servicesBic' | 'servicesBnc' | 'disbursement'
  readonly seller: Territory
  /** Where the buyer is in France; absent abroad. */
  readonly buyerTerritory?: Territory
}

/**
 * The reason that follows from client and nature alone, before any *Motif d'exonération*; undefined: VAT is due, or the
 * user must give a reason. A franchise seller leaves the franchise only for services to businesses abroad, whose place is not
 * France (CGI 259-1°), and keeps it for goods (BOI-TVA-DECLA-40-50).
 */
export function deducedExemption(sale: SaleSituation): ExemptionReasonId | undefined {
  const service = sale.nature === 'servicesBic' || sale.nature === 'servicesBnc'
  if (sale.seller === '973' || sale.seller === '976') return 'guyane-mayotte'
  if (sale.buyer === 'eu' && service) return 'eu-service'
  if (sale.buyer === 'nonEu' && service) return 'non-eu-service'
  if (sale.franchise) return 'franchise'
  if (sale.nature === 'disbursement') return 'disbursement'
  if (sale.buyer === 'eu') return 'intra-community-supply'
  if (sale.buyer === 'nonEu') return 'export'
  if (
    sale.nature === 'goods' &&
    sale.buyerTerritory !== undefined &&
    crossesVatBorder(sale.seller, sale.buyerTerritory)
  )
    return 'overseas-goods'
  return undefined
}

const MARKETS: Readonly<Record<Territory, string>> = {
  metropolitan: 'metropolitan',
  '971': 'antilles',
  '972': 'antilles',
  '973': 'guyane',
  '974': 'réunion',
  '976': 'mayotte',
  other: 'other',
}
// Guadeloupe and Martinique are one market (CGI art. 294, 3).
const crossesVatBorder = (from: Territory, to: Territory): boolean => MARKETS[from] !== MARKETS[to]

const fold = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[–—-]/g, '-')
    .trim()
    .toLowerCase()
