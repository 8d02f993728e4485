import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AUTOMATIC } from './unpaid.ts'
import { client, done, freshWorkbook, rows, sale } from './workshop.ts'

/** A consumer owes legal interest from the notice on and no 40 €; a public body its own rate from the day after the term. */
test.each([
  ['consumer', { type: 'Particulier' }],
  ['public', { type: 'Administration', siret: '99999000700012' }],
] as const)('every step said to a %s client', async (debtor, more) => {
  const emulator = freshWorkbook(AUTOMATIC)
  client(emulator, 'Mairie des Essais', more)
  sale(emulator, 'Mairie des Essais')
  emulator.clock.set('2026-08-10T08:00:00Z')
  done(emulator, 'issue-invoices')
  const files: string[] = []
  for (const day of ['2026-09-15', '2026-09-28', '2026-10-12', '2026-10-26']) {
    emulator.clock.set(`${day}T08:00:00Z`)
    done(emulator, 'daily')
    const { reminders: listed = [] } = done(emulator, 'prepare-reminders')
    for (const { id } of listed) {
      const row = rows(emulator, 'reminders').findIndex((one) => one['id'] === id)
      emulator.book.type('Relances', 4 + row, 5, [['E-mail']])
      files.push(...(done(emulator, 'send-reminders', { ids: [id] }).files ?? []))
    }
  }
  const mails = emulator.mails().filter(({ to }) => to.includes('compta@client.example'))
  const text = mails
    .map(({ body, sentAt, subject }) => `${sentAt.slice(0, 10)} ${subject}\n\n${body}`)
    .join('\n– – –\n\n')
  expect(mails).toHaveLength(4)
  if (debtor === 'consumer') expect(text).not.toMatch(/40,00\s€|forfaitaire|L441-10|BCE/)
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `reminders-${debtor}.txt`))
})
