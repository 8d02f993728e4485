import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import {
  microCeilings,
  type OwnValues,
  ownAmounts,
  type ValueInForce,
  type VatThreshold,
  valueOn,
  vatThresholds,
} from '@tabellion/shared/regulation'

type Ceilings = Readonly<Record<'goods' | 'services', Cents>>

/** The micro ceilings of a year: the law's, or those that the user typed in *Barèmes*, sales first. */
export const microCeilingOn = (on: Day, own?: OwnValues): ValueInForce<Ceilings> | undefined =>
  valueOn<Ceilings>(
    microCeilings,
    on,
    ownAmounts(own, 'micro', ([goods, services]) =>
      goods === undefined || services === undefined ? undefined : { goods, services },
    ),
  )

/** The two thresholds of the franchise, base first. What crossing does is the law's in any case. */
export const vatThresholdOn = (
  kind: 'goods' | 'services',
  on: Day,
  own?: OwnValues,
): ValueInForce<VatThreshold> | undefined =>
  valueOn(
    vatThresholds[kind],
    on,
    ownAmounts(own, `vat.threshold.${kind}`, ([base, upper]) =>
      base === undefined || upper === undefined ? undefined : { base, upper, crossing: 'day' },
    ),
  )
