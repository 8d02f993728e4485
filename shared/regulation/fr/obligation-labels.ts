import { formatPeriod, type Period } from '@tabellion/shared/calendar'
import type { Authority, ObligationKind } from './obligation-rules.ts'

/** As people call them; the tab *Échéances*, mails and calendars say the same. */
export const authorityNames: Readonly<Record<Authority, string>> = {
  urssaf: 'Urssaf',
  dgfip: 'Impôts (impots.gouv.fr)',
  douanes: 'Douanes',
  dreets: 'Dreets',
}

export const obligationNames: Readonly<Record<ObligationKind, string>> = {
  'urssaf-return': 'Déclaration de chiffre d’affaires et paiement des cotisations',
  'urssaf-rhythm-option': 'Choix du rythme mensuel ou trimestriel de déclaration',
  'flat-income-tax-option': 'Option pour le versement libératoire de l’impôt, ou sortie',
  'cfe-initial-return': 'Déclaration initiale de CFE (1447-C-SD)',
  'cfe-deposit': 'Acompte de CFE',
  'cfe-payment': 'Paiement de la CFE',
  'income-tax-return': 'Déclaration de revenus (2042 et 2042-C-PRO)',
  'vat-ca3': 'Déclaration et paiement de la TVA (CA3)',
  'vat-ca12': 'Déclaration annuelle de TVA (CA12)',
  'vat-instalment': 'Acompte de TVA',
  des: 'Déclaration européenne de services (DES)',
  'einvoicing-reception': 'Recevoir les factures électroniques par une plateforme agréée',
  'einvoicing-issue': 'Émettre les factures aux professionnels par une plateforme agréée',
  ereporting: 'Transmission des données de vente (e-reporting)',
  'vat-regime-change': 'Changement de régime de TVA',
  'acre-request': 'Demande d’Acre',
  'income-tax-instalment': 'Acompte d’impôt sur le revenu, prélevé',
  'sap-statement': 'Attestation fiscale annuelle aux clients de services à la personne',
  'training-report': 'Bilan pédagogique et financier',
}

/** `Déclaration de chiffre d’affaires et paiement des cotisations, 1er trimestre 2026`. */
export const obligationTitle = (kind: ObligationKind, period: Period): string =>
  `${obligationNames[kind]}, ${formatPeriod(period)}`

/** Duties that can be late; the others are last days of a choice, or days on which a rule begins. */
export const canBeLate = (kind: ObligationKind): boolean =>
  ![
    'urssaf-rhythm-option',
    'flat-income-tax-option',
    'acre-request',
    'vat-regime-change',
    'income-tax-instalment',
  ].includes(kind)

/** The boxes of the Urssaf's turnover return, as its site names them. */
export const turnoverBoxes = {
  goods: 'Vente de marchandises (BIC)',
  servicesBic: 'Prestations de services commerciales ou artisanales (BIC)',
  servicesBnc: 'Autres prestations de services (BNC)',
} as const

/** Boxes of the return 2042-C-PRO, without and with the flat income tax. Not read in an official form: to be checked each spring. */
export const incomeTaxBoxes = {
  goods: { ordinary: '5KO', flat: '5TA' },
  servicesBic: { ordinary: '5KP', flat: '5TB' },
  servicesBnc: { ordinary: '5HQ', flat: '5TE' },
} as const
