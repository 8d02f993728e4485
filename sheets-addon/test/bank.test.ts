import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

/** Three invoices of two clients: F2026-0001 450 €, F2026-0002 1 000 €, F2026-0003 180 €. */
const issued: EmulatorState = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue', unitPrice: '1000' })
  done(emulator, 'issue-invoices')
  sale(emulator, 'Brasserie du Ponant', { label: 'Retouches', quantity: '1,5', unitPrice: '120' })
  done(emulator, 'issue-invoices')
  emulator.clock.set('2026-12-10T08:00:00Z')
  return emulator.save()
})()
const NOW = '2026-12-10T08:00:00Z'
const open = (state: EmulatorState = issued): Emulator => workshop(state, NOW)

type Line = readonly [date: string, label: string, amount: number]
const csv = (lines: readonly Line[]): string =>
  [
    'Date;Libellé;Débit;Crédit',
    ...lines.map(([date, label, amount]) => {
      const text = Math.abs(amount).toFixed(2).replace('.', ',')
      return `${date};${label};${amount < 0 ? `-${text}` : ''};${amount > 0 ? text : ''}`
    }),
    '',
  ].join('\n')
const file = (lines: readonly Line[], name = 'releve.csv') => statementArguments(csv(lines), name)

const december: readonly Line[] = [
  ['01/12/2026', 'CB BOULANGERIE DU PORT', -12.4],
  ['02/12/2026', 'VIR SEPA BRASSERIE DU PONANT F2026-0001', 450],
  ['03/12/2026', 'VIR SEPA EDITIONS DU MERLE', 1000],
  ['04/12/2026', 'VIR INST MAMAN ANNIVERSAIRE', 50],
  ['05/12/2026', 'CB CAFE DES QUAIS', -3.2],
  ['05/12/2026', 'CB CAFE DES QUAIS', -3.2],
]
const bank = (emulator: Emulator) =>
  rows(emulator, 'bank').map((row) => [row['label'], row['status'], row['proposal'], row['invoices']])

test('a statement fills Banque, and each line that comes in says what it may pay and why', () => {
  const emulator = open()
  const outcome = done(emulator, 'import-statement', file(december))
  expect(outcome.statement).toMatchObject({ read: 6, added: 6, known: 0, doubtful: 0, left: 0 })
  expect(outcome.message).toContain('6 lignes lues')
  expect(bank(emulator)).toEqual([
    ['CB BOULANGERIE DU PORT', '', '', ''],
    ['VIR SEPA BRASSERIE DU PONANT F2026-0001', 'À rapprocher', '✓ F2026-0001', ''],
    ['VIR SEPA EDITIONS DU MERLE', 'À rapprocher', expect.stringContaining('F2026-0002'), ''],
    ['VIR INST MAMAN ANNIVERSAIRE', 'À rapprocher', '', ''],
    ['CB CAFE DES QUAIS', '', '', ''],
    ['CB CAFE DES QUAIS', '', '', ''],
  ])
  const [, first, , gift] = rows(emulator, 'bank')
  expect(first).toMatchObject({ credit: 450, debit: '', leftToAllocate: 450, source: 'releve.csv', date: 46358 })
  expect(first?.['why']).toMatch(/montant exact/i)
  expect(first?.['why']).toMatch(/n° dans le libellé/i)
  expect(gift?.['why']).toBe('Aucune facture ne correspond.')
  expect(outcome.matching).toMatchObject({ open: 3, certain: expect.any(Number) })
})

test('the same file, an overlapping one and an edited label add nothing twice; twins stay two', () => {
  const emulator = open()
  done(emulator, 'import-statement', file(december))
  expect(done(emulator, 'import-statement', file(december)).statement).toMatchObject({ read: 6, added: 0, known: 6 })
  emulator.user.edit('Banque', 'B5', 'Ponant, enfin')
  const overlap = [...december.slice(1), ['07/12/2026', 'VIR SEPA BRASSERIE DU PONANT SOLDE', 180] as const]
  expect(done(emulator, 'import-statement', file(overlap, 'suite.csv')).statement).toMatchObject({
    read: 6,
    added: 1,
    known: 5,
  })
  expect(rows(emulator, 'bank')).toHaveLength(7)
})

