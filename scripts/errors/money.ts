import { day, period } from '@tabellion/shared/calendar'
import type { CreditProblem } from '@tabellion/shared/invoicing'
import type { CellProblem } from '@tabellion/shared/ledger'
import { cents, quantity } from '@tabellion/shared/money'
import type { ExpenseProblem } from '../../sheets-addon/src/expenses/problems.ts'
import type { ImportProblem } from '../../sheets-addon/src/imports/problems.ts'
import type { MailProblem } from '../../sheets-addon/src/mail/problems.ts'
import type { ObligationProblem } from '../../sheets-addon/src/obligations/problems.ts'
import type { PaymentProblem } from '../../sheets-addon/src/payments/problems.ts'
import type { Examples } from './example.ts'

const number = 'F2026-0003'
const client = 'Brasserie du Ponant'
const amount = cents(12_000)

export const paymentExamples: Examples<PaymentProblem> = {
  'zero-payment': ['Un paiement de 0', {}],
  'missing-payment-date': ['Une ligne de Paiements sans date', {}],
  'missing-payment-amount': ['Une ligne de Paiements sans montant', {}],
  'missing-payment-method': ['Une ligne de Paiements sans mode de règlement', {}],
  'missing-payment-invoice': ['Une ligne de Paiements sans facture', {}],
  'credit-without-reference': ['Une ligne « Crédit client » sans Référence', {}],
  'unknown-invoice': ['Un paiement sur une facture qui n’existe pas', { number: 'F2026-0099' }],
  'payment-in-future': ['Un paiement daté de demain', { on: day('2026-11-26'), today: day('2026-11-25') }],
  'payment-before-issue': [
    'Un paiement daté d’avant la facture',
    { number, on: day('2026-11-02'), issued: day('2026-11-20') },
  ],
  'cash-above-cap': ['1 200 € en espèces', { number, cash: cents(120_000), cap: cents(100_000) }],
  'invoice-credited': ['Un paiement sur une facture annulée', { number, notes: ['AV2026-0001'] }],
  'credit-note-received': ['Un paiement positif sur un avoir', { number: 'AV2026-0001' }],
  'refund-too-large': ['Un remboursement de 500 € sur 120 € reçus', { number, most: amount }],
  'more-than-due': ['Un crédit de 500 € imputé sur 120 € dus', { number, most: amount }],
  'credit-of-another': [
    'Le crédit d’un client sur la facture d’un autre',
    { number, client, other: 'Éditions du Merle' },
  ],
  'fee-out-of-range': ['150 € de frais pour 120 € reçus', { fee: cents(15_000), amount }],
  'already-settled': ['Un second paiement d’une facture payée', { number, amount }],
  'kept-for-client': ['570 € reçus pour 450 €', { number, amount }],
  'received-too-much': ['570 € saisis à la main pour 450 €', { number, excess: amount }],
  'due-again': ['Un chèque repris, remboursé par un montant négatif', { number, due: amount }],
  'no-client-credit': ['Un crédit à imputer, quand le client n’en a pas', { client }],
  'client-credit': ['Une facture pour un client qui avait payé 120 € de trop', { client, amount, numbers: [number] }],
  'cash-software': ['La TVA facturée, et des clients particuliers', { consumers: 3 }],
  'unknown-payment': ['L’annulation d’un rapprochement qui n’existe pas', { payment: 'x' }],
  'credit-used': ['L’annulation d’un paiement dont le trop-perçu a servi', { number, amount }],
  'given-back-since': ['L’annulation d’un paiement remboursé depuis', { number, amount }],
  'already-recorded': ['Le même paiement demandé deux fois sous le même nom', { number, receipt: 7 }],
}

export const creditExamples: Examples<CreditProblem> = {
  'credit-of-a-credit': ['Un avoir sur un avoir', { number: 'AV2026-0001' }],
  'missing-credit-reason': ['Un avoir sans motif', { number }],
  'nothing-left-to-credit': ['Un avoir sur une facture déjà annulée', { number, credits: ['AV2026-0001'] }],
  'credit-above-rest': ['Un avoir de 500 € quand il en reste 120 €', { number, asked: cents(50_000), rest: amount }],
  'credit-not-positive': ['Un avoir de -10 €', { number }],
  'unknown-credit-line': ['Un avoir sur une ligne qui n’est pas de la facture', { number, id: 'zz' }],
  'credit-line-twice': ['La même ligne demandée deux fois', { number, id: 'a1' }],
  'credit-line-without-price': ['Un avoir sur une ligne de texte', { number, label: 'Bon de commande BC-12' }],
  'credit-quantity-above-rest': [
    'Un avoir de 3 jours sur 2 facturés',
    { number, label: 'Accompagnement', asked: quantity(30_000), rest: quantity(20_000) },
  ],
}

export const mailExamples: Examples<MailProblem> = {
  'send-unsure': [
    'Google répond une erreur inconnue, ou le passage est arrêté pendant l’envoi',
    { number, to: ['a@client.example'] },
  ],
  'client-without-email': ['Un envoi à un client sans e-mail', { number, client }],
  'wrong-recipient': ['L’adresse « compta@client »', { number, client, text: 'compta@client' }],
  'mail-quota-spent': ['Le quota du jour épuisé en cours d’envoi', { numbers: [number, 'F2026-0004'] }],
  'mail-refused': ['Google refuse l’envoi', { number, reason: 'Attachment too large' }],
  'file-differs': ['Le PDF refait n’est plus celui qui a été émis', { number }],
  'unknown-mail-token': ['« {numéro} » dans un modèle d’e-mail', { setting: 'Texte des factures', token: 'numéro' }],
}

