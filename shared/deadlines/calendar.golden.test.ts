import { readdirSync, readFileSync } from 'node:fs'
import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { obligations } from './calendar.ts'
import type { Obligation } from './obligation.ts'
import { parseProfile } from './parse-profile.ts'

const folder = new URL('golden/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => /^(.+)\.profile\.json$/.exec(file)?.[1] ?? [])

const line = (due: Obligation): string =>
  [
    due.day,
    due.authority.padEnd(7),
    due.obligation.padEnd(22),
    due.period.padEnd(7),
    due.basis.padEnd(9),
    `${due.source.text} [${due.rule}]`,
    ...(due.amount === undefined ? [] : [`${due.amount} cents`]),
    ...(due.toleratedUntil === undefined ? [] : [`tolerated until ${due.toleratedUntil}`]),
  ].join('  ')

test('there are ten profiles', () => {
  expect(names).toHaveLength(10)
})
test.each(names)('the calendar of 2024 to 2027: %s', async (name) => {
  const profile = parseProfile(JSON.parse(readFileSync(new URL(`${name}.profile.json`, folder), 'utf8')))
  if (!profile.ok) throw new Error(JSON.stringify(profile.problem))
  const lines = obligations(profile.value, day('2024-01-01'), day('2027-12-31')).map(line)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.calendar.txt`)
})
