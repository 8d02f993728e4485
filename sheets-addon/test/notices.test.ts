import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AUTOMATIC } from './unpaid.ts'
import { client, done, freshWorkbook, rows, sale } from './workshop.ts'

const MEDIATOR = {
  'Médiateur de la consommation': 'Médiation des Essais, 1, quai des Essais, 44000 Nantes, mediation.example',
}

/**
 * A consumer owes legal interest from the notice on and no 40 €, and hears of the mediator; a public body owes its own rate from the
 * day after the term. What was agreed with others (*Taux des pénalités*) holds for neither.
 */
test.each([
  ['consumer', { type: 'Particulier', penaltyRate: '15' }],
  ['public', { type: 'Administration', siret: '99999000700012', penaltyRate: '15' }],
] as const)('every step said to a %s client', async (debtor, more) => {
  const emulator = freshWorkbook({ ...AUTOMATIC, ...MEDIATOR })
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
  expect(text).not.toMatch(/15,00/)
  if (debtor === 'consumer') {
    expect(text).not.toMatch(/40,00\s€|forfaitaire|L441-10|BCE/)
    expect(text.match(/médiateur de la consommation/g)).toHaveLength(2)
  } else {
    expect(text).not.toMatch(/commissaire|médiateur/)
    expect(text.match(/mandatement d’office/g)).toHaveLength(2)
    const { lines = [] } = done(emulator, 'explain-amount', { number: 'F2026-0001' })
    expect(lines.join(' ')).toMatch(/ne se saisit pas.*L1612-16.*R541-1/)
    expect(lines.join('\n')).not.toMatch(/L125-1|il a un mois pour accepter/)
  }
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `reminders-${debtor}.txt`))
})

test('a consumer put in default by who names no mediator: said, and told where to name one', () => {
  const emulator = freshWorkbook(AUTOMATIC)
  client(emulator, 'Zoé Martel', { type: 'Particulier' })
  sale(emulator, 'Zoé Martel')
  emulator.clock.set('2026-08-10T08:00:00Z')
  done(emulator, 'issue-invoices')
  emulator.clock.set('2026-10-12T08:00:00Z')
  const { files, findings } = done(emulator, 'formal-notice', { number: 'F2026-0001' })
  expect(files).toHaveLength(1)
  expect(findings).toMatchObject([{ code: 'quote-mediator-missing', severity: 'fix', tab: 'Réglages' }])
})
