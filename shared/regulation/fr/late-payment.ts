import { type Day, day, monthOf, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents, formatScaled, percent, type Rate, rate } from '@tabellion/shared/money'
import { type DatedEntry, type DatedTable, inForce } from '../dated-table.ts'
import type { DebtorKind } from './recovery.ts'
import { commandePublique, commerce, page } from './sources.ts'

/** Rates that hold for the half-year, yearly. C. com. art. L441-10, II; C. mon. fin. art. L313-2. */
export interface HalfYearRates {
  /** ECB main refinancing rate on 1 January or 1 July. */
  readonly ecb: Rate
  /** Legal interest when the creditor is a professional: our user always, against consumers too. */
  readonly legal: Rate
  /** Legal interest when the creditor is a natural person acting for private needs. */
  readonly legalIndividual: Rate
}

const halfYear = (
  start: string,
  end: string,
  [ecb, individual, other]: readonly [string, string, string],
  confidence: DatedEntry<unknown>['confidence'],
  checkedOn: string,
): DatedEntry<HalfYearRates> => ({
  from: day(start),
  to: day(end),
  value: { ecb: percent(ecb), legal: percent(other), legalIndividual: percent(individual) },
  source: page(
    'BCE, opérations principales de refinancement ; arrêté semestriel du taux de l’intérêt légal (fiche F23211)',
    'https://entreprendre.service-public.gouv.fr/vosdroits/F23211',
    checkedOn,
  ),
  confidence,
})

/**
 * One entry a half-year, each with its end: a half-year that is not here is unknown, never extrapolated.
 * The first half of 2027 is known in the last days of December 2026 (ECB meetings, arrêté).
 */
export const halfYearRates: DatedTable<HalfYearRates> = [
  halfYear('2026-07-01', '2026-12-31', ['2.40', '6.84', '2.75'], 'reliable', '2026-10-10'),
  halfYear('2026-01-01', '2026-06-30', ['2.15', '6.67', '2.62'], 'official', '2026-11-23'),
  halfYear('2025-07-01', '2025-12-31', ['2.15', '6.65', '2.76'], 'reliable', '2026-09-03'),
  halfYear('2025-01-01', '2025-06-30', ['3.15', '7.21', '3.71'], 'reliable', '2026-09-03'),
  halfYear('2024-07-01', '2024-12-31', ['4.25', '8.16', '4.92'], 'reliable', '2026-09-03'),
  halfYear('2024-01-01', '2024-06-30', ['4.50', '8.01', '5.07'], 'reliable', '2026-09-03'),
  halfYear('2023-07-01', '2023-12-31', ['4.00', '6.82', '4.22'], 'reliable', '2026-09-03'),
  halfYear('2023-01-01', '2023-06-30', ['2.50', '4.47', '2.06'], 'reliable', '2026-09-03'),
]

/** Points added to the ECB rate when nothing else is agreed. */
export const penaltyMargin = {
  business: { points: percent('10'), source: commerce('L441-10, II', '2026-11-23') },
  public: { points: percent('8'), source: commandePublique('L2192-13, L2192-14 et R2192-31', '2026-11-26') },
} as const

/** C. com. art. D441-5 since 2013-01-01; C. commande publique art. D2192-35. Once per late invoice, professionals only. */
export const recoveryFee: DatedTable<Cents> = [
  {
    from: day('2013-01-01'),
    value: cents(4000),
    source: commerce('L441-10, II et D441-5', '2026-10-10'),
    confidence: 'reliable',
  },
]

export const ratesOfHalfYear = (on: Day): DatedEntry<HalfYearRates> | undefined => inForce(halfYearRates, on)

/** The yearly penalty rate of the half-year of `on` when none is agreed, or undefined when the half-year is not known. */
export function defaultPenaltyRate(on: Day, buyer: 'business' | 'public', began: Day = on): Rate | undefined {
  // A public body keeps the rate of the half-year in which its interest began (C. commande publique art. R2192-31).
  const known = ratesOfHalfYear(buyer === 'public' ? began : on)
  return known && rate(known.value.ecb + penaltyMargin[buyer].points)
}

/**
 * The yearly rate that is owed on `on` by whoever began to owe on `began`. Only professionals may agree on one: a public body
 * owes that of its code, and to give it up is void (L2192-14); a consumer owes the legal interest.
 */
export function owedRate(on: Day, debtor: DebtorKind, began: Day, agreed?: Rate): Rate | undefined {
  if (debtor === 'consumer') return ratesOfHalfYear(on)?.value.legal
  return (debtor === 'business' ? agreed : undefined) ?? defaultPenaltyRate(on, debtor, began)
}

/** The least rate that may be agreed: three times the legal interest (L441-10, II). It may exceed the default one, as in 2024. */
export function penaltyFloor(on: Day): Rate | undefined {
  const known = ratesOfHalfYear(on)
  return known && rate(known.value.legal * 3)
}

/** `12,40 %`, as people print rates: two decimals, U+00A0 before the sign. */
export const formatPenaltyRate = (value: Rate): string => `${formatScaled(value, 3, 2)}\u00a0%`

/** The day whose ECB rate holds on `on`: 1 January or 1 July. */
export const halfYearStart = (on: Day): Day => day(`${yearOf(on)}-${monthOf(on) <= 6 ? '01' : '07'}-01`)
