import { lazily } from '@tabellion/shared/kernel'
import { type Cents, formatEuros, formatScaled, type Rate } from '@tabellion/shared/money'
import type { DatedEntry, DatedTable } from '../dated-table.ts'
import { acreRates, acreRequestDays, acreTurnoverCap } from './acre.ts'
import { cashCeiling } from './cash.ts'
import { urssafMissingReturn } from './delay-costs.ts'
import { exemptionReasons } from './exemption-reasons.ts'
import { incomeTaxCampaigns } from './income-tax-calendar.ts'
import { halfYearRates, recoveryFee } from './late-payment.ts'
import { chamberTax, chamberTaxExemption, flatIncomeTax, flatIncomeTaxIncomeCap, trainingLevy } from './levies.ts'
import { microCeilings, otherThresholds } from './micro-ceilings.ts'
import { paymentCeilings, publicPaymentDays } from './payment-terms.ts'
import { orderToPayMonths, smallClaimsCap } from './recovery.ts'
import { taxRetentionYears } from './retention.ts'
import { overseasRates, socialRates } from './social-rates.ts'
import { simplifiedInstalments } from './vat-filing.ts'
import { franchiseMention, vatThresholds } from './vat-franchise.ts'
import { vatRates } from './vat-rates.ts'

/** One dated table as the tab *Barèmes* lists it. */
export interface LawTable {
  readonly key: string
  readonly label: string
  /** The activity it is about, when it is about one. */
  readonly activity?: string
  /** Whether each half-year or each year must have its own entry; absent: an entry holds until a newer one. */
  readonly coverage?: 'half-year' | 'year'
  readonly entries: readonly LawEntry[]
}
export interface LawEntry extends Omit<DatedEntry<unknown>, 'value'> {
  readonly text: string
}

const ACTIVITIES = {
  goods: 'Ventes',
  servicesBic: 'Services BIC',
  servicesBnc: 'BNC',
  bncSsi: 'BNC (SSI)',
  bncCipav: 'BNC (Cipav)',
} as const
const TERRITORIES = {
  metropolitan: 'métropole',
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '976': 'Mayotte',
} as const

const percentage = (value: Rate): string => `${formatScaled(value, 3)}\u00a0%`
const euros = (value: Cents): string => formatEuros(value).replace(',00', '')
const days = (value: number): string => `${value} jours`

function table<Value>(
  key: string,
  label: string,
  source: DatedTable<Value>,
  show: (value: Value) => string,
  more: Pick<LawTable, 'activity' | 'coverage'> = {},
): LawTable {
  return { key, label, ...more, entries: source.map(({ value, ...entry }) => ({ ...entry, text: show(value) })) }
}
/** One table by member of a record of tables. */
function tables<Key extends string, Value>(
  key: string,
  label: string,
  sources: Readonly<Record<Key, DatedTable<Value>>>,
  show: (value: Value) => string,
  names?: Readonly<Partial<Record<Key, string>>>,
): LawTable[] {
  return (Object.entries(sources) as [Key, DatedTable<Value>][]).map(([member, source]) => {
    const name = names?.[member]
    return table(
      `${key}.${member}`,
      name === undefined ? `${label} (${member})` : label,
      source,
      show,
      name === undefined ? {} : { activity: name },
    )
  })
}

const CHAMBERS = {
  'cci-services': 'Services, CCI',
  'cci-goods': 'Ventes, CCI',
  'cma-services': 'Services, CMA',
  'cma-goods': 'Ventes, CMA',
  'cma-services-alsace': 'Services, CMA (67, 68)',
  'cma-goods-alsace': 'Ventes, CMA (67, 68)',
  'cma-services-moselle': 'Services, CMA (57)',
  'cma-goods-moselle': 'Ventes, CMA (57)',
} as const
const TRAINING = { trader: 'Commerçant', craftsman: 'Artisan', servicesBic: 'Services BIC', bnc: 'BNC' } as const

