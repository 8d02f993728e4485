import { expect, test } from 'vitest'
import { done, freshWorkbook, refused, rows, sale } from './workshop.ts'

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

test('a sale copied with its whole row is another sale, whatever its hidden ID; a billed one is to be billed again', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'preview-invoices')
  emulator.user.paste('Ventes', 'A5', { sheet: 'Ventes', area: 'A4:Z4' })
  expect(done(emulator, 'issue-invoices')).toMatchObject({
    message: '1 facture émise.',
    issued: [{ payableCents: 90_000 }],
  })
  const [run] = emulator.user.paste('Ventes', 'A6', { sheet: 'Ventes', area: 'A4:Z4' })
  expect(run?.toasts[0]?.message).toContain('nouvelle vente')
  expect(rows(emulator, 'sales')[2]).toMatchObject({ id: '', document: '', status: '', net: 450 })
  emulator.user.edit('Ventes', 'G6', '2')
  expect(rows(emulator, 'sales')[2]).toMatchObject({ net: 900 })
  emulator.user.edit('Ventes', 'A6', 'VRAI')
  expect(done(emulator, 'issue-invoices').issued?.map(({ number }) => number)).toEqual(['F2026-0002'])
  expect(done(emulator, 'verify').findings).toEqual([])
})

test('a tab that was renamed is found again, with all that it holds', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  emulator.user.renameSheet('Factures', 'Mes factures')
  emulator.user.renameSheet('_Journal', 'Ancien journal')
  expect(refused(emulator, 'issue-invoices').message).toContain('Réparer les onglets le lui rend')
  expect(done(emulator, 'repair-tabs').message).toContain('l’onglet Factures, qui avait changé de nom')
  expect(done(emulator, 'verify').message).toContain('Tout est intact')
  emulator.user.renameSheet('Clients', 'Mes clients')
  sale(emulator, 'Brasserie du Ponant')
  expect(done(emulator, 'issue-invoices').findings).toContainEqual(expect.objectContaining({ code: 'renamed-tab' }))
  expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
})

test('Aide and the lists of things to check have words from the first day; what was written there stays', () => {
  const emulator = freshWorkbook()
  const help = (): readonly unknown[] => emulator.book.values('Aide').map(([about]) => about)
  expect(help()).toContain('Un client ne paie pas')
  expect(new Set(rows(emulator, 'checklists').map(({ moment }) => moment)).size).toBe(7)
  emulator.user.edit('Aide', 'A4', 'Mes notes')
  emulator.user.edit('Listes de vérification', 'B4', 'Ma tâche')
  done(emulator, 'setup')
  done(emulator, 'repair-tabs')
  expect(help()[3]).toBe('Mes notes')
  expect(rows(emulator, 'checklists')[0]).toMatchObject({ task: 'Ma tâche' })
  emulator.run('menuHelp', [], { context: 'menu' })
  const seen = emulator.screen.selection()?.sheet
  expect(emulator.screen.book().sheets.find(({ id }) => id === seen)?.name).toBe('Aide')
})

test('a payment of all that is left on the active invoice is four times Enter', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  emulator.user.select('Factures', 'A4')
  const enter = { button: 'OK', text: '' }
  const run = emulator.run('menuRecordPayment', [], { context: 'menu', answers: [enter, enter, enter, enter] })
  expect(run.dialogs[1]?.text).toContain('vide\u00a0: 450,00\u00a0€, tout ce qui reste dû')
  expect(run.toasts[0]?.message).toContain('Payée')
})
