import type { Confidence, Source } from '../dated-table.ts'
import type { DelayCostId } from './delay-costs.ts'
import { articleVersion, bofip, cgi, cgiAnnex4, css, page, servicePublic, travail } from './sources.ts'

/** Whose duty it is to receive the return or the payment. `dreets` only for training providers. */
export type Authority = 'urssaf' | 'dgfip' | 'douanes' | 'dreets'

export type ObligationKind =
  | 'urssaf-return'
  | 'urssaf-rhythm-option'
  | 'flat-income-tax-option'
  | 'cfe-initial-return'
  | 'cfe-deposit'
  | 'cfe-payment'
  | 'income-tax-return'
  | 'vat-ca3'
  | 'vat-ca12'
  | 'vat-instalment'
  | 'des'
  | 'einvoicing-reception'
  | 'einvoicing-issue'
  | 'ereporting'
  | 'vat-regime-change'
  | 'acre-request'
  | 'income-tax-instalment'
  | 'sap-statement'
  | 'training-report'

/**
 * `official`: the text or the administration gives the day itself; `computed`: we counted it by the text's rule;
 * `uncertain`: sources disagree, or something about the case is unknown.
 */
export type Basis = 'official' | 'computed' | 'uncertain'

/** One rule of the calendar: what it says is in `deadlines`, where it is written is here. */
export interface ObligationRule {
  readonly kind: ObligationKind
  readonly authority: Authority
  readonly basis: Basis
  readonly source: Source
  readonly confidence: Confidence
  readonly delay?: DelayCostId
  readonly note?: string
}

const urssaf = (
  kind: ObligationKind,
  basis: Basis,
  source: Source,
  confidence: Confidence,
  note?: string,
): ObligationRule => ({
  kind,
  authority: 'urssaf',
  basis,
  source,
  confidence,
  ...(kind === 'urssaf-return' ? { delay: 'urssaf' as const } : {}),
  ...(note ? { note } : {}),
})
const dgfip = (
  kind: ObligationKind,
  basis: Basis,
  source: Source,
  confidence: Confidence,
  more: Pick<ObligationRule, 'delay' | 'note'> = {},
): ObligationRule => ({ kind, authority: 'dgfip', basis, source, confidence, ...more })

/** E-reporting of who files a CA3 each month. */
const decade = (note: string): ObligationRule =>
  dgfip('ereporting', 'computed', bofip('BOI-TVA-DECLA-20-30-50-30', '2026-09-30'), 'reliable', {
    delay: 'e-reporting',
    note,
  })

const shiftNote = 'Le report au jour ouvré suivant est une tolérance de l’Urssaf : ne l’attendez pas.'
const reportingDoubt =
  'Deux textes s’opposent sur la date (le 25, ou dix jours après la période) : le plus tôt publié est retenu.'

