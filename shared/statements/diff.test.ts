import { addDays, day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from './diff.ts'
import { identify } from './identity.ts'
import type { Mutable, StatementLine, Transaction } from './statement.ts'

const first = day('2026-03-01')
function line(date: number, amount: number, rawLabel: string, more: Partial<StatementLine> = {}): StatementLine {
  const read: Mutable<StatementLine> = {
    line: 1,
    date: addDays(first, date),
    amountCents: cents(amount),
    currency: 'EUR',
    rawLabel,
    pending: false,
  }
  return { ...read, ...more }
}
const shown = ({ same, maybeSame, new: added, gone }: ReturnType<typeof diff<Transaction, Transaction>>) => ({
  same: same.map(({ known, read, because }) => `${known.label} = ${read.label} (${because})`),
  maybeSame: maybeSame.map(
    ({ read, candidates }) => `${read.label} ~ ${candidates.map(({ label }) => label).join(', ')}`,
  ),
  new: added.map(({ label }) => label),
  gone: gone.map(({ label }) => label),
})
const compare = (known: readonly StatementLine[], read: readonly StatementLine[]) =>
  shown(diff(identify(known), identify(read)))

const lines = fc.array(
  fc
    .record({
      date: fc.integer({ min: 0, max: 3 }),
      amount: fc.constantFrom(-500, 500, 12_000),
      label: fc.constantFrom('CB CAFE DU PORT', 'VIR CLIENT UN', 'VIR CLIENT DEUX', 'VIREMENT'),
      account: fc.constantFrom('0001', '0002'),
    })
    .map(({ date, amount, label, account }) => line(date, amount, label, { account })),
  { maxLength: 30 },
)
const extract = lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all)))

describe('ids', () => {
  test('twins of one day are two transactions', () => {
    fc.assert(fc.property(lines, (all) => new Set(identify(all).map(({ id }) => id)).size === all.length))
  })

  test('reading any part of a known statement again, in any order, adds nothing', () => {
    fc.assert(
      fc.property(extract, ([all, part]) => {
        const known = new Set(identify(all).map(({ id }) => id))
        return identify(part).every(({ id }) => known.has(id))
      }),
    )
  })

  test('are the same for the same words, however they are spaced, cased or accented', () => {
    const [one] = identify([line(0, 500, 'VIR  CRÊPERIE du port')])
    expect(identify([line(0, 500, 'Vir Creperie du Port ')])[0]?.id).toBe(one?.id)
  })

  test('differ by account, day, amount, currency and words', () => {
    const base = line(0, 500, 'VIR CLIENT UN', { account: '0001' })
    const others = [
      { ...base, account: '0002' },
      { ...base, date: addDays(first, 1) },
      { ...base, amountCents: cents(501) },
      { ...base, currency: 'USD' },
      { ...base, rawLabel: 'VIR CLIENT DEUX' },
    ]
    expect(new Set(identify([base, ...others]).map(({ id }) => id)).size).toBe(6)
  })

  test('do not depend on whether pending rows changed the column of dates', () => {
    const settled = line(1, -500, 'CB CAFE')
    expect(identify([line(0, -500, 'CB CAFE', { bookedOn: addDays(first, 1) })])[0]?.id).toBe(
      identify([settled])[0]?.id,
    )
  })
})

