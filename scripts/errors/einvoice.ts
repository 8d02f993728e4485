import { einvoiceVerdict, type PreflightCode } from '@tabellion/shared/documents/preflight'
import type { DocumentContent } from '@tabellion/shared/invoicing'
import { cents, quantity, rate, unitPrice } from '@tabellion/shared/money'
import {
  allowances,
  business,
  provocations,
  withLine,
  withTotals,
} from '../../shared/documents/fixtures/provocations.ts'
import { einvoiceText } from '../../sheets-addon/src/messages/einvoice.ts'
import { typeset } from '../../sheets-addon/src/messages/typography.ts'
import type { Entry } from './example.ts'

/** What someone did. The document that shows it is the pre-flight's own provocation: the sentence is what the real check says of it. */
const inputs: Readonly<Record<PreflightCode, string>> = {
  'wrong-document-number': 'Un motif qui donne le numéro « N° 12 »',
  'date-out-of-range': 'Une échéance en 2100',
  'due-before-issue': 'Une échéance avant l’émission',
  'period-reversed': 'Une période qui finit avant de commencer',
  'paid-after-issue': 'Une facture qui se dit payée après son émission',
  'missing-party-text': 'Un nom vide dans Réglages',
  'missing-siren': 'Une entreprise française sans SIREN',
  'wrong-siren': 'Un SIREN à la clé fausse',
  'wrong-siret': 'Un SIRET à la clé fausse',
  'wrong-vat-number': 'Un N° TVA mal formé',
  'siret-of-another': 'Le SIRET d’une autre entreprise que le SIREN',
  'vat-number-of-another': 'Le N° TVA d’une autre entreprise',
  'missing-vat-number': 'La TVA facturée sans N° TVA',
  'missing-electronic-address': 'Un client étranger sans N° TVA ni e-mail',
  'consumer-without-email': 'Un particulier sans e-mail',
  'wrong-email': 'Une adresse e-mail sans @',
  'document-without-line': 'Un document sans ligne à payer',
  'line-without-label': 'Une désignation vide',
  'quantity-zero': 'Une quantité nulle',
  'line-price-negative': 'Un prix négatif',
  'discount-too-large': 'Une remise de plus de 100 %',
  'allowance-not-positive': 'Une remise au montant négatif',
  'unknown-unit': 'Une unité sans code européen',
  'rate-not-french': 'Un taux de 19 %',
  'rate-of-another-category': 'Un taux et un motif d’exonération',
  'missing-exemption-reason': 'Une ligne sans TVA, sans dire pourquoi',
  'vat-charged-in-franchise': 'La TVA facturée en franchise',
  'several-exemption-reasons': 'Deux motifs d’exonération',
  'outside-scope-mixed': 'Une ligne hors champ parmi d’autres',
  'missing-delivery-date': 'Une livraison dans l’UE sans date',
  'wrong-line-amount': 'Un montant de ligne qui ne suit pas',
  'wrong-total': 'Un total qui ne suit pas',
  'document-not-positive': 'Un total nul',
  'negative-vat-base': 'Une remise plus grande que son taux',
  'prepaid-exceeds-total': 'Des acomptes au-delà du total',
  'wrong-iban': 'Un IBAN à la clé fausse',
  'wrong-bic': 'Un BIC de 5 lettres',
  'incomplete-direct-debit': 'Un prélèvement sans mandat',
  'missing-payment-terms': 'Une facture sans échéance',
  'missing-mention': 'Une mention obligatoire absente',
  'missing-reference': 'Une rectificative qui ne dit pas de quoi',
  'several-references': 'Une rectificative de deux factures',
  'wrong-reference': 'Une facture d’origine au numéro refusé',
}

/** Wrong in more than one way at once, hence no provocation of one problem alone. */
const more: Partial<Record<string, DocumentContent>> = {
  'document-without-line': { ...business, lines: [] },
  'quantity-zero': withLine({ quantity: quantity(0) }),
  'line-price-negative': withLine({ unitPrice: unitPrice(-1) }),
  'discount-too-large': withLine({ discountRate: rate(100_001) }),
  'allowance-not-positive': {
    ...allowances,
    allowances: allowances.allowances.map((allowance) => ({ ...allowance, amount: cents(-100) })),
  },
  'wrong-line-amount': withLine({ net: cents(119_999) }),
  'document-not-positive': withTotals({ gross: cents(0) }),
  'negative-vat-base': { ...business, vatGroups: business.vatGroups.map((group) => ({ ...group, base: cents(-1) })) },
}

export const einvoiceEntries = (): readonly Entry[] =>
  Object.entries(inputs).map(([code, input]) => entryOf(code, input))

function entryOf(code: string, input: string): Entry {
  const makers = Object.entries(provocations).find(([key]) => key === code)?.[1] ?? []
  for (const document of [...makers.map((make) => make()), more[code] ?? business]) {
    const { reasons } = einvoiceVerdict(document, code === 'wrong-document-number' ? 'N° 12' : undefined)
    const reason = reasons.find((one) => one.code === code)
    if (reason === undefined) continue
    const text = einvoiceText(reason, { client: document.buyer.name })
    return { code, input, sentence: typeset(text.charAt(0).toUpperCase() + text.slice(1)) }
  }
  throw new Error(`nothing provokes ${code}`)
}
