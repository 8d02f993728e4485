import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contributions, deadlines } from './deadlines.ts'

let folder = ''
let printed = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'door-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const profile = {
  activities: [{ nature: 'servicesBnc', fund: 'ssi', craftsman: false }],
  startDate: '2024-03-15',
  departement: '69',
}
const period = ['--from', '2026-01-01', '--to', '2026-06-30']
const refusal = (run: Promise<number>) =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  )

test('deadlines prints what is due, sorted, each with its source', async () => {
  expect(await deadlines(['--profile', file('p.json', profile), ...period])).toBe(0)
  const due = JSON.parse(printed)
  expect(
    due.map(
      (each: { day: string; obligation: string; period: string }) => `${each.day} ${each.obligation} ${each.period}`,
    ),
  ).toEqual([
    '2026-01-31 urssaf-return 2025-Q4',
    '2026-01-31 urssaf-rhythm-option 2026',
    '2026-04-30 urssaf-return 2026-Q1',
    '2026-06-04 income-tax-return 2025',
  ])
  expect(due[0]).toMatchObject({
    authority: 'urssaf',
    basis: 'official',
    source: 'CSS art. R613-8',
    toleratedUntil: '2026-02-02',
  })
})
test('deadlines --ics prints a calendar', async () => {
  expect(await deadlines(['--profile', file('p.json', profile), ...period, '--ics'])).toBe(0)
  expect(printed).toMatch(
    /^BEGIN:VCALENDAR\r\n[\s\S]*UID:urssaf-return\/2026-Q1@2024-03-15\.tabellion\r\n[\s\S]*END:VCALENDAR\r\n$/,
  )
})
test('contributions prints each return, rates of 2027 to be confirmed', async () => {
  const receipts = file('r.json', [
    { date: '2026-11-10', amountCents: 100_000, nature: 'servicesBnc' },
    { date: '2027-01-10', amountCents: 100_000, nature: 'servicesBnc' },
  ])
  expect(
    await contributions(['--profile', file('p.json', { ...profile, flatIncomeTax: true }), '--receipts', receipts]),
  ).toBe(0)
  const [q4, q1] = JSON.parse(printed)
  expect(q4).toEqual({
    period: '2026-Q4',
    due: '2027-01-31',
    lines: [
      {
        kind: 'social',
        nature: 'servicesBnc',
        baseEuros: 1000,
        ratePercent: 25.6,
        amountEuros: 256,
        confidence: 'official',
      },
      {
        kind: 'training',
        nature: 'servicesBnc',
        baseEuros: 1000,
        ratePercent: 0.2,
        amountEuros: 2,
        confidence: 'official',
      },
      {
        kind: 'flat-income-tax',
        nature: 'servicesBnc',
        baseEuros: 1000,
        ratePercent: 2.2,
        amountEuros: 22,
        confidence: 'official',
      },
    ],
    totalEuros: 280,
    acre: false,
  })
  expect(q1.lines[0]).toMatchObject({ toConfirm: true, note: expect.stringContaining('À confirmer') })
})
test.each<[string, unknown, string, string]>([
  ['an unknown key', { ...profile, urssafRythm: 'monthly' }, 'unknown-key', 'urssafRhythm'],
  ['a missing key', { activities: profile.activities }, 'missing-key', 'startDate'],
  ['a wrong value', { ...profile, acre: 'oui' }, 'wrong-value', 'true ou false'],
  ['text that is no JSON', '{', 'not-json', 'JSON'],
])('refused in French: %s', async (_, content, code, words) => {
  expect(await refusal(deadlines(['--profile', file('p.json', content), ...period]))).toMatchObject({
    code,
    message: expect.stringContaining(words),
  })
})
test.each<[string, unknown, string]>([
  ['no list', {}, 'wrong-value'],
  ['an unknown key', [{ date: '2026-01-01', amount: 1, nature: 'servicesBnc' }], 'unknown-key'],
  ['an amount in euros', [{ date: '2026-01-01', amountCents: 12.5, nature: 'servicesBnc' }], 'wrong-value'],
  ['a nature outside the profile', [{ date: '2026-01-01', amountCents: 1, nature: 'goods' }], 'nature-not-in-profile'],
  ['money before the start', [{ date: '2024-03-14', amountCents: 1, nature: 'servicesBnc' }], 'receipt-before-start'],
])('receipts refused: %s', async (_, content, code) => {
  const run = contributions(['--profile', file('p.json', profile), '--receipts', file('r.json', content)])
  expect(await refusal(run)).toMatchObject({ code })
})
test('days and files are refused by name', async () => {
  const path = file('p.json', profile)
  expect(await refusal(deadlines(['--profile', path, '--from', '2026-02-30', '--to', '2026-12-31']))).toMatchObject({
    code: 'not-a-day',
  })
  expect(await refusal(deadlines(['--profile', path, '--from', '2026-02-01', '--to', '2026-01-01']))).toMatchObject({
    code: 'to-before-from',
  })
  expect(await refusal(deadlines(['--profile', join(folder, 'absent.json'), ...period]))).toMatchObject({
    code: 'unreadable-file',
  })
  expect(await refusal(deadlines(['--profile', path]))).toMatchObject({ code: 'missing-flag' })
})