/** Every dated value that the product uses, for the tab *Barèmes* and for `npm run law:due`. */
export const lawTables = lazily((): readonly LawTable[] => [
  ...tables('social', 'Cotisations sociales', socialRates, percentage, ACTIVITIES),
  ...tables('acre.half', 'Cotisations avec Acre, création avant le 01/07/2026', acreRates.half, percentage, ACTIVITIES),
  ...tables(
    'acre.three-quarters',
    'Cotisations avec Acre, création depuis le 01/07/2026',
    acreRates.threeQuarters,
    percentage,
    ACTIVITIES,
  ),
  table('acre.request', 'Délai pour demander l’Acre', acreRequestDays, days),
  table(
    'acre.cap',
    'Chiffre d’affaires au-delà duquel l’Acre ne réduit plus',
    acreTurnoverCap,
    (cap) => `${euros(cap.goods)} (ventes), ${euros(cap.servicesBic)} (services BIC), ${euros(cap.servicesBnc)} (BNC)`,
  ),
  ...tables('overseas.start', 'Cotisations outre-mer, première période', overseasRates.start, percentage, ACTIVITIES),
  ...tables('overseas.middle', 'Cotisations outre-mer, deuxième période', overseasRates.middle, percentage, ACTIVITIES),
  ...tables('overseas.cruise', 'Cotisations outre-mer, ensuite', overseasRates.cruise, percentage, ACTIVITIES),
  ...tables('training', 'Formation professionnelle (CFP)', trainingLevy, percentage, TRAINING),
  ...tables('chamber', 'Taxe pour frais de chambre', chamberTax, percentage, CHAMBERS),
  table('chamber.exemption', 'Taxe pour frais de chambre, exonération jusqu’à', chamberTaxExemption, euros),
  ...tables('flat-tax', 'Versement libératoire', flatIncomeTax, percentage, ACTIVITIES),
  table(
    'flat-tax.income',
    'Versement libératoire, revenu fiscal de référence par part',
    flatIncomeTaxIncomeCap,
    euros,
    { coverage: 'year' },
  ),
  table(
    'micro',
    'Plafonds de la micro-entreprise',
    microCeilings,
    ({ goods, services }) => `${euros(goods)} (ventes), ${euros(services)} (services)`,
  ),
  ...tables(
    'vat.threshold',
    'Franchise en base, seuil et seuil majoré',
    vatThresholds,
    ({ base, upper }) => `${euros(base)} / ${euros(upper)}`,
    {
      goods: 'Ventes',
      services: 'Services',
    },
  ),
  ...tables(
    'vat.rates',
    'Taux de TVA',
    vatRates,
    (rates) => (rates.length === 0 ? 'aucun' : rates.map(percentage).join(', ')),
    TERRITORIES,
  ),
  table('vat.mention', 'Mention de la franchise en base', franchiseMention, (text) => text),
  ...exemptionReasons.flatMap(({ id, text }) =>
    text && id !== 'franchise' ? [table(`vat.exemption.${id}`, 'Motif d’exonération', text, (shown) => shown)] : [],
  ),
  table(
    'vat.simplified',
    'Acomptes du régime simplifié',
    simplifiedInstalments,
    ({ july, december }) => `${percentage(july)} en juillet, ${percentage(december)} en décembre`,
  ),
  table(
    'late.rates',
    'Taux BCE et intérêt légal (autres créanciers)',
    halfYearRates,
    ({ ecb, legal }) => `${percentage(ecb)}, ${percentage(legal)}`,
    { coverage: 'half-year' },
  ),
  table('late.fee', 'Indemnité forfaitaire de recouvrement', recoveryFee, euros),
  table('claims.small', 'Procédure simplifiée des petites créances, jusqu’à', smallClaimsCap, euros),
  table('claims.order', 'Injonction de payer, à signifier sous', orderToPayMonths, (months) => `${months} mois`),
  table(
    'payment.days',
    'Délais de paiement entre professionnels',
    paymentCeilings,
    ({ maxDays, endOfMonthDays }) => `${maxDays} jours, ou ${endOfMonthDays} jours fin de mois`,
  ),
  table('payment.public', 'Délai de paiement des administrations', publicPaymentDays, days),
  table('cash', 'Paiement en espèces, plafond', cashCeiling, euros),
  table('retention', 'Conservation des factures', taxRetentionYears, (years) => `${years} ans`),
  table('account', 'Compte bancaire dédié, deux années au-dessus de', otherThresholds.dedicatedAccount, euros),
  table('cfe.minimum', 'CFE minimale, exonération jusqu’à', otherThresholds.cfeMinimum, euros),
  table('vigilance', 'Attestation de vigilance, contrat à partir de', otherThresholds.vigilanceCertificate, euros),
  table('urssaf.penalty', 'Déclaration de chiffre d’affaires manquante', urssafMissingReturn, euros, {
    coverage: 'year',
  }),
  table(
    'income-tax.campaign',
    'Déclaration des revenus, dates limites en ligne',
    incomeTaxCampaigns,
    ({ online }) => [online[1], online[2], online[3]].join(', '),
    { coverage: 'year' },
  ),
])