describe('known and read again', () => {
  test('any part of what is known is the same, and nothing is new, doubtful or merged', () => {
    fc.assert(
      fc.property(extract, ([all, part]) => {
        const { same, maybeSame, new: added } = diff(identify(all), identify(part))
        return same.length === part.length && maybeSame.length === 0 && added.length === 0
      }),
    )
  })

  test('the buckets hold each row read exactly once, and no known row answers for two', () => {
    fc.assert(
      fc.property(lines, lines, (known, read) => {
        const found = diff(identify(known), identify(read))
        const told = [
          ...found.same.map((pair) => pair.read),
          ...found.maybeSame.map(({ read: one }) => one),
          ...found.new,
        ]
        const answered = found.same.map((pair) => pair.known.id)
        return (
          told.length === read.length &&
          new Set(told).size === read.length &&
          new Set(answered).size === answered.length
        )
      }),
    )
  })

  test('a fuller label of the same day is the same', () => {
    expect(
      compare([line(3, 9_000, 'VIR INST M LORRAIN')], [line(3, 9_000, 'VIR INST M LORRAIN EUSTACHE cours de mars')])
        .same,
    ).toEqual(['VIR INST M LORRAIN = VIR INST M LORRAIN EUSTACHE cours de mars (fuller-label)'])
  })

  test('a label cut in a word is the same', () => {
    expect(
      compare(
        [line(3, 9_000, 'VIR ATELIER TISSERAND SARL CREATI')],
        [line(3, 9_000, 'VIREMENT ATELIER TISSERAND SARL CREATION')],
      ).same,
    ).toHaveLength(1)
  })

  test('a placeholder re-booked with the name is the same when nothing else could be', () => {
    expect(
      compare([line(3, 9_000, 'VIREMENT INSTANTANE CREDIT')], [line(4, 9_000, 'VIREMENT INSTANTANE DE MME REBOUL')]),
    ).toMatchObject({
      same: ['VIREMENT INSTANTANE CREDIT = VIREMENT INSTANTANE DE MME REBOUL (only-candidate)'],
      new: [],
    })
  })

  test('a placeholder that two rows could be is asked', () => {
    const read = [line(3, 9_000, 'VIREMENT DE MME REBOUL'), line(3, 9_000, 'VIREMENT DE M LORRAIN')]
    expect(compare([line(3, 9_000, 'VIREMENT INSTANTANE CREDIT')], read)).toMatchObject({
      same: [],
      new: [],
      maybeSame: [expect.stringContaining('REBOUL'), expect.stringContaining('LORRAIN')],
    })
  })

  test('a pending card payment, booked days later under the same words, is the same', () => {
    expect(
      compare(
        [line(0, -4_210, 'PAPETERIE LENOIR', { pending: true })],
        [line(5, -4_210, 'CARTE 01/03 PAPETERIE LENOIR')],
      ).same,
    ).toHaveLength(1)
  })

  test('two clients paying the same amount on the same day are two', () => {
    expect(
      compare([line(3, 9_000, 'VIR MME REBOUL')], [line(3, 9_000, 'VIR MME REBOUL'), line(3, 9_000, 'VIR M LORRAIN')]),
    ).toMatchObject({ same: [expect.any(String)], new: ['VIR M LORRAIN'], maybeSame: [] })
  })

  test('another label for the same amount and day is asked, days apart it is new', () => {
    const known = [line(3, 9_000, 'VIR MME REBOUL')]
    expect(compare(known, [line(3, 9_000, 'VIR M LORRAIN')]).maybeSame).toEqual(['VIR M LORRAIN ~ VIR MME REBOUL'])
    expect(compare(known, [line(8, 9_000, 'VIR M LORRAIN')]).new).toEqual(['VIR M LORRAIN'])
  })

  test('a second identical transaction is new', () => {
    const one = line(3, -250, 'CB CAFE DU PORT')
    expect(compare([one], [one, one])).toMatchObject({ same: [expect.any(String)], new: ['CB CAFE DU PORT'] })
  })

  test('a masked account number agrees with the whole one, another does not', () => {
    const known = [line(3, 9_000, 'VIR MME REBOUL', { account: '00099887766' })]
    expect(compare(known, [line(3, 9_000, 'VIR MME REBOUL', { account: '****7766' })]).same).toHaveLength(1)
    expect(compare(known, [line(3, 9_000, 'VIR MME REBOUL', { account: '00012345678' })]).new).toHaveLength(1)
  })

  test('the bank’s own id tells a renamed row, unless the bank writes one id everywhere', () => {
    expect(
      compare([line(3, 9_000, 'Loyer', { bankId: 'A1' })], [line(3, 9_000, 'VIR MME REBOUL', { bankId: 'A1' })]).same,
    ).toEqual(['Loyer = VIR MME REBOUL (bank-id)'])
    const everywhere = [line(3, 9_000, 'VIR A', { bankId: '0' }), line(3, 9_000, 'VIR B', { bankId: '0' })]
    expect(compare(everywhere, [line(3, 9_000, 'VIR C', { bankId: '0' })]).same).toEqual([])
  })

  test('what is missing inside the days read is gone, what lies outside is not', () => {
    const known = [line(0, 1, 'AVANT'), line(2, 1, 'DEDANS'), line(9, 1, 'APRES')]
    expect(compare(known, [line(1, 2, 'UN'), line(3, 2, 'DEUX')]).gone).toEqual(['DEDANS'])
  })

  test('a thousand equal amounts are compared in little time', () => {
    const many = (label: string) =>
      identify(Array.from({ length: 1_000 }, (_, at) => line(at % 300, 5_000, `${label} ${at}`)))
    expect(diff(many('VIR CLIENT'), many('VIREMENT CLIENT')).same).toHaveLength(1_000)
  }, 5_000)
})
