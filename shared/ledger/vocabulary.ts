import type { ActivityNature, ClientType, InvoiceKind, LineType, TradePreset } from '@tabellion/shared/invoicing'
import { headingKey } from './table.ts'

/** One enumeration in both tongues: identifiers in code, French labels in cells (features F.2). */
export interface Vocabulary<Id extends string> {
  readonly labels: Readonly<Record<Id, string>>
  /** Without case and accents; undefined for anything else. */
  parse(text: string): Id | undefined
}

function vocabulary<Id extends string>(
  labels: Readonly<Record<Id, string>>,
  aliases: Readonly<Record<string, Id>> = {},
): Vocabulary<Id> {
  const byLabel = new Map<string, Id>()
  for (const [id, label] of Object.entries(labels) as [Id, string][]) byLabel.set(headingKey(label), id)
  for (const [alias, id] of Object.entries(aliases)) byLabel.set(headingKey(alias), id)
  return { labels, parse: (text) => byLabel.get(headingKey(text)) }
}

export const invoiceKinds = vocabulary<InvoiceKind>({
  standard: 'Facture',
  deposit: 'Acompte',
  balance: 'Solde',
  credit: 'Avoir',
})

export const clientTypes = vocabulary<ClientType>(
  { business: 'Professionnel', consumer: 'Particulier', public: 'Administration', eu: 'UE', nonEu: 'Hors UE' },
  { entreprise: 'business', 'union europeenne': 'eu', 'hors union europeenne': 'nonEu' },
)

export const natures = vocabulary<ActivityNature>({
  goods: 'Vente de marchandises',
  servicesBic: 'Prestation BIC',
  servicesBnc: 'Prestation BNC',
  disbursement: 'Débours',
})

export const lineTypes = vocabulary<LineType>({
  sale: 'Vente',
  deposit: 'Acompte',
  balance: 'Solde',
  credit: 'Avoir',
  allowance: 'Remise',
  disbursement: 'Débours',
  text: 'Texte',
})

export type LineStatus = 'draft' | 'quoted' | 'quoteSent' | 'accepted' | 'ready' | 'invoiced' | 'settled' | 'credited'
export const lineStatuses = vocabulary<LineStatus>({
  draft: 'Saisie',
  quoted: 'Au devis',
  quoteSent: 'Devis envoyé',
  accepted: 'Accepté',
  ready: 'À facturer',
  invoiced: 'Facturé',
  settled: 'Payé',
  credited: 'Avoir',
})

export type InvoiceStatus =
  | 'issued'
  | 'sent'
  | 'overdue'
  | 'partiallyPaid'
  | 'paid'
  | 'overpaid'
  | 'credited'
  | 'creditIssued'
  | 'creditSettled'
  | 'disputed'
  | 'handedOver'
  | 'uncollectible'
export const invoiceStatuses = vocabulary<InvoiceStatus>({
  issued: 'Émise',
  sent: 'Envoyée',
  overdue: 'En retard',
  partiallyPaid: 'Partiellement payée',
  paid: 'Payée',
  overpaid: 'Trop-perçu',
  credited: 'Soldée par avoir',
  creditIssued: 'Avoir émis',
  creditSettled: 'Avoir soldé',
  disputed: 'En litige',
  handedOver: 'Confiée au recouvrement',
  uncollectible: 'Irrécouvrable',
})

/** features F.2, from Augias. */
export type CreditReason = 'cancellation' | 'return' | 'rebate' | 'goodwill' | 'correction'
export const creditReasons = vocabulary<CreditReason>({
  cancellation: 'Annulation',
  return: 'Retour',
  rebate: 'Ristourne',
  goodwill: 'Geste commercial',
  correction: 'Correction d’erreur',
})

export type PaymentMethod = 'transfer' | 'cheque' | 'card' | 'cash' | 'direct_debit' | 'online' | 'other'
export const paymentMethods = vocabulary<PaymentMethod>({
  transfer: 'Virement',
  cheque: 'Chèque',
  card: 'Carte',
  cash: 'Espèces',
  direct_debit: 'Prélèvement',
  online: 'Paiement en ligne',
  other: 'Autre',
})

