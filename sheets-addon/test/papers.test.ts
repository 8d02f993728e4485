import { join } from 'node:path'
import { plain, readPdf, textLayer } from '@tabellion/shared/documents/inspection'
import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { CONTACT, invoiced, job, on } from './unpaid.ts'
import { client, done, freshWorkbook, sale } from './workshop.ts'

// Every paper and mail of an unpaid job, word for word: what mails.test.ts, notices.test.ts and reminder-words.test.ts do not hold.

const F1 = { number: 'F2026-0001' }
const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.txt`)
/** The text of the first pages of the latest PDF of this name: one, without the copies after it. */
function paper(emulator: Emulator, name: RegExp, pages = 1): string {
  const file = [...emulator.drive.files()].reverse().find((one) => name.test(one.name))
  const pdf = readPdf(emulator.drive.content(file?.id ?? '') ?? new Uint8Array())
  const shown = textLayer(pdf).slice(0, pages).flat()
  return `${plain(shown.map(({ text }) => text).join(' '))}\n`
}

/** Posted to a debtor of each kind: what each owes, and of what law. */
test.each([
  ['business', {}],
  ['consumer', { type: 'Particulier', contact: 'Mme Anne Essai' }],
  ['public', { type: 'Administration', siret: '99999000700012' }],
] as const)('the letters posted to a %s client', async (debtor, more) => {
  const emulator = freshWorkbook(CONTACT)
  client(emulator, 'Les Essais', { email: '', ...more })
  sale(emulator, 'Les Essais')
  emulator.clock.set('2026-08-10T08:00:00Z')
  done(emulator, 'issue-invoices')
  const letters: string[] = []
  for (const [day, name] of [
    ['2026-09-15', 'relance'],
    ['2026-09-28', 'relance'],
    ['2026-10-12', 'mise-en-demeure'],
    ['2026-10-26', 'recouvrement'],
  ] as const) {
    emulator.clock.set(`${day}T08:00:00Z`)
    const { reminders: [next] = [] } = done(emulator, 'prepare-reminders')
    if (name === 'mise-en-demeure') {
      done(emulator, 'formal-notice', F1)
      done(emulator, 'post-notice', { ...F1, registered: '1A 234 567 8901 2' })
    } else done(emulator, 'send-reminders', { ids: [next?.id] })
    letters.push(paper(emulator, new RegExp(`_${name}.*\\.pdf$`)))
  }
  expect(new Set(letters).size).toBe(4)
  if (debtor === 'consumer') expect(letters.join('')).not.toMatch(/40,00\s€|forfaitaire|L441-10|BCE/)
  await expect(letters.join('\n– – –\n\n')).toMatchFileSnapshot(golden(`letters-${debtor}`))
})

test('the file of an unpaid job: its index, which alone numbers the whole, and the account', async () => {
  const emulator = job()
  done(emulator, 'export-unpaid-file', { number: 'F2026-0002' })
  const whole = paper(emulator, /^dossier-impaye.*pdf$/, 99)
  expect(whole.match(/Dossier, p\. \d+ \/ \d+/g)?.length).toBe(Number(/p\. 1 \/ (\d+)/.exec(whole)?.[1]))
  const [index = ''] = whole.split(/(?<=Dossier, p\. 1 \/ \d+)/)
  expect(index).not.toMatch(/Page 1 \//)
  const account = whole.slice(whole.lastIndexOf('Objet : Décompte'))
  await expect(`${index}\n\n– – –\n\n${account}`).toMatchFileSnapshot(golden('unpaid-file'))
})

test('the mail that offers to pay in two, three or four times; of a deposit too', async () => {
  const emulator = on(invoiced(), '2026-12-30')
  done(emulator, 'offer-plans', { ...F1, send: true })
  const quoted = freshWorkbook(CONTACT)
  sale(quoted, 'Brasserie du Ponant', { label: 'Identité visuelle', unitPrice: '2000' })
  done(quoted, 'create-quote')
  done(quoted, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25' })
  done(quoted, 'request-deposit', { quote: 'D2026-0001' })
  done(quoted, 'offer-plans', { ...F1, send: true })
  done(quoted, 'create-credit-note', { ...F1, reason: 'Commande réduite', amountCents: 10_000 })
  done(quoted, 'send-documents', { numbers: ['AV2026-0001'] })
  const mails = [...emulator.mails(), ...quoted.mails()]
  expect(mails).toHaveLength(3)
  const text = mails.map(({ body, subject }) => `${subject}\n\n${body}`)
  await expect(text.join('\n– – –\n\n')).toMatchFileSnapshot(golden('mail-plans'))
})

test('the invoice of someone who often comes carries the thanks; their own message replaces them, « Aucun » takes them off', () => {
  for (const [message, printed] of [
    ['', 'Merci de votre fidélité.'],
    ['À bientôt sur le quai.', 'À bientôt sur le quai.'],
    ['Aucun', undefined],
  ] as const) {
    const emulator = freshWorkbook({ ...CONTACT, 'Message de fidélité': 'Merci de votre fidélité.' })
    client(emulator, 'Fidèle SARL', { message })
    for (const [at, number] of ['F2026-0001', 'F2026-0002', 'F2026-0003', 'F2026-0004'].entries()) {
      sale(emulator, 'Fidèle SARL', { label: `Affiche n° ${at + 1}` })
      done(emulator, 'issue-invoices')
      done(emulator, 'record-payment', { number, date: '2026-11-25', amountCents: 45_000, method: 'transfer' })
    }
    const [first, last] = [paper(emulator, /^F2026-0001/), paper(emulator, /^F2026-0004/)]
    const thanks = (text: string): string | undefined =>
      /Merci de votre fidélité\.|À bientôt sur le quai\./.exec(text)?.[0]
    expect([message, thanks(last)]).toEqual([message, printed])
    if (message === '') expect(thanks(first)).toBeUndefined()
  }
})
