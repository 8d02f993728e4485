import { expect, test } from 'vitest'
import { done, freshWorkbook, sale } from './workshop.ts'

/** What people really type, and what they then read. */
test('a start of activity that does not exist is no « rien ne vous attend »', () => {
  expect(done(freshWorkbook({ 'Date de début': '31/02/2024' }), 'today').actions).toEqual([
    expect.objectContaining({
      code: 'deadlines-unknown',
      tab: 'Réglages',
      message:
        '«\u00a0Date de début\u00a0» vaut «\u00a031/02/2024\u00a0», qui ne se lit pas. Attendu\u00a0: une date comme 15/03/2024.',
    }),
  ])
})

test('an address that cannot be sent to is said before the number is taken, whole', () => {
  const emulator = freshWorkbook()
  done(emulator, 'add-sale', {
    client: {
      name: 'Le Merle',
      type: 'Professionnel',
      address: '1, rue',
      postcode: '69003',
      city: 'Lyon',
      email: 'compta chez merle.fr',
    },
  })
  sale(emulator, 'Le Merle')
  const [group] = done(emulator, 'preview-invoices').preview?.groups ?? []
  expect(group).not.toHaveProperty('email')
  expect(group?.warnings.map(({ text }) => text)).toContain(
    '«\u00a0compta chez merle.fr\u00a0» n’est pas une adresse e-mail\u00a0: le document ne pourra pas partir.',
  )
  expect(done(emulator, 'issue-invoices', { send: true }).findings).toContainEqual(
    expect.objectContaining({
      code: 'wrong-recipient',
      message: expect.stringContaining('«\u00a0compta chez merle.fr\u00a0»'),
    }),
  )
})