test('Rapprocher, Rapprocher les certains, Autre facture, Ignorer, Annuler', () => {
  const emulator = open()
  const { matching } = done(emulator, 'import-statement', file(december))
  const merle = matching?.lines.find(({ label }) => label.includes('MERLE'))
  const gift = matching?.lines.find(({ label }) => label.includes('MAMAN'))
  const sure = done(emulator, 'confirm-matches', { certain: true })
  expect(sure.message).toContain(matching?.certain === 1 ? '1 ligne rapprochée' : '2 lignes rapprochées')
  expect(rows(emulator, 'payments')[0]).toMatchObject({
    invoice: 'F2026-0001',
    amount: 450,
    source: 'Relevé',
    method: 'Virement',
    matchedOn: 46366,
  })
  const [offer] = merle?.offers ?? []
  if (matching?.certain === 1)
    done(emulator, 'confirm-matches', { matches: [{ line: merle?.line, allocations: offer?.allocations }] })
  done(emulator, 'ignore-lines', { lines: [gift?.line] })
  expect(bank(emulator).slice(1, 4)).toEqual([
    ['VIR SEPA BRASSERIE DU PONANT F2026-0001', 'Rapproché', '', 'F2026-0001'],
    ['VIR SEPA EDITIONS DU MERLE', 'Rapproché', '', 'F2026-0002'],
    ['VIR INST MAMAN ANNIVERSAIRE', 'À ignorer', '', ''],
  ])
  expect(rows(emulator, 'invoices').map((row) => row['status'])).toEqual(['Payée', 'Payée', 'Émise'])

  // One click more, by mistake: nothing twice.
  expect(
    done(emulator, 'confirm-matches', { matches: [{ line: merle?.line, allocations: offer?.allocations }] }).message,
  ).toContain('1 l’était déjà')
  const other = { line: merle?.line, allocations: [{ number: 'F2026-0003', amountCents: 18_000 }] }
  expect(done(emulator, 'confirm-matches', { matches: [other] }).message).toContain('annulez d’abord')
  expect(rows(emulator, 'payments')).toHaveLength(2)

  const undone = done(emulator, 'undo-match', { line: merle?.line })
  expect(undone.message).toContain('F2026-0002')
  expect(rows(emulator, 'payments').map((row) => row['amount'])).toEqual([450, 1000, -1000])
  expect(bank(emulator)[2]?.[1]).toBe('À rapprocher')
  expect(rows(emulator, 'invoices').map((row) => row['balanceDue'])).toEqual([0, 1000, 180])

  // Another invoice than proposed, in part: the rest of the line is still to be said.
  done(emulator, 'confirm-matches', { matches: [other] })
  expect(rows(emulator, 'bank')[2]).toMatchObject({ status: 'Partiel', invoices: 'F2026-0003', leftToAllocate: 820 })
  expect(rows(emulator, 'payments').at(-1)).toMatchObject({ why: 'Choisie par vous.' })
  done(emulator, 'ignore-lines', { lines: [gift?.line], back: true })
  expect(bank(emulator)[3]?.[1]).toBe('À rapprocher')
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('what changed since it was shown is said, and left', () => {
  const emulator = open()
  const { matching } = done(emulator, 'import-statement', file(december))
  const line = matching?.lines.find(({ label }) => label.includes('PONANT'))
  done(emulator, 'record-payment', { number: 'F2026-0001', date: '2026-12-01', amountCents: 20_000, method: 'cheque' })
  const outcome = done(emulator, 'confirm-matches', {
    matches: [{ line: line?.line, allocations: line?.offers[0]?.allocations }],
  })
  expect(outcome.message).toMatch(/250,00.€ à payer sur F2026-0001, 450,00.€ étaient affichés/)
  expect(rows(emulator, 'payments')).toHaveLength(1)
})

test('two lines for one invoice, taken at once: the second is left', () => {
  const emulator = open()
  const twice: readonly Line[] = [
    ['02/12/2026', 'VIR SEPA PONANT F2026-0001', 450],
    ['03/12/2026', 'VIR SEPA PONANT F2026-0001', 450],
  ]
  const { matching } = done(emulator, 'import-statement', file(twice))
  const matches = (matching?.lines ?? []).map(({ line }) => ({
    line,
    allocations: [{ number: 'F2026-0001', amountCents: 45_000 }],
  }))
  const outcome = done(emulator, 'confirm-matches', { matches })
  expect(outcome.message).toContain('1 ligne rapprochée')
  expect(rows(emulator, 'payments')).toHaveLength(1)
  expect(bank(emulator).map(([, status]) => status)).toEqual(['Rapproché', 'À rapprocher'])
})

test('the same line of another source, told otherwise, is known or doubtful, never doubled in silence', () => {
  const emulator = open()
  done(emulator, 'import-statement', file(december))
  const page: readonly Line[] = [
    // Fuller, the same day: the same.
    ['02/12/2026', 'VIR SEPA BRASSERIE DU PONANT F2026-0001 REF 0042', 450],
    // Another text, the same amount and day: the person says.
    ['03/12/2026', 'VIREMENT RECU TRESORERIE', 1000],
  ]
  const outcome = done(emulator, 'import-statement', file(page, 'page.csv'))
  expect(outcome.statement).toMatchObject({ read: 2, added: 0, known: 1, doubtful: 1 })
  expect(bank(emulator).at(-1)).toEqual(['VIREMENT RECU TRESORERIE', 'Doublon possible', '', ''])
  expect(rows(emulator, 'bank').at(-1)?.['why']).toContain('EDITIONS DU MERLE')
})

describe('lines come from outside: one that is not right, and none is taken', () => {
  const good = { id: 'a1', date: '2026-12-02', amountCents: 45_000, label: 'VIR SEPA PONANT' }
  test.each([
    ['no list', undefined],
    ['no line', [null]],
    ['a day that is none', [{ ...good, date: '2026-02-30' }]],
    ['a fraction of a cent', [{ ...good, amountCents: 0.5 }]],
    ['an amount as text', [{ ...good, amountCents: '45000' }]],
    ['an identity with blanks', [{ ...good, id: 'a b' }]],
    ['no identity', [{ ...good, id: '' }]],
    ['a label beyond measure', [{ ...good, label: 'x'.repeat(501) }]],
    ['a whole IBAN', [{ ...good, maskedIban: 'FR7699999000420001234567873' }]],
    ['a member that we do not know', [{ ...good, status: 'matched' }]],
    ['too many', Array.from({ length: 20_001 }, (_, at) => ({ ...good, id: `a${at}` }))],
    ['the second', [good, { ...good, id: 'b', label: 7 }]],
  ])('%s', (_, lines) => {
    const emulator = open()
    const error = refused(emulator, 'import-statement', { file: 'x', ...(lines ? { lines } : {}) })
    expect([error.code, rows(emulator, 'bank').length]).toEqual(['wrong-argument', 0])
    expect(error.message).toContain('lines')
  })
  test('a formula stays text, and the same identity twice is one', () => {
    const emulator = open()
    const lines = [{ ...good, label: '=HYPERLINK("x")', counterparty: '+33', reference: '=1+1' }, good]
    const outcome = done(emulator, 'import-statement', { file: '=1+1', lines })
    expect(outcome.statement).toMatchObject({ read: 1, added: 1 })
    expect(rows(emulator, 'bank')[0]).toMatchObject({ source: '=1+1', label: 'VIR SEPA PONANT' })
  })
})

test('a long file by parts: each run adds so many, the next goes on, and the whole is as at once', () => {
  const long = Array.from({ length: 95 }, (_, at): Line => ['05/12/2026', 'CB CAFE DES QUAIS', -3 - (at % 7)])
  const whole = open()
  done(whole, 'import-statement', file([...long, ...december]))
  const parts = open()
  const left: (number | undefined)[] = []
  do left.push(done(parts, 'import-statement', { ...file([...long, ...december]), most: 40 }).unfinished)
  while (left.at(-1) !== undefined)
  expect(left).toEqual([61, 21, undefined])
  expect(rows(parts, 'bank')).toEqual(rows(whole, 'bank'))
})

test('five thousand lines: one reading, a constant number of round trips, and the next run knows them all', () => {
  const many = (count: number): readonly Line[] =>
    Array.from({ length: count }, (_, at): Line => {
      const day = String(1 + (at % 9)).padStart(2, '0')
      return at % 40 === 0
        ? [`${day}/12/2026`, `VIR SEPA CLIENT ${at}`, 100 + at / 100]
        : [`${day}/12/2026`, `CB MAGASIN ${at}`, -(1 + at / 100)]
    })
  // Both outgrow the new tab’s rows.
  const few = perform(open(), 'import-statement', file(many(600))).run
  const emulator = open()
  const started = process.cpuUsage()
  const all = perform(emulator, 'import-statement', file(many(5000)))
  const spent = process.cpuUsage(started)
  expect(all.told?.ok && all.told.outcome.statement).toMatchObject({ read: 5000, added: 5000 })
  expect(all.run.calls.spreadsheet).toBe(few.calls.spreadsheet)
  expect((spent.user + spent.system) / 1_000_000).toBeLessThan(20)
  expect(done(emulator, 'import-statement', file(many(5000))).statement).toMatchObject({ added: 0, known: 5000 })
}, 60_000)
