import { type Gauge, gauges } from '@tabellion/shared/bookkeeping'
import { type Day, yearOf } from '@tabellion/shared/calendar'
import { vatRegimeOn } from '@tabellion/shared/deadlines'
import { sum } from '@tabellion/shared/money'
import type { OwnValues } from '@tabellion/shared/regulation'
import { typeset } from '../messages/typography.ts'
import type { GaugeFacts } from '../workbook/dashboard-duties.ts'
import type { Business } from './business.ts'
import { gaugeLabels } from './gauge-labels.ts'

/** The limits that this business follows today: those of the VAT as long as it is in franchise. */
export function limitsOf({ earlier, profile }: Business, own: OwnValues, today: Day): GaugeFacts {
  const natures = profile.activities.map(({ nature }) => nature)
  const franchise = vatRegimeOn(profile, today) === 'franchise'
  const known = gauges({ received: [], performed: [] }, { startDate: profile.startDate, natures }, today, own)
  const before = earlier.received.filter(({ date }) => yearOf(date) === yearOf(today))
  const all = sum(before.map(({ amount }) => amount))
  const services = sum(before.flatMap(({ amount, nature }) => (nature === 'goods' ? [] : [amount])))
  return {
    gauges: known.filter(({ id }) => franchise || id.startsWith('micro')),
    label: labelOf,
    startDate: profile.startDate,
    today,
    sellsGoodsFirst: natures[0] === 'goods',
    earlier: ({ id }) => (id.endsWith('services') ? services : all),
  }
}

function labelOf({ changed, id, prorated, toConfirm }: Gauge): string {
  const marks = [
    ...(prorated ? ['première année'] : []),
    ...(toConfirm ? ['à confirmer'] : []),
    ...(changed ? ['votre valeur'] : []),
  ]
  return typeset(marks.length === 0 ? gaugeLabels[id] : `${gaugeLabels[id]} (${marks.join(', ')})`)
}
