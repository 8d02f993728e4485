import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AUTOMATIC, invoiced, on } from './unpaid.ts'
import { done, rows } from './workshop.ts'

describe('words', () => {
  const TONES = { courtois: {}, amical: { 'Ton des relances': 'Amical' } } as const
  test.each(Object.keys(TONES) as (keyof typeof TONES)[])('%s', async (tone) => {
    const emulator = on(invoiced({ ...AUTOMATIC, ...TONES[tone], 'Rappel avant échéance': '3' }), '2026-12-21')
    for (const day of ['2026-12-22', '2026-12-30', '2027-01-11', '2027-01-25', '2027-02-08']) {
      emulator.clock.set(`${day}T08:00:00Z`)
      done(emulator, 'daily')
      const { reminders: listed = [] } = done(emulator, 'prepare-reminders')
      for (const { id } of listed) {
        const row = rows(emulator, 'reminders').findIndex((one) => one['id'] === id)
        emulator.book.type('Relances', 4 + row, 5, [['E-mail']])
        done(emulator, 'send-reminders', { ids: [id] })
      }
    }
    const mails = emulator.mails().filter(({ to }) => to.includes('compta@client.example'))
    const text = mails.map(({ attachments, body, sentAt, subject }) =>
      [
        `${sentAt.slice(0, 10)} ${subject}`,
        `Pièce jointe : ${attachments.map(({ name }) => name).join(', ')}`,
        '',
        body,
      ].join('\n'),
    )
    await expect(text.join('\n– – –\n\n')).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', `reminders-${tone}.txt`),
    )
  })
})
