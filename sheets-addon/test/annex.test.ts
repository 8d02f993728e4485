import { expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../emulator/index.ts'
import { bundle, done, freshWorkbook, perform, refused, rows, sale, TODAY, workshop } from './workshop.ts'

const reads = (trace: readonly string[]): number =>
  trace.filter((call) => call === 'HtmlService.createHtmlOutputFromFile').length

/** The same workbook on a script whose annex is this text, or has none. */
function withAnnex(emulator: Emulator, annex: string | undefined): Emulator {
  const { annex: _, ...pages } = bundle.html ?? {}
  return createEmulator({
    bundle: { ...bundle, html: annex === undefined ? pages : { ...pages, annex } },
    seed: 7,
    instant: `${TODAY}T08:00:00Z`,
    state: emulator.save(),
  })
}

function ticked(): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  return emulator
}

test('opening the file, typing and looking at today read nothing of the annex', () => {
  const emulator = ticked()
  const runs = [
    ...emulator.user.open(),
    ...emulator.user.edit('Ventes', 'F4', 'Croquis'),
    perform(emulator, 'today').run,
  ]
  expect(runs.length).toBeGreaterThanOrEqual(3)
  expect(runs.flatMap(({ error }) => error ?? [])).toEqual([])
  expect(runs.map(({ trace }) => reads(trace))).toEqual(runs.map(() => 0))
})

test('a run that enters several rooms, each many times, reads it once', () => {
  const emulator = ticked()
  for (const client of ['Brasserie du Ponant', 'Brasserie du Ponant', 'Personne']) sale(emulator, client)
  const { run, told } = perform(emulator, 'issue-invoices')
  expect(told).toMatchObject({ ok: true })
  // The pages drawn, and what is said of the row whose client is unknown.
  expect(reads(run.trace)).toBe(1)
})

test.each([
  ['missing', undefined, 'annex-unreadable'],
  ['of another version', (bundle.html?.['annex'] ?? '').replace(/^./, 'x'), 'annex-differs'],
  ['cut short when it was pasted', (bundle.html?.['annex'] ?? '').slice(0, 90_000), 'annex-differs'],
  ['that is another page', '<p>Bonjour</p>', 'annex-differs'],
])('an annex %s: said before a number is taken, and put right the run goes on', (_, annex, code) => {
  const emulator = withAnnex(ticked(), annex)
  const told = refused(emulator, 'issue-invoices')
  expect(told.code).toBe(code)
  expect(told.message).toContain('annex.html')
  expect(rows(emulator, 'invoices')).toEqual([])
  const mended = workshop(emulator.save())
  expect(done(mended, 'issue-invoices').issued).toHaveLength(1)
  expect(refused(mended, 'create-credit-note', { number: 'F2020-0001' }).message).toContain('F2020-0001')
})

test('whatever is told at the end, no call comes after the last write', () => {
  const emulator = ticked()
  done(emulator, 'issue-invoices')
  const { run, told } = perform(emulator, 'record-payment', {
    number: 'F2026-0001',
    date: TODAY,
    amountCents: 90_000,
    method: 'transfer',
  })
  expect(told).toMatchObject({ ok: true })
  const reading = run.trace.indexOf('HtmlService.createHtmlOutputFromFile')
  const written = run.trace.findIndex((call) => /\.(setValues?|setFormulas?)$/.test(call))
  expect(reading).toBeGreaterThan(-1)
  expect(reading).toBeLessThan(written)
})
