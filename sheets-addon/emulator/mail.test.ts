import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

test('a mail becomes an .eml file with its attachments inside', () => {
  const emulator = emulate({ owner: 'moi@exemple.fr' })
  const body = `
    return MailApp.sendEmail({ to: 'Dupont <compta@dupont.fr>', cc: 'a@b.fr', replyTo: 'moi@exemple.fr', name: 'Léa Martin', subject: 'Facture F2026-0001 – 1 350,00 €',
      body: 'Bonjour', htmlBody: '<p>Bonjour</p>', attachments: [Utilities.newBlob([37, 80, 68, 70], 'application/pdf', 'F2026-0001_Été.pdf')] })`
  expect(resultOf(emulator, body)).toBeNull()
  const [mail] = emulator.mails()
  expect(mail).toMatchObject({
    number: 1,
    from: 'moi@exemple.fr',
    to: ['Dupont <compta@dupont.fr>'],
    cc: ['a@b.fr'],
    sentAt: '2026-11-25T08:00:00.000Z',
  })
  expect(Buffer.from(mail?.attachments[0]?.bytes ?? []).toString()).toBe('%PDF')
  expect(mail?.eml).toContain('To: Dupont <compta@dupont.fr>\r\n')
  expect(mail?.eml).toMatch(/From: =\?UTF-8\?B\?TMOpYSBNYXJ0aW4=\?= <moi@exemple.fr>/)
  expect(mail?.eml).toContain("filename*=UTF-8''F2026-0001_%C3%89t%C3%A9.pdf")
  expect(mail?.eml).toContain(`\r\n\r\n${Buffer.from('%PDF').toString('base64')}\r\n`)
  expect(mail?.eml.split('\r\n').every((line) => line.length <= 998 && /^[\x20-\x7e]*$/.test(line))).toBe(true)
})

test('each limit refuses the mail and nothing leaves (G:quotas)', () => {
  const emulator = emulate()
  const body = `
    const many = (n) => Array.from({ length: n }, (_, i) => 'u' + i + '@x.fr').join(',');
    const send = (more) => caught(() => MailApp.sendEmail({ to: 'a@b.fr', subject: 's', body: 'b', ...more }));
    return [send({ to: '' }), send({ to: 'pas une adresse' }), send({ to: many(51) }), send({ body: 'x'.repeat(204801) }), send({ attachments: [Utilities.newBlob('x')] }),
      send({ attachments: Array.from({ length: 251 }, () => Utilities.newBlob('x', 'text/plain', 'x')) }), caught(() => MailApp.sendEmail('a@b.fr')).slice(0, 25)]`
  expect(resultOf(emulator, body)).toEqual([
    'Exception: Failed to send email: no recipient',
    'Exception: Invalid email: pas une adresse',
    'Exception: Limit Exceeded: Email Recipients Per Message.',
    'Exception: Limit Exceeded: Email Body Size.',
    'Exception: Blob object must have non-null name for this operation.',
    'Exception: Limit Exceeded: Email Attachments Per Message.',
    'Exception: The parameters',
  ])
  expect(emulator.mails()).toEqual([])
})

test('100 recipients a day, cc and bcc count, and the day starts with the first mail (G:quotas, dwyl#376)', () => {
  const emulator = emulate()
  const body = `
    for (let i = 0; i < 33; i++) MailApp.sendEmail({ to: 'a@b.fr', cc: 'c@d.fr', bcc: 'e@f.fr', subject: 's', body: 'b' });
    return [MailApp.getRemainingDailyQuota(), caught(() => MailApp.sendEmail('a@b.fr,c@d.fr', 's', 'b'))]`
  expect(resultOf(emulator, body)).toEqual([1, 'Exception: Service invoked too many times for one day: email.'])
  expect(emulator.mails()).toHaveLength(33)
  emulator.clock.advance(86_400_000)
  expect(resultOf(emulator, `return MailApp.getRemainingDailyQuota()`)).toBe(100)
  expect(resultOf(emulate({ switches: { account: 'workspace' } }), `return MailApp.getRemainingDailyQuota()`)).toBe(
    1500,
  )
})

test('a mail that left although the call failed: the script cannot know', () => {
  const emulator = emulate()
  const refusals = [{ service: 'MailApp', method: 'sendEmail', error: 'server-error' as const, when: 'after' as const }]
  expect(run(emulator, `return caught(() => MailApp.sendEmail('a@b.fr', 's', 'b'))`, { refusals }).result).toMatch(
    /server error occurred/,
  )
  expect(emulator.mails()).toHaveLength(1)
})