export type DeadlineStatus = 'upcoming' | 'toPrepare' | 'toDo' | 'done' | 'late' | 'notApplicable'
export const deadlineStatuses = vocabulary<DeadlineStatus>({
  upcoming: 'À venir',
  toPrepare: 'À préparer',
  toDo: 'À faire',
  done: 'Fait',
  late: 'En retard',
  notApplicable: 'Sans objet',
})

/** How sure a value of *Barèmes* is, and whose it is. */
export type RateStatus = 'checked' | 'toCheck' | 'changed'
export const rateStatuses = vocabulary<RateStatus>({
  checked: 'Vérifié',
  toCheck: 'À vérifier',
  changed: 'Modifié par vous',
})

export const trades = vocabulary<TradePreset>(
  {
    consultant: 'Consultant',
    creative: 'Graphiste',
    craftsman: 'Artisan',
    shop: 'Commerce',
    trainer: 'Formateur',
    personalServices: 'Services à la personne',
    photographer: 'Photographe',
  },
  { 'graphiste/creatif': 'creative', 'artisan/btp': 'craftsman' },
)

export type BankStatus = 'unmatched' | 'matched' | 'partial' | 'ignored' | 'possibleDuplicate'
export const bankStatuses = vocabulary<BankStatus>({
  unmatched: 'À rapprocher',
  matched: 'Rapproché',
  partial: 'Partiel',
  ignored: 'À ignorer',
  possibleDuplicate: 'Doublon possible',
})

/** A part of a payment plan (features E.7). */
export const instalmentStatuses = vocabulary({
  upcoming: 'À venir',
  paid: 'Payée',
  late: 'En retard',
  cancelled: 'Annulée',
})

/** features F.2. */
export type QuoteStatus = 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'partlyInvoiced' | 'invoiced'
export const quoteStatuses = vocabulary<QuoteStatus>({
  draft: 'Brouillon',
  sent: 'Envoyé',
  accepted: 'Accepté',
  declined: 'Refusé',
  expired: 'Expiré',
  partlyInvoiced: 'Facturé en partie',
  invoiced: 'Facturé',
})
/** How far an order has come: what its quote and its invoice say, once it has them. */
export const orderStatuses = vocabulary({
  received: 'Reçue',
  toReview: 'À revoir',
  duplicate: 'Doublon',
  taken: 'Dans Ventes',
  draft: 'Devis créé',
  sent: 'Devis envoyé',
  accepted: 'Acceptée',
  declined: 'Refusée',
  expired: 'Devis expiré',
  partlyInvoiced: 'Facturée en partie',
  invoiced: 'Facturée',
  paid: 'Payée',
})
export type OrderStatus = keyof typeof orderStatuses.labels

export type ReminderStatus = 'planned' | 'toApprove' | 'sending' | 'made' | 'sent' | 'suspended' | 'moot' | 'failed'
export const reminderStatuses = vocabulary<ReminderStatus>({
  planned: 'Prévue',
  toApprove: 'À valider',
  sending: 'En cours',
  made: 'À poster',
  sent: 'Envoyée',
  suspended: 'Suspendue',
  moot: 'Sans objet',
  failed: 'Échec',
})

export const reminderModes = vocabulary<'automatic' | 'toApprove' | 'never'>(
  { automatic: 'Automatiques', toApprove: 'À valider', never: 'Jamais' },
  { automatique: 'automatic' },
)

export const channels = vocabulary<'mail' | 'post' | 'registered' | 'phone'>({
  mail: 'E-mail',
  post: 'Courrier',
  registered: 'Recommandé',
  phone: 'Téléphone',
})

/** *Niveau* of *Relances*, from 0 on. */
export const reminderLevelLabels = [
  'Avant échéance',
  'Relance courtoise',
  'Relance ferme',
  'Mise en demeure',
  'Recouvrement',
] as const
