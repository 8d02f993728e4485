import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import type { QuoteProblem, QuoteRefusal } from '../../sheets-addon/src/quotes/problems.ts'
import type { Examples } from './example.ts'

const number = 'D2026-0004'
const client = 'Zoé Martel'

export const quoteExamples: Examples<QuoteProblem> = {
  'quote-accepted': ['Une ligne d’un devis accepté, cochée pour un autre devis', { number }],
  'quote-waste-missing': ['Un devis de travaux sans gestion des déchets', { client }],
  'quote-mediator-missing': ['Un devis ou une mise en demeure à un particulier, sans médiateur', { client }],
  'same-patterns': [
    'Le même motif pour devis et factures',
    { setting: 'Motif des devis', other: 'Motif des factures' },
  ],
  'deposit-kept': ['Un acompte plus grand que ce qui est facturé', { number }],
  'deposit-deducted': [
    'Un avoir sur un acompte que la facture de solde a déduit',
    { number: 'F2026-0001', balances: ['F2026-0002'], lost: cents(36_000) },
  ],
}

export const quoteRefusalExamples: Examples<QuoteRefusal> = {
  'unknown-quote': ['Un devis qui n’existe pas', { number: 'D2026-0099' }],
  'quote-expired': [
    'Un devis accepté après sa validité',
    { number, validUntil: day('2026-11-20'), on: day('2026-11-25') },
  ],
  'quote-declined': ['L’acceptation d’un devis refusé', { number }],
  'quote-not-accepted': ['La facture d’un devis qui n’est pas accepté', { number }],
  'quote-billed': ['La facture d’un devis déjà facturé', { number }],
  'quote-without-row': ['Une nouvelle version d’un devis sans ligne', { number }],
  'quote-already-accepted': ['Un devis accepté deux fois', { number, on: day('2026-11-10') }],
  'quote-date': [
    'Une acceptation datée d’avant le devis',
    { number, on: day('2026-10-01'), from: day('2026-11-01'), today: day('2026-11-25') },
  ],
  'deposit-above-rest': ['Un acompte de 900 € sur 450 €', { number, asked: cents(90_000), rest: cents(45_000) }],
  'deposit-missing': ['Un acompte, sans pourcentage ni montant', { number }],
  'deposit-not-positive': ['Un acompte de 0 %', { number }],
  'deposit-too-early': [
    'Un acompte dans les sept jours d’une signature à domicile',
    { number, from: day('2026-11-28') },
  ],
}
