import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { obligations } from './calendar.ts'
import { nextFeed, obligationEvent, type PublishedEvent, type Settled } from './feed.ts'
import { parseProfile } from './parse-profile.ts'

const today = day('2026-11-25')
const events = (profile: object, settled: Readonly<Record<string, Settled>> = {}) => {
  const read = parseProfile({
    activities: [{ nature: 'servicesBnc' }],
    startDate: '2020-01-01',
    departement: '69',
    ...profile,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return obligations(read.value, today, day('2027-12-31')).map((due) => {
    const known = settled[`${due.obligation}/${due.period}`]
    return obligationEvent(due, { scope: 'classeur', alarms: [7, 0], ...(known ? { settled: known } : {}) })
  })
}
const sequences = (published: readonly PublishedEvent[]) =>
  Object.fromEntries(
    published.map(({ cancelled, sequence, uid }) => [uid, `${sequence}${cancelled ? ' cancelled' : ''}`]),
  )

test('identifiers are unique and do not move when the feed is made again', () => {
  const first = nextFeed([], events({ vat: [{ from: '2020-01-01', regime: 'ca3-monthly' }], euServices: true }), today)
  expect(new Set(first.published.map(({ uid }) => uid)).size).toBe(first.published.length)
  const again = nextFeed(
    first.published,
    events({ vat: [{ from: '2020-01-01', regime: 'ca3-monthly' }], euServices: true }),
    today,
  )
  expect(again).toEqual(first)
})
test('a day that changes is an update, a duty that goes is a cancellation', () => {
  const first = nextFeed([], events({}), today)
  const moved = nextFeed(first.published, events({ incomeTaxZone: 1, cfe: { exempt: true } }), today)
  expect(sequences(moved.published)).toMatchObject({
    'income-tax-return/2026@classeur': '1',
    'cfe-payment/2026@classeur': '1 cancelled',
    'urssaf-return/2026-Q4@classeur': '0',
  })
  const kept = nextFeed(moved.published, events({ incomeTaxZone: 1, cfe: { exempt: true } }), today)
  expect(kept.published).toEqual(moved.published)
  const back = nextFeed(kept.published, events({ incomeTaxZone: 1 }), today)
  expect(sequences(back.published)).toMatchObject({ 'cfe-payment/2026@classeur': '2' })
})
test('what is done rings no more, what does not apply is cancelled', () => {
  const first = nextFeed([], events({}), today)
  const settled = nextFeed(
    first.published,
    events({}, { 'cfe-payment/2026': { status: 'done' }, 'urssaf-return/2026-Q4': { status: 'not-applicable' } }),
    today,
  )
  const [cfe, urssaf] = ['cfe-payment/2026@classeur', 'urssaf-return/2026-Q4@classeur'].map((uid) =>
    settled.events.find((event) => event.uid === uid),
  )
  expect(cfe).toMatchObject({ sequence: 1, cancelled: false, alarms: [], summary: '✓ Paiement de la CFE, 2026' })
  expect(urssaf).toMatchObject({ sequence: 1, cancelled: true })
})
test('an event says who, what a delay costs and where it is written', () => {
  const event = events({}).find(({ uid }) => uid.startsWith('urssaf-return/2026-Q4'))
  expect(event?.description).toMatch(/Organisme\u00a0: Urssaf\nToléré jusqu’au 01\/02\/2027\.\n/)
  expect(event?.description).toMatch(
    /En cas de retard\u00a0: .+\nSource\u00a0: CSS art\. R613-8, vérifiée le 23\/11\/2026\nhttps:/,
  )
})
