import { settingDeclarations } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { FRIENDLY, TEXT_SETTINGS } from './words.ts'

const text = (name: string): string => {
  const found = settingDeclarations.find((setting) => setting.name === name)
  return found && 'default' in found ? found.default : ''
}
const all = [
  ...TEXT_SETTINGS.map((name, level) => [name, level, text(name)] as const),
  ...Object.entries(FRIENDLY).map(([level, friendly]) => [`amical ${level}`, Number(level), friendly] as const),
]

describe.each(all)('%s', (_, level, body) => {
  test('says vous, one exclamation mark at most, no blame', () => {
    expect(body.length).toBeGreaterThan(80)
    expect(body).not.toMatch(/(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})/iu)
    expect(body.match(/!/g) ?? []).toHaveLength(0)
    expect(body).not.toMatch(/mauvaise foi|inadmissible|intolérable/i)
  })
  test('names the invoice, what is asked and since when in its first lines', () => {
    const [first = '', second = '', third = '', fourth = ''] = body.split('\n').filter((line) => line !== '')
    const opening = [first, second, third, fourth].join(' ')
    expect(opening).toContain('{numero}')
    expect(opening).toMatch(/\{(montant|total)\}/)
    expect(opening).toContain('{echeance}')
  })
  test(level < 3 ? 'threatens with nothing' : 'says what follows', () => {
    const threat =
      /demeure|justice|tribunal|huissier|poursui|contentieux|recouvrement|frais|pénalit|à défaut|sans autre avis/i
    if (level < 3) expect(body).not.toMatch(threat)
    else expect(body).toContain('{suite}')
  })
})
