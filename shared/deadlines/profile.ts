import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { IncomeTaxZone } from '@tabellion/shared/regulation'

export type ActivityNature = 'goods' | 'servicesBic' | 'servicesBnc'
export type VatRegime = 'franchise' | 'ca3-monthly' | 'ca3-quarterly' | 'simplified'

export interface ProfileActivity {
  readonly nature: ActivityNature
  /** Pension fund of liberal professions; `ssi` for everything else. */
  readonly fund: 'ssi' | 'cipav'
  /** In the trades register: another training levy and chamber. */
  readonly craftsman: boolean
}

/** What decides a micro-entrepreneur's calendar and contributions. The JSON form is read by `parseProfile`. */
export interface Profile {
  readonly activities: readonly [ProfileActivity, ...ProfileActivity[]]
  readonly startDate: Day
  readonly endDate: Day | undefined
  readonly urssafRhythm: 'monthly' | 'quarterly'
  /** Oldest first, the first from `startDate`. */
  readonly vat: readonly [VatSpan, ...VatSpan[]]
  readonly acre: boolean
  readonly flatIncomeTax: boolean
  /** Code: `69`, `2A`, `974`. */
  readonly departement: string | undefined
  readonly ca3Day: number | undefined
  readonly euServices: boolean
  readonly cfe: { readonly previousAmount: Cents; readonly exempt: boolean; readonly monthly: boolean }
  readonly incomeTaxZone: IncomeTaxZone | undefined
  readonly filesOnPaper: boolean
  readonly incomeTaxInstalments: 'monthly' | 'quarterly' | undefined
  readonly services: readonly ('sap' | 'training')[]
}
export interface VatSpan {
  readonly from: Day
  readonly regime: VatRegime
}

/** In activity on that day. */
export const isActive = (profile: Profile, on: Day): boolean =>
  profile.startDate <= on && (profile.endDate === undefined || on <= profile.endDate)

/** The VAT regime on that day; before the first span, that of the first. */
export function vatRegimeOn(profile: Profile, on: Day): VatRegime {
  let regime = profile.vat[0].regime
  for (const span of profile.vat) if (span.from <= on) regime = span.regime
  return regime
}