export const importExamples: Examples<ImportProblem> = {
  'import-nameless': ['Une ligne du fichier sans nom', { line: 3 }],
  'import-known-client': ['Un client déjà présent', { line: 3, name: client }],
  'import-same-siret': ['Un autre nom, le même SIRET', { line: 3, name: 'Le Ponant', other: client }],
  'import-same-email': ['Un autre nom, le même e-mail', { line: 3, name: 'Le Ponant', other: client }],
  'import-known-number': ['Une facture déjà présente', { line: 3, number }],
  'import-settled': ['Une facture entièrement payée', { line: 3, number: 'A-12' }],
  'import-unreadable': ['La date « hier »', { line: 3, column: 'Date', text: 'hier' }],
  'import-no-vat': ['Une facture sans montant HT ni TVA', { line: 3, number: 'A-12' }],
  'import-in-future': ['Une facture datée de l’an prochain', { line: 3, number: 'A-12', on: day('2027-11-02') }],
  'import-credit-note': ['Un avoir dans le fichier', { line: 3, number: 'AV-2' }],
  'import-client-missing': ['Une facture d’un client sans fiche', { clients: [client] }],
}

export const obligationExamples: Examples<Exclude<ObligationProblem, CellProblem>> = {
  'setting-needed': ['Réglages sans Date de début', { setting: 'Date de début', why: 'elle décide de vos échéances' }],
  'setting-unreadable': [
    '« Jour de dépôt CA3 » : « fin »',
    { setting: 'Jour de dépôt CA3', text: 'fin', expected: 'un jour du mois' },
  ],
  'end-before-start': ['Une date de fin avant le début', { start: day('2026-03-01'), end: day('2026-02-01') }],
  'receipt-before-start': [
    'Un encaissement d’avant le début',
    { rank: 1, on: day('2026-02-01'), limit: day('2026-03-01') },
  ],
  'receipt-after-end': ['Un encaissement d’après la fin', { rank: 9, on: day('2026-12-01'), limit: day('2026-11-30') }],
  'nature-not-declared': ['Une vente, chez un prestataire', { rank: 4, nature: 'Vente de marchandises' }],
  'rate-unknown': ['Une période d’avant les barèmes connus', { kind: 'social', on: day('2012-01-01') }],
  'book-row-altered': ['Une ligne du livre des recettes changée', { rank: 3 }],
  'book-row-unknown': ['Une ligne ajoutée à la main au livre', { rank: '12' }],
  'book-row-missing': ['Une ligne du livre supprimée', { rank: 3, document: number }],
  'franchise-lost': [
    '41 350 € de prestations facturés en franchise depuis janvier',
    { because: 'upper-crossed', from: day('2026-05-02'), limit: cents(4_125_000) },
  ],
  'franchise-ends': [
    '38 000 € de prestations facturés en franchise depuis janvier',
    { from: day('2027-01-01'), limit: cents(3_750_000) },
  ],
  'micro-exceeded': [
    '84 000 € de prestations encaissés cette année, et moins l’an dernier',
    { of: 'services', limit: cents(8_360_000), prorated: false },
  ],
  'micro-lost': [
    '84 000 € de prestations encaissés cette année, et l’an dernier',
    { of: 'services', limit: cents(8_360_000), prorated: false, from: day('2027-01-01') },
  ],
  'earlier-turnover-open': ['Des recettes d’avant cet outil, non déclarées', { amount }],
  'purchase-incomplete': ['Un achat de marchandises sans fournisseur', { missing: ['Fournisseur'] }],
  'rate-override-unreadable': ['Un taux « beaucoup » dans Barèmes', { text: 'beaucoup' }],
  'seal-broken': ['Une période close dont le livre a changé', { period: period('2026-Q3') }],
  'document-differs': ['Un document qui ne se refait plus à l’identique', { number }],
  'no-facturx': ['Un export pour la plateforme, avec un PDF ordinaire', { number }],
  'digest-unsure': ['Le passage est arrêté pendant l’envoi du rappel', { on: day('2026-11-25') }],
  'digest-refused': ['Le quota d’e-mails épuisé', { reason: 'quota' }],
}

export const expenseExamples: Examples<ExpenseProblem> = {
  'wrong-amount': [
    'Une facture reçue dont le total est faux',
    { term: 'BT-112', found: cents(12_000), expected: cents(11_900) },
  ],
  'received-again': [
    'La même facture importée deux fois',
    { number: 'FA-118', supplier: 'Hébergement du Ponant', on: day('2026-11-12') },
  ],
  'received-differs': ['Le même numéro, un autre montant', { number: 'FA-118', before: cents(7504), now: cents(7600) }],
  'received-typed': ['Une facture déjà saisie à la main', { row: 5, supplier: 'Hébergement du Ponant' }],
  'received-foreign': ['Une facture en dollars', { currency: 'USD' }],
  'received-for-another': ['Une facture adressée à une autre entreprise', { siren: '404833048' }],
}
