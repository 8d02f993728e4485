import { day } from '@tabellion/shared/calendar'
import type { DraftProblem } from '@tabellion/shared/invoicing'
import type { LedgerProblem } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { IntegrityProblem } from '../../sheets-addon/src/workbook/altered.ts'
import type { TwinProblem } from '../../sheets-addon/src/workbook/twins.ts'
import type { Examples } from './example.ts'

const client = 'Brasserie du Ponant'

export const draftExamples: Examples<DraftProblem> = {
  'quote-line-type': ['Un devis avec une ligne de type « Acompte »', {}],
  'missing-date': ['Une ligne cochée sans Date', {}],
  'unlikely-date': ['Une prestation datée du 20/11/2062', { on: day('2062-11-20'), issued: day('2026-11-25') }],
  'missing-label': ['Une ligne cochée sans Désignation', {}],
  'missing-quantity': ['Une ligne cochée sans Quantité', {}],
  'missing-price': ['Une ligne cochée sans Prix unitaire HT', {}],
  'missing-client': ['Une ligne cochée sans Client', {}],
  'short-label': ['La désignation « Site »', { text: 'Site', least: 5 }],
  'text-too-long': ['Une désignation de 6 000 caractères', { length: 6000, most: 5000 }],
  'quantity-not-positive': ['La quantité -1', { text: '-1' }],
  'negative-price': ['Le prix -50', { text: '-50' }],
  'unknown-client': ['Un client absent de l’onglet Clients', { client: 'Brasserie du Ponnat', nearest: client }],
  'doubled-client': ['Deux fiches du même nom', { client, rows: [4, 9] }],
  'missing-client-type': ['Une fiche sans Type', { client }],
  'missing-address': ['Une fiche sans Adresse', { client }],
  'missing-postcode': ['Une fiche en France sans Code postal', { client }],
  'missing-city': ['Une fiche sans Ville', { client }],
  'missing-client-vat-number': ['Un client UE sans N° TVA', { client: 'Atelier Nord GmbH' }],
  'wrong-client-vat-number': ['Un client UE au N° TVA « DE12 »', { client: 'Atelier Nord GmbH', text: 'DE12' }],
  'wrong-client-postcode': ['Le code postal « 1000 » d’une fiche en France', { client, text: '1000' }],
  'wrong-client-siret': ['Le SIRET « 123 456 789 00012 »', { client, text: '123 456 789 00012' }],
  'wrong-client-siren': ['Le SIREN « 123456789 »', { client, text: '123456789' }],
  'vat-in-franchise': ['Un taux de 20 % en franchise en base', { rate: '20' }],
  'missing-vat-rate': ['Un assujetti, une ligne sans Taux TVA', {}],
  'zero-rate-without-reason': ['Un taux de 0 % en France, sans motif', {}],
  'rate-with-reason': ['Un taux de 20 % et un motif d’exonération', { rate: '20' }],
  'unknown-vat-rate': ['Un taux de 19,6 %', { rate: '19.6', known: ['20', '10', '5.5', '2.1'] }],
  'rate-replaced': [
    'Un taux de 8,5 % pour des marchandises envoyées de Lyon à La Réunion',
    {
      rate: '8.5',
      reason: 'overseas-goods',
      text: 'Exonération de TVA en application de l’article 294 du Code général des impôts',
    },
  ],
  'reason-replaced': [
    '« Exonération – exportation » en franchise en base',
    {
      typed: 'Exonération – exportation (CGI 262, I)',
      reason: 'franchise',
      text: 'TVA non applicable, article 293 B du CGI',
    },
  ],
  'missing-reason-text': ['« Autre exonération » sans Détail', {}],
  'reason-expired': ['Un motif d’exonération qui n’existe plus à la date de la facture', {}],
  'mixed-line-types': ['Un acompte et une vente dans la même facture', { client }],
  'credit-row-typed': ['Une ligne de type « Avoir » saisie à la main', {}],
  'allowance-too-large': ['Une remise de 500 € sur 300 €', { label: 'Remise de bienvenue' }],
  'allowance-without-sale': ['Une remise cochée seule', {}],
  'no-sold-line': ['Seulement des lignes de type « Texte »', { client }],
  'total-not-positive': ['Un prix de 0 partout', { client }],
  'balance-without-deposit': ['Un solde sans facture d’acompte', { client }],
  'deposits-exceed-total': ['Un solde de 300 € après un acompte de 500 €', { client }],
  'several-references': ['Deux références client dans un même groupe', { client, references: ['BC-12', 'BC-14'] }],
  'term-too-long': ['Un délai de paiement de 90 jours', { client, days: 90, most: 60 }],
  'terms-not-accepted': ['Des CGV que la fiche du client ne dit pas acceptées', { client }],
  'terms-outdated': ['Des CGV dont la version a changé depuis l’accord', { client, accepted: 'v2', current: 'v3' }],
  'many-lines': ['Une facture de 140 lignes', { client, lines: 140 }],
  'missing-setting': [
    'Réglages sans Médiateur, avec un client particulier',
    { setting: 'Médiateur de la consommation' },
  ],
  'wrong-setting': [
    'Le motif de numéros « F 1 »',
    { setting: 'Motif des factures', text: 'F 1', expected: 'un motif comme F{AAAA}-{0000}' },
  ],
  'unprintable-characters': ['La désignation « Logo 日本 »', { characters: ['日', '本'] }],
}

export const ledgerExamples: Examples<LedgerProblem> = {
  'unreadable-number': ['La quantité « deux »', { text: 'deux' }],
  'ambiguous-number': ['Le prix « 1.5 » dans une feuille française', { text: '1.5' }],
  'too-many-decimals': ['La quantité 0,12345', { text: '0,12345', places: 4 }],
  'unreadable-rate': ['La remise « 150 % »', { text: '150 %' }],
  percentage: ['Le prix « 10 % »', { text: '10 %' }],
  'unreadable-date': ['La date « 31/02/2026 »', { text: '31/02/2026' }],
  'unknown-choice': ['Le type de ligne « Forfait »', { text: 'Forfait', choices: ['Vente', 'Acompte', 'Solde'] }],
  'unknown-item': ['Le code article « WEB-9 », absent d’Articles', { text: 'WEB-9' }],
  'doubled-id': ['Une ligne copiée avec sa colonne masquée', { id: 'a1', rows: [6, 12] }],
  'renamed-tab': ['L’onglet Ventes renommé', { tab: 'sales' }],
  'missing-tab': ['L’onglet Articles supprimé', { tab: 'catalog' }],
  'missing-column': ['La colonne Remise supprimée', { tab: 'sales', heading: 'Remise' }],
}

export const integrityExamples: Examples<IntegrityProblem> = {
  'cell-altered': ['Le prix d’une ligne émise changé à la main', { document: 'F2026-0003', was: '450', now: '540' }],
  'row-missing': ['Une ligne de Factures supprimée', { document: 'F2026-0003', what: 'facture' }],
  'row-added': ['Une ligne ajoutée à la main dans Factures', { document: 'F2026-0099' }],
  'row-doubled': ['Une ligne de Factures recopiée', { document: 'F2026-0003', rows: [6, 9] }],
  'journal-broken': ['Une cellule du journal changée', {}],
  'journal-shortened': ['La dernière ligne du journal supprimée', { expected: 57, found: 56 }],
  'journal-unreadable': ['Les données d’un événement effacées', {}],
}

export const twinExamples: Examples<TwinProblem> = {
  'sheet-differs': ['Une formule de Montant HT remplacée par 400', { sheet: cents(40_000), core: cents(45_000) }],
}
