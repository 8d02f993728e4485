import { expect, test } from 'vitest'
import { done, freshWorkbook, perform, rows, sale } from './workshop.ts'

const F1 = 'F2026-0001'

test('a mail whose answer was an error nobody knows: told at once, never sent again by itself', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Couverture du catalogue', group: 'B' })
  done(emulator, 'issue-invoices')
  perform(
    emulator,
    'send-documents',
    {},
    { refusals: [{ service: 'MailApp', method: 'sendEmail', error: 'server-error', when: 'after' }] },
  )
  expect(emulator.mails()).toHaveLength(2)
  for (const action of ['send-documents', 'issue-invoices', 'check-file'])
    expect(done(emulator, action, action === 'issue-invoices' ? { send: true } : {}).findings).toContainEqual(
      expect.objectContaining({ code: 'send-unsure', message: expect.stringContaining(F1) }),
    )
  expect(done(emulator, 'today').actions?.map((item) => item.code)).toContain('mails-unsure')
  expect(emulator.mails()).toHaveLength(2)
  expect(rows(emulator, 'invoices')[0]).toMatchObject({ number: F1, sentOn: '', sentTo: '', status: 'Émise' })
  const send = () => done(emulator, 'send-documents', { numbers: [F1] })
  expect(send()).toMatchObject({ sent: [{ number: F1 }], findings: [] })
  // Not a « Duplicata »: nobody knows of an original that arrived, and a client must not be left with a copy alone. Should both
  // arrive, they are the same number and the same bytes.
  const [first, again] = emulator.mails().filter((mail) => mail.subject.includes(F1))
  expect(again?.subject).toBe(`Facture ${F1} – Camille Orme EI`)
  expect(again?.attachments).toEqual(first?.attachments)
  expect(done(emulator, 'send-documents').findings).toEqual([])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  // Now that one is known to have left, the next is one.
  send()
  expect(emulator.mails().at(-1)?.subject).toBe(`Duplicata – Facture ${F1} – Camille Orme EI`)
})
