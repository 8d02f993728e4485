import { day } from '@tabellion/shared/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStatements } from '../index.ts'
import { fileOf, type Manner, manner, movements, written } from './manners.ts'

/** Without headings nobody could tell these apart. */
const bare = (how: Manner): Manner => ({
  ...how,
  order: [0],
  isTrimmed: false,
  extra: how.extra.filter((name) => !['value', 'foreign', 'rank', 'own', 'reference'].includes(name)),
})

test('a list written in any bank’s manner reads as it was', () => {
  fc.assert(
    fc.property(movements, manner, (given, chosen) => {
      const how = chosen.isBare ? bare(chosen) : chosen
      const list = given.map(({ at, cents, label }, rank) => ({
        at,
        cents: !how.isBare
          ? cents
          : rank === 0
            ? Math.abs(cents)
            : rank === 1 || /^(?:CB|PRLV|FRAIS)/.test(label)
              ? -Math.abs(cents)
              : cents,
        label: how.isBare && (rank === 0 || !/[A-Z]/.test(label)) ? 'DUPONT' : label,
      }))
      const { text, rows } = fileOf(list, how)
      const plain =
        how.letters === 'latin1'
          ? text.replaceAll('’', "'").replaceAll('\u202f', '\u00a0').replaceAll('€', '\u0080')
          : text
      const bytes = Buffer.from(
        how.letters === 'marked' || how.letters === 'utf16le' ? `\ufeff${plain}` : plain,
        how.letters === 'marked' ? 'utf8' : how.letters,
      )
      const read = readStatements(Uint8Array.from(bytes), { today: day('2026-04-30') })
      const straight = (label: string): string => label.replaceAll('’', "'").replace(/\s+/g, ' ')
      const labels = new Set(rows.map(({ label }) => straight(label)))
      const found = read.ok
        ? read.value
            .flatMap(({ lines }) => lines)
            .map(({ date, amountCents, rawLabel }) => {
              const parts = straight(rawLabel).split(' | ')
              return `${date} ${amountCents} ${parts.find((part) => labels.has(part)) ?? rawLabel}`
            })
        : [JSON.stringify(read.problem)]
      // Twice the same figures below 13, in no language: then the user is asked.
      if (!read.ok && read.problem.code === 'date-order-unknown' && how.decimal === '.') return
      const wanted = rows.map((movement) => `${written(movement, 'iso')} ${movement.cents} ${straight(movement.label)}`)
      if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${text}\n${found.join('\n')}`)
      expect(found).toEqual(wanted)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 150) },
  )
})
