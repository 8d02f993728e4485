import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { sampleBusiness } from './business.ts'

test('every job of the story has its rows, and only those of finished work are ticked', () => {
  for (const { sales, story } of (['graphiste', 'menuisier'] as const).map((name) =>
    sampleBusiness(name, day('2026-11-25')),
  )) {
    const { late, later, noticed, partly, planned, ...waiting } = story
    const of = (job: string) => sales.filter(({ group }) => group === job)
    for (const job of [late, later, noticed.job, planned]) expect([job, of(job)[0]?.toInvoice]).toEqual([job, true])
    expect(of(partly).length).toBeGreaterThan(1)
    for (const job of Object.values(waiting)) expect([job, of(job)[0]?.toInvoice]).toEqual([job, false])
  }
})
