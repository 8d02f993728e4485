import type { ReceptionProblem } from '@tabellion/shared/documents/reception'
import { cents } from '@tabellion/shared/money'
import type { RowProblem, StatementProblem } from '@tabellion/shared/statements'
import type { Examples } from './example.ts'

export const receptionExamples: Examples<ReceptionProblem> = {
  'unknown-file': ['Une photo de facture', {}],
  'plain-pdf': ['Un PDF ordinaire', {}],
  'no-invoice-inside': ['Un PDF avec une autre pièce jointe', { names: ['conditions.pdf'] }],
  'broken-attachment': ['Un Factur-X dont la pièce jointe est abîmée', { name: 'factur-x.xml' }],
  'broken-pdf': ['Un PDF coupé en route', {}],
  'encrypted-pdf': ['Un PDF protégé par un mot de passe', {}],
  'broken-xml': ['Un XML coupé en route', { at: 900 }],
  'xml-with-doctype': ['Un XML avec des entités', {}],
  'not-an-invoice': ['Le XML d’un bon de commande', { root: 'Order' }],
  'obsolete-format': ['Un ZUGFeRD de 2014', {}],
  'unknown-profile': ['Un profil inconnu', { profile: 'urn:exemple' }],
  'missing-fact': ['Une facture sans numéro', { term: 'BT-1' }],
  'unreadable-fact': ['La date « 2026-02-31 »', { term: 'BT-2', text: '2026-02-31' }],
}

const label = 'VIR SEPA BRASSERIE DU PONANT'

export const statementExamples: Examples<StatementProblem> = {
  'empty-file': ['Un relevé vide', {}],
  'too-large': ['Un fichier de 60 Mo', { bytes: 60_000_000, limit: 20_000_000 }],
  'foreign-file': ['Le PDF du relevé', { what: 'pdf', bank: 'bnp-paribas' }],
  'truncated-file': ['Un OFX coupé', { format: 'ofx', line: 120 }],
  'damaged-file': ['Un classeur abîmé', { format: 'xlsx' }],
  'protected-file': ['Un classeur protégé par un mot de passe', { format: 'xlsx' }],
  'date-order-unknown': ['Un QIF où rien ne dit le jour et le mois', { format: 'qif', example: '03/04/2026' }],
  'no-readable-row': [
    'Un CSV dont aucune date ne se lit',
    { format: 'csv', rows: 12, first: { code: 'unreadable-date', line: 2, text: 'lundi', label } },
  ],
}

export const statementRowExamples: Examples<RowProblem> = {
  'missing-date': ['Une opération sans date', { line: 4, label }],
  'unreadable-date': ['La date « lundi »', { line: 4, text: 'lundi', label }],
  'missing-amount': ['Une opération sans montant', { line: 4, label }],
  'unreadable-amount': ['Le montant « N/A »', { line: 4, text: 'N/A', label }],
  'not-executed': ['Un virement refusé', { line: 4, status: 'FAILED', label }],
  'no-transaction': ['Une ligne de commentaire', { line: 4, text: 'Solde au 25/11' }],
  'unreadable-record': ['Un enregistrement CFONB abîmé', { line: 4, text: '04…' }],
  'balance-mismatch': [
    'Un solde qui ne suit pas',
    { line: 9, expectedCents: cents(120_000), foundCents: cents(110_000) },
  ],
  'doubtful-sign': [
    'Un achat par carte inscrit en crédit',
    { line: 4, amountCents: cents(4990), label: 'CB LIBRAIRIE' },
  ],
  'unknown-sign': ['Un montant dont rien ne dit le sens', { line: 4, amountCents: cents(4990), label }],
  'member-refused': [
    'Une archive avec un fichier étranger',
    { member: 'lisez-moi.txt', problem: { code: 'empty-file' } },
  ],
}
