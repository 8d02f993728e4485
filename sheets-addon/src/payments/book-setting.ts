import { parseDay, parseFrenchDay } from '@tabellion/shared/calendar'
import { parseProfile } from '@tabellion/shared/deadlines'
import { invariant } from '@tabellion/shared/kernel'
import { headingKey, natures, type Settings } from '@tabellion/shared/ledger'
import type { BookSetting } from './plan.ts'

/** Before anybody was a micro-entrepreneur: without a start date every month or quarter is a whole one. */
const LONG_AGO = '2009-01-01'

/** What the receipts book needs of *Réglages*: the rhythm of the turnover returns, and what is sold when nothing says so. */
export function bookSetting(settings: Settings): BookSetting {
  const nature = natures.parse(settings.text('Nature principale')) ?? 'servicesBnc'
  const start = settings.text('Date de début')
  const read = parseProfile({
    activities: [{ nature: nature === 'disbursement' ? 'servicesBnc' : nature }],
    startDate: parseFrenchDay(start) ?? parseDay(start) ?? LONG_AGO,
    urssafRhythm: headingKey(settings.text('Rythme Urssaf')) === 'mensuel' ? 'monthly' : 'quarterly',
  })
  invariant(read.ok, 'a profile of a nature, a day and a rhythm reads')
  return { profile: read.value, nature }
}