export const obligationRules = {
  'urssaf-monthly': urssaf('urssaf-return', 'official', css('R613-8', '2026-11-23'), 'official', shiftNote),
  'urssaf-quarterly': urssaf('urssaf-return', 'official', css('R613-8', '2026-11-23'), 'official', shiftNote),
  'urssaf-first': urssaf('urssaf-return', 'computed', css('R613-12', '2026-11-23'), 'official', shiftNote),
  'urssaf-last': urssaf('urssaf-return', 'computed', servicePublic('F20678', '2026-11-23'), 'official'),
  'urssaf-rhythm-advised': urssaf(
    'urssaf-rhythm-option',
    'uncertain',
    servicePublic('F23257', '2026-11-25'),
    'official',
    'Date de service-public ; le Code admet jusqu’au 31 janvier.',
  ),
  'urssaf-rhythm-law': urssaf(
    'urssaf-rhythm-option',
    'official',
    css('R613-7, I', '2026-11-23'),
    'official',
    'Avec la déclaration du quatrième trimestre ; service-public demande le 31 octobre précédent.',
  ),
  'urssaf-rhythm-new': urssaf(
    'urssaf-rhythm-option',
    'computed',
    css('R613-7, I', '2026-11-23'),
    'official',
    'Dans le mois qui suit la création.',
  ),
  'flat-tax-option': urssaf('flat-income-tax-option', 'official', cgi('151-0, V', '2026-11-23'), 'reliable'),
  'flat-tax-option-new': urssaf('flat-income-tax-option', 'computed', cgi('151-0, V', '2026-11-23'), 'reliable'),
  'acre-request': urssaf(
    'acre-request',
    'computed',
    css('D131-6-1, IV', '2026-11-23'),
    'official',
    'Aucun report prévu : demandez-la avant.',
  ),
  'cfe-initial': dgfip('cfe-initial-return', 'official', cgi('1477', '2026-10-04'), 'reliable', {
    delay: 'cfe-return',
  }),
  'cfe-deposit': dgfip('cfe-deposit', 'official', cgi('1679 quinquies', '2026-10-04'), 'reliable', { delay: 'cfe' }),
  'cfe-payment': dgfip('cfe-payment', 'official', cgi('1679 quinquies', '2026-10-04'), 'reliable', { delay: 'cfe' }),
  'income-tax': dgfip(
    'income-tax-return',
    'official',
    page('impots.gouv.fr, campagne de déclaration des revenus', 'https://www.impots.gouv.fr/actualite', '2026-11-23'),
    'reliable',
    { delay: 'income-tax' },
  ),
  'income-tax-unpublished': dgfip(
    'income-tax-return',
    'uncertain',
    page('impots.gouv.fr, campagne de déclaration des revenus', 'https://www.impots.gouv.fr/actualite', '2026-11-23'),
    'uncertain',
    {
      delay: 'income-tax',
      note: 'Dates non publiées (elles le sont en mars ou avril) : à confirmer, jour de la dernière campagne connue.',
    },
  ),
  'income-tax-closing': dgfip('income-tax-return', 'uncertain', cgi('201 et 202', '2026-11-23'), 'uncertain', {
    delay: 'income-tax',
    note: '60 jours après la cessation.',
  }),
  'income-tax-instalment': dgfip(
    'income-tax-instalment',
    'official',
    page(
      'Service-public, fiche F32919',
      'https://www.service-public.gouv.fr/particuliers/vosdroits/F32919',
      '2026-11-23',
    ),
    'reliable',
    { note: 'Prélevé par l’administration.' },
  ),
  'vat-ca3': dgfip('vat-ca3', 'computed', cgiAnnex4('39, 1', '2026-10-04'), 'reliable', { delay: 'vat' }),
  'vat-ca3-closing': dgfip('vat-ca3', 'uncertain', cgi('286, I-1°', '2026-11-23'), 'uncertain', {
    delay: 'vat',
    note: '30 jours après la cessation.',
  }),
  'vat-ca12': dgfip('vat-ca12', 'computed', cgi('287, 3', '2026-10-04'), 'reliable', { delay: 'vat' }),
  'vat-ca12-closing': dgfip('vat-ca12', 'uncertain', cgi('287, 4', '2026-11-23'), 'uncertain', {
    delay: 'vat',
    note: '60 jours après la cessation : à vérifier auprès de votre service des impôts.',
  }),
  'vat-instalment': dgfip('vat-instalment', 'computed', cgi('287, 3', '2026-10-04'), 'reliable', {
    delay: 'vat',
    note: 'Aucun acompte si la TVA de l’année précédente est inférieure à 1 000 €.',
  }),
  'vat-simplified-end': dgfip(
    'vat-regime-change',
    'official',
    cgi('287 (loi de finances pour 2025, art. 38)', '2026-10-04'),
    'reliable',
    { note: 'Le régime simplifié disparaît : déclaration CA3 trimestrielle par défaut.' },
  ),
  'vat-regime': dgfip(
    'vat-regime-change',
    'official',
    articleVersion('CGI art. 293 B', 'LEGIARTI000052488142', '2026-09-09'),
    'reliable',
  ),
  des: {
    kind: 'des',
    authority: 'douanes',
    basis: 'computed',
    confidence: 'secondary',
    delay: 'des',
    source: cgi('289 B', '2026-11-23'),
    note: 'Dixième jour ouvrable (du lundi au samedi) ; seulement les mois où il y a eu une prestation.',
  },
  'einvoicing-reception': dgfip('einvoicing-reception', 'official', cgi('289 bis', '2026-10-10'), 'reliable', {
    delay: 'e-invoicing',
  }),
  'einvoicing-issue': dgfip('einvoicing-issue', 'official', cgi('289 bis', '2026-10-10'), 'reliable', {
    delay: 'e-invoicing',
  }),
  'ereporting-franchise': dgfip(
    'ereporting',
    'uncertain',
    bofip('BOI-TVA-DECLA-20-30-50-30, §§ 70 à 100', '2026-09-30'),
    'reliable',
    { delay: 'e-reporting', note: `${reportingDoubt} Rien si aucune opération.` },
  ),
  'ereporting-quarterly': dgfip(
    'ereporting',
    'computed',
    bofip('BOI-TVA-DECLA-20-30-50-30', '2026-09-30'),
    'reliable',
    { delay: 'e-reporting' },
  ),
  'ereporting-first-decade': decade('Ventes du 1er au 10.'),
  'ereporting-second-decade': decade('Ventes du 11 au 20.'),
  'ereporting-third-decade': decade('Ventes du 21 à la fin du mois, et paiements du mois.'),
  'sap-statement': dgfip('sap-statement', 'official', travail('D7233-4', '2026-11-23'), 'secondary', {
    note: 'Attestation fiscale annuelle remise à chaque client.',
  }),
  'training-report': {
    kind: 'training-report',
    authority: 'dreets',
    basis: 'official',
    source: travail('R6352-23', '2026-11-23'),
    confidence: 'official',
    note: 'Bilan pédagogique et financier.',
  },
} as const satisfies Record<string, ObligationRule>

export type ObligationRuleId = keyof typeof obligationRules
export const obligationRule = (id: ObligationRuleId): ObligationRule => obligationRules[id]
