import { type Day, formatDay } from '@tabellion/shared/calendar'
import { type Cents, formatEuros, type Rate } from '@tabellion/shared/money'
import { inForce, type Source } from '../dated-table.ts'
import { eInvoicingBinds, eInvoicingStep } from './e-invoicing.ts'
import { type ExemptionReasonId, exemptionReason, exemptionText } from './exemption-reasons.ts'
import { recoveryFee } from './late-payment.ts'
import { discountSource, discountText, penaltySource, penaltyText, recoveryFeeText } from './payment-mentions.ts'
import { type QuoteMentionId, type QuoteWords, quoteMentions } from './quote-mentions.ts'
import { bofip, cgiAnnex2, commerce, conso, page } from './sources.ts'
import { franchiseMentionOn } from './vat-franchise.ts'

export type MentionId =
  | 'ei-name'
  | 'siren'
  | 'rcs'
  | 'vat-franchise'
  | 'vat-exemption'
  | 'reverse-charge'
  | 'debits'
  | 'penalty'
  | 'recovery-fee'
  | 'discount'
  | 'insurance'
  | 'mediator'
  | 'credit-reference'
  | 'operation-nature'
  | 'deposit-reference'
  | QuoteMentionId

/** Everything a mention depends on. */
export interface MentionContext {
  readonly document: 'standard' | 'deposit' | 'balance' | 'credit' | 'quote'
  /** Issue date: the law of that day, frozen with the document. */
  readonly on: Day
  readonly seller: {
    /** The person's name, « EI » typed or not. */
    readonly name: string
    /** SIREN or SIRET, formatted for reading. */
    readonly siret: string
    readonly franchise: boolean
    /** Registry town, only when registered in the RCS. */
    readonly rcsTown?: string
    readonly vatOnDebits: boolean
    readonly craftsman: boolean
    /** Insurer, contact and territorial cover, as the user wrote them. */
    readonly insurance?: string
    /** Name, address and site, as the user wrote them. */
    readonly mediator?: string
  }
  readonly buyer: 'business' | 'consumer' | 'public' | 'eu' | 'nonEu'
  /** Agreed yearly rate; absent: ECB + 10 points (public buyers: + 8). */
  readonly penaltyRate?: Rate
  /** *Réglages › Escompte*; empty: none. */
  readonly discount: string
  readonly natures: readonly ('goods' | 'servicesBic' | 'servicesBnc' | 'disbursement')[]
  /** Reasons of the lines, in the order of the document; empty: VAT on every line (or a franchise document without line yet). */
  readonly exemptions: readonly ExemptionReasonId[]
  /** Texts the user wrote in *Détail* for the reason `other`. */
  readonly otherExemptionTexts?: readonly string[]
  /** Of a credit note: what it corrects. */
  readonly corrects?: { readonly number: string; readonly issued: Day; readonly deposit: boolean }
  /** Of a balance: each deposit it deducts. */
  readonly deposits?: readonly { readonly number: string; readonly issued: Day; readonly amount: Cents }[]
  /** Of a quote. */
  readonly quote?: QuoteWords
}

/** One sentence to print, frozen at issue. */
export interface Mention {
  readonly id: MentionId
  readonly text: string
  readonly block: 'seller' | 'vat' | 'payment' | 'trade'
  readonly source: Source
}

/** « Camille Martin EI »: the person's name with « EI » once, whatever was typed. C. com. art. R526-27. */
export function nameWithEi(name: string): string {
  const trimmed = name.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
  const marked = /(^|[\s(–-])(EI|E\.I\.|Entrepreneur individuel|Entrepreneuse individuelle)($|[\s),–-])/i.test(trimmed)
  return marked || trimmed === '' ? trimmed : `${trimmed} EI`
}

/** The mentions the document must carry, block by block, in the order they are printed. */
export function mentionsFor(context: MentionContext): readonly Mention[] {
  return [
    ...sellerMentions(context),
    ...referenceMentions(context),
    ...vatMentions(context),
    ...paymentMentions(context),
    ...tradeMentions(context),
    ...(context.quote ? quoteMentions(context.quote, context.buyer === 'consumer') : []),
  ]
}

/** As it is read aloud, with spaces that do not break. */
const grouped = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')

function sellerMentions({ seller }: MentionContext): Mention[] {
  const mentions: Mention[] = [
    { id: 'ei-name', text: nameWithEi(seller.name), block: 'seller', source: commerce('R526-27', '2026-10-10') },
    {
      id: 'siren',
      text: `SIRET ${grouped(seller.siret)}`,
      block: 'seller',
      source: commerce('R123-237, 1°', '2026-10-10'),
    },
  ]
  // A craftsman only in the national register, or a liberal profession, has no such line: never print « RM » or a dispense.
  if (seller.rcsTown)
    mentions.push({
      id: 'rcs',
      text: `RCS ${seller.rcsTown}`,
      block: 'seller',
      source: commerce('R123-237, 2°', '2026-10-10'),
    })
  return mentions
}

