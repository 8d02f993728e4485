import { day, period } from '@tabellion/shared/calendar'
import type { CreditProblem } from '@tabellion/shared/invoicing'
import type { OrderRefusal } from '../../sheets-addon/src/orders/problems.ts'
import type { PaymentProblem } from '../../sheets-addon/src/payments/problems.ts'
import type { PlanRefusal } from '../../sheets-addon/src/plans/problems.ts'
import type { QuoteRefusal } from '../../sheets-addon/src/quotes/problems.ts'
import type { RefusalProblem } from '../../sheets-addon/src/workbook/refusal.ts'
import type { Examples } from './example.ts'

/** Those of payments, credit notes, quotes, orders and plans stand with them. */
export const refusalExamples: Examples<
  Exclude<RefusalProblem, PaymentProblem | CreditProblem | QuoteRefusal | PlanRefusal | OrderRefusal>
> = {
  'missing-tab': ['L’onglet Ventes supprimé', { tab: 'sales' }],
  'doubled-heading': ['Deux colonnes « Client » dans Ventes', { tab: 'sales', heading: 'Client' }],
  'headings-lost': ['La ligne des titres effacée', { tab: 'sales' }],
  'unreadable-event': ['Des données du journal effacées', { sequence: 12 }],
  'newer-event': ['Un journal écrit par une version plus récente', { sequence: 12, type: 'nouveau' }],
  'lock-held': ['Deux actions en même temps', {}],
  'missing-identity': ['Réglages sans SIRET', { settings: ['SIRET'] }],
  'unknown-row': ['Une ligne demandée par un identifiant inconnu', { id: 'zz' }],
  'unknown-number': ['Un numéro qui n’existe pas', { number: 'F2026-0099' }],
  'taken-over-number': ['L’envoi d’une facture reprise d’un autre outil', { number: 'A-12' }],
  'credit-not-copied': ['La copie d’un avoir', { number: 'AV2026-0001' }],
  'not-wholly-credited': ['Refaire une facture qui n’est pas annulée', { number: 'F2026-0003' }],
  'payment-key-used': ['Un autre paiement sous le même nom', { key: 'virement-7' }],
  'missing-write-off-reason': ['Irrécouvrable, sans motif', { number: 'F2026-0003' }],
  'reminder-unknown': ['Une relance demandée par un identifiant inconnu', { id: 'zz' }],
  'not-reminded': [
    'Une relance, une ligne de banque du même montant à rapprocher',
    { number: 'F2026-0003', why: 'credit', detail: '450,00 €, 20/11/2026, VIR DUPONT' },
  ],
  'notice-said': ['Une seconde mise en demeure', { number: 'F2026-0003', on: '2026-11-20' }],
  'notice-made': ['La même lettre deux fois le même jour', { number: 'F2026-0003', on: '2026-11-20' }],
  'notice-not-made': ['Un envoi noté sans lettre', { number: 'F2026-0003' }],
  'posting-date': [
    'Un envoi daté d’avant la lettre',
    { number: 'F2026-0003', on: '2026-11-18', from: '2026-11-20', today: '2026-11-25' },
  ],
  'nothing-due': ['Irrécouvrable, sur une facture payée', { number: 'F2026-0003' }],
  'issue-date-in-future': ['Une date d’émission de demain', { issueDate: '2026-11-26', today: '2026-11-25' }],
  'issue-date-too-early': [
    'Une date d’émission d’avant la dernière facture, ou l’horloge reculée',
    { issueDate: '2026-11-02', last: '2026-11-20', number: 'F2026-0007' },
  ],
  'findings-block': [
    'Tout ou rien, avec deux points bloquants',
    {
      count: 2,
      first: { code: 'missing-price', severity: 'blocking', at: { tab: 'sales', row: 12, column: 'unitPrice' } },
    },
  ],
  'preview-stale': ['Une ligne changée entre l’aperçu et l’émission', {}],
  'wrong-cell': ['Une vente ajoutée par le volet, sans prix', { tab: 'sales', column: 'unitPrice' }],
  'journal-cut': ['Une version d’avant restaurée par l’historique', { expected: 57, found: 49 }],
  'journal-altered': ['Une ligne du journal changée', { row: 15 }],
  'register-behind': ['Une version d’avant restaurée, le numéro déjà donné', { number: 'F2026-0007' }],
  'annex-differs': ['Le script collé à la main, son annexe d’une autre version', {}],
  'annex-unreadable': ['Le script collé à la main sans son annexe', {}],
  'newer-schema': ['Un fichier mis à jour, un script ancien', { found: 4, known: 3 }],
  'unknown-action': ['Une action mal écrite', { action: 'isue-invoices', nearest: 'issue-invoices' }],
  'wrong-argument': ['Une date « demain »', { argument: 'date', expected: 'une date AAAA-MM-JJ' }],
  'unknown-setting': ['Le réglage « Sirett »', { setting: 'Sirett', nearest: 'SIRET' }],
  'workbook-not-empty': ['Des données d’exemple dans un fichier qui sert', { tab: 'Ventes' }],
  'image-unreadable': ['Un logo qui est un PDF', {}],
  'image-too-large': ['Un logo de 3 Mo', { bytes: 3_000_000, most: 1_000_000 }],
  'image-cmyk': ['Un logo d’imprimeur, en CMJN', {}],
  'image-too-small': ['Un logo de 80 pixels', { width: 80, least: 300 }],
  'drive-refused': ['Drive plein, ou l’accès refusé', { reason: 'The user’s Drive storage quota has been exceeded' }],
  'import-empty': ['Un fichier CSV vide', {}],
  'import-no-column': ['Un CSV sans colonne de nom', { needed: ['Nom ou raison sociale'], found: ['Ville', 'Pays'] }],
  'obligation-settings': ['Une déclaration, sans Date de début', { settings: ['Date de début'] }],
  'unknown-deadline': ['Une échéance inconnue', { id: 'urssaf-return/2026-Q5' }],
  'unknown-mark': ['Le statut « payé » d’une échéance', { status: 'payé' }],
  'reason-needed': ['Sans objet, sans dire pourquoi', {}],
  'mark-in-future': ['Fait le mois prochain', { on: day('2026-12-20'), today: day('2026-11-25') }],
  'unknown-return-period': [
    'Un trimestre, pour une déclaration mensuelle',
    { period: '2026-Q4', known: ['2026-09', '2026-10'] },
  ],
  'period-sealed': ['Une période close deux fois', { period: period('2026-Q3'), on: day('2026-10-31') }],
  'period-not-over': ['Une période en cours', { period: period('2026-Q4'), last: day('2026-12-31') }],
  'earlier-period-open': [
    'Une période d’avant restée ouverte',
    { period: period('2026-Q3'), earlier: period('2026-Q2') },
  ],
  'book-altered': ['Un export, le livre des recettes changé à la main', { rank: '3' }],
  'export-range': ['Du 31 décembre au 1er janvier', { from: day('2026-12-31'), to: day('2026-01-01') }],
  'nothing-to-export': ['Une période sans rien', { what: 'livre des recettes' }],
  'fec-needs-siren': ['Un FEC, sans SIRET', {}],
  'no-address': ['« bonjour » comme adresse de l’application web', {}],
  'spreadsheet-address': ['L’adresse de la feuille', {}],
  'editor-address': ['L’adresse de l’éditeur de scripts', {}],
  'test-address': ['L’adresse qui finit par /dev', {}],
  'other-address': ['L’adresse d’un autre site', {}],
  'no-block': ['Un collage sans bloc', {}],
  'block-cut': ['Un bloc collé à moitié', {}],
  'block-of-another-version': ['Un bloc d’une extension plus récente', {}],
  'block-goes-the-other-way': ['Le bloc de réponses collé dans la feuille', {}],
  'no-spreadsheet': ['Google ne donne pas la feuille à l’application web', {}],
  'unknown-browser': ['La révocation d’un navigateur inconnu', {}],
  'no-line-there': ['Une ligne de Banque qui n’existe plus', { line: 'zz' }],
  'received-unread': ['Une facture reçue, lue à moitié', { field: 'date' }],
  'received-no-file': ['Une facture reçue sans son fichier', {}],
  'received-too-large': ['Une facture reçue de 20 Mo', { bytes: 20_000_000, most: 8_000_000 }],
}
