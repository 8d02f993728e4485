import { addDays, day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMatcher, type LineMatch } from './matcher.ts'
import type { BankLine, MatchInvoice, MatchLedger } from './model.ts'
import { client, invoice, ledger, line } from './testing.ts'

const NAMES = ['Galerie Delaunay', 'Menuiserie Vasseur', 'Nova', 'Nova Conseil', 'Léa Quéré']
const FORMATS = [
  (number: string, name: string) => `VIR SEPA ${name.toUpperCase()} ${number}`,
  (_: string, name: string) => `VIR ${name.toUpperCase()}`,
  (number: string) => `VIREMENT FACTURE ${number}`,
  () => 'VIREMENT',
  () => 'REMISE CHEQUES 7712',
  () => 'VIR STRIPE PAYMENTS',
]

/** A few clients, few prices (so that amounts collide), and lines that mostly pay something. */
const worlds = fc
  .record({
    invoices: fc.array(
      fc.record({
        name: fc.nat(NAMES.length - 1),
        price: fc.integer({ min: 1, max: 6 }),
        late: fc.nat(60),
        paid: fc.nat(4),
        credit: fc.nat(9),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    lines: fc.array(
      fc.record({
        pays: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
        format: fc.nat(FORMATS.length - 1),
        late: fc.nat(90),
        extra: fc.constantFrom(0, 0, 0, 1, -1_000),
        source: fc.constantFrom('page', 'csv'),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ invoices, lines }) => {
    const made = invoices.map(({ name, price, late, paid, credit }, index) => {
      const total = cents(price * 5_000 * (credit === 0 ? -1 : 1))
      const issuedOn = addDays(day('2026-01-05'), late)
      return invoice(`F2026-${String(index + 1).padStart(3, '0')}`, NAMES[name] ?? '', 0, {
        total,
        open: paid === 0 ? cents(0) : total,
        issuedOn,
        dueOn: addDays(issuedOn, 30),
      })
    })
    const paying = lines.map(({ pays, format, late, extra, source }, index) => {
      const chosen = [...new Set(pays.map((place) => place % made.length))].flatMap((place) => made[place] ?? [])
      const amount = cents(chosen.reduce((sum: number, { total }) => sum + total, extra))
      const [first] = chosen
      const label = FORMATS[format]?.(first?.number ?? '', first?.clientId ?? '') ?? ''
      return line(label, 0, { id: `t${index}`, amount, bookedOn: addDays(day('2026-01-20'), late), source })
    })
    return { ledger: ledger(made, { clients: NAMES.map((name) => client(name)) }), lines: paying }
  })

const byId = (found: readonly LineMatch[]) => [...found].sort((a, b) => (a.lineId < b.lineId ? -1 : 1))

test('the order of the lines does not change the outcome, nor does asking twice', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (world, random) => {
      const matcher = createMatcher(world.ledger)
      const found = byId(matcher.match(world.lines))
      const shuffled = [...world.lines]
        .map((each) => ({ each, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
      expect(byId(matcher.match(shuffled))).toEqual(found)
      expect(byId(matcher.match(world.lines))).toEqual(found)
    }),
  )
})

test('no invoice is promised twice: automatic matches never take more than what is open', () => {
  fc.assert(
    fc.property(worlds, ({ ledger, lines }) => {
      const left = new Map(ledger.invoices.map(({ id, open }) => [id, open as number]))
      for (const { decision, proposals } of createMatcher(ledger).match(lines))
        for (const { invoiceId, amount } of decision === 'automatic' ? (proposals[0]?.allocations ?? []) : [])
          left.set(invoiceId, (left.get(invoiceId) ?? 0) - amount)
      for (const { id, open } of ledger.invoices)
        expect(open >= 0 ? (left.get(id) ?? 0) >= 0 : (left.get(id) ?? 0) <= 0, id).toBe(true)
    }),
  )
})

test('confirming then undoing restores the state', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), ({ ledger, lines }, choice) => {
      const matcher = createMatcher(ledger)
      const before = matcher.match(lines)
      const chosen = lines[choice % Math.max(1, lines.length)]
      if (!chosen) return
      const proposed = before.find(({ lineId }) => lineId === chosen.id)?.proposals[0]?.allocations ?? []
      matcher.confirm({ line: chosen, allocations: proposed })
      matcher.undo(chosen.id)
      expect(matcher.match(lines)).toEqual(before)
      expect(matcher.learnt()).toEqual([])
    }),
  )
})

test('an invoice put in later is as if it had always been there', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), ({ ledger, lines }, choice) => {
      const later = ledger.invoices[choice % ledger.invoices.length]
      if (!later) return
      const matcher = createMatcher({
        ...ledger,
        invoices: ledger.invoices.filter(({ id }) => id !== later.id),
      } satisfies MatchLedger)
      matcher.putInvoice({ ...later, open: cents(later.total) })
      matcher.putInvoice(later satisfies MatchInvoice)
      expect(matcher.match(lines)).toEqual(createMatcher(ledger).match(lines))
    }),
  )
})

test('every proposal says why', () => {
  fc.assert(
    fc.property(worlds, ({ ledger, lines }: { ledger: MatchLedger; lines: readonly BankLine[] }) => {
      for (const { proposals } of createMatcher(ledger).match(lines))
        for (const { reasons } of proposals) expect(reasons.length).toBeGreaterThan(0)
    }),
  )
})