function referenceMentions({ document, corrects, deposits = [] }: MentionContext): Mention[] {
  if (document === 'credit' && corrects)
    return [
      {
        id: 'credit-reference',
        text: `Cet avoir rectifie la facture${corrects.deposit ? ' d’acompte' : ''} n°\u00a0${corrects.number} du ${formatDay(corrects.issued)}\u00a0: il en réduit d’autant le montant dû.`,
        block: 'trade',
        source: bofip('CGI art. 289, I-5 ; BOI-TVA-DECLA-30-20-20-20, §§ 210 à 260', '2026-10-10'),
      },
    ]
  if (document !== 'balance') return []
  return deposits.map((deposit) => ({
    id: 'deposit-reference',
    text: `Acompte déduit\u00a0: facture n°\u00a0${deposit.number} du ${formatDay(deposit.issued)}, ${formatEuros(deposit.amount)}`,
    block: 'trade',
    source: bofip('BOI-TVA-DECLA-30-20-20-10, § 60', '2026-10-10'),
  }))
}

function vatMentions(context: MentionContext): Mention[] {
  const { document, exemptions, natures, on, seller } = context
  const reasons = exemptions.length === 0 && seller.franchise ? (['franchise'] as const) : exemptions
  const mentions: Mention[] = []
  for (const id of new Set(reasons)) {
    const { category, source } = exemptionReason(id)
    if (id === 'franchise') {
      const entry = franchiseMentionOn(on)
      if (entry) mentions.push({ id: 'vat-franchise', text: entry.value, block: 'vat', source: entry.source })
      continue
    }
    const texts = id === 'other' ? (context.otherExemptionTexts ?? []) : [exemptionText(id, on)]
    for (const text of texts)
      if (text)
        mentions.push({ id: category === 'AE' ? 'reverse-charge' : 'vat-exemption', text, block: 'vat', source })
  }
  const services = natures.includes('servicesBic') || natures.includes('servicesBnc')
  if (seller.vatOnDebits && !seller.franchise && services && document !== 'quote')
    mentions.push({
      id: 'debits',
      text: 'Option pour le paiement de la taxe d’après les débits',
      block: 'vat',
      source: cgiAnnex2('242 nonies A, I-11° bis', '2026-10-10'),
    })
  return mentions
}

function paymentMentions({ buyer, discount, document, on, penaltyRate }: MentionContext): Mention[] {
  // A quote asks for nothing yet, a credit note neither.
  if (document === 'quote' || document === 'credit') return []
  const mentions: Mention[] = []
  const trimmed = discount.trim()
  if (buyer !== 'consumer' || trimmed !== '')
    mentions.push({ id: 'discount', text: discountText(trimmed), block: 'payment', source: discountSource })
  // C. com. art. L441-10 binds professionals only; a consumer owes the legal interest from a formal notice (C. civ. art. 1231-6).
  if (buyer === 'consumer') return mentions
  const payer = buyer === 'public' ? 'public' : 'business'
  mentions.push({
    id: 'penalty',
    text: penaltyText(payer, on, penaltyRate),
    block: 'payment',
    source: penaltySource(payer),
  })
  const fee = inForce(recoveryFee, on)
  if (fee) mentions.push({ id: 'recovery-fee', text: recoveryFeeText(fee.value), block: 'payment', source: fee.source })
  return mentions
}

function tradeMentions({ buyer, document, natures, on, seller }: MentionContext): Mention[] {
  const mentions: Mention[] = []
  const nature = operationNature(natures)
  if (nature && document !== 'quote' && eInvoicingBinds('operation-nature', on))
    mentions.push({
      id: 'operation-nature',
      text: nature,
      block: 'trade',
      source: eInvoicingStep('operation-nature').source,
    })
  if (seller.insurance && document !== 'credit')
    mentions.push({
      id: 'insurance',
      text: `Assurance professionnelle\u00a0: ${seller.insurance}`,
      block: 'trade',
      source: page(
        'Loi 96-603, art. 22-2 (C. de l’artisanat, art. L132-1) ; C. assur. art. L243-2',
        'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000193678/',
        '2026-10-10',
      ),
    })
  if (seller.mediator && buyer === 'consumer' && document !== 'credit')
    mentions.push({
      id: 'mediator',
      text: `Médiateur de la consommation\u00a0: ${seller.mediator}`,
      block: 'trade',
      source: conso('L612-1 et L616-1', '2026-10-10'),
    })
  return mentions
}

/** No wording is prescribed: CGI ann. II art. 242 nonies A, I-8° bis only asks which of the two, or both. */
export function operationNature(natures: MentionContext['natures']): string | undefined {
  const goods = natures.includes('goods')
  const services = natures.includes('servicesBic') || natures.includes('servicesBnc')
  if (goods && services) return 'Opérations mixtes\u00a0: livraison de biens et prestation de services'
  if (goods) return 'Livraison de biens'
  return services ? 'Prestation de services' : undefined
}
