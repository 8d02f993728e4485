import { join } from 'node:path'
import { plain, readPdf, textLayer } from '@tabellion/shared/documents/inspection'
import { expect, test } from 'vitest'
import { CONTACT, invoiced, job, on, pdfNamed, postedLetters } from './unpaid.ts'
import { client, done, freshWorkbook, sale } from './workshop.ts'

// Every paper and mail of an unpaid job, word for word: what mails.test.ts, notices.test.ts and reminder-words.test.ts do not hold.

const F1 = { number: 'F2026-0001' }
const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.txt`)
/** The text of the first pages of a PDF: of one, without the copies after it. */
function words(pdf: Uint8Array, pages = 1): string {
  const shown = textLayer(readPdf(pdf)).slice(0, pages).flat()
  return `${plain(shown.map(({ text }) => text).join(' '))}\n`
}

/** Posted to a debtor of each kind: what each owes, and of what law. */
test.each([
  ['business', {}],
  ['consumer', { type: 'Particulier', contact: 'Mme Anne Essai' }],
  ['public', { type: 'Administration', siret: '99999000700012' }],
] as const)('the letters posted to a %s client', async (debtor, more) => {
  const papers = postedLetters(more)
  const letters = papers.map((pdf) => words(pdf))
  expect(new Set(letters).size).toBe(4)
  // One page each, signature and all, before the copy of the invoice.
  for (const pdf of papers) expect(textLayer(readPdf(pdf))).toHaveLength(2)
  if (debtor === 'consumer') expect(letters.join('')).not.toMatch(/40,00\s€|forfaitaire|L441-10|BCE/)
  await expect(letters.join('\n– – –\n\n')).toMatchFileSnapshot(golden(`letters-${debtor}`))
})

test('the file of an unpaid job: its index, which alone numbers the whole, and the account', async () => {
  const emulator = job()
  done(emulator, 'export-unpaid-file', { number: 'F2026-0002' })
  const whole = words(pdfNamed(emulator, 'dossier-impaye'), 99)
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
    const [first, last] = [words(pdfNamed(emulator, 'F2026-0001')), words(pdfNamed(emulator, 'F2026-0004'))]
    const thanks = (text: string): string | undefined =>
      /Merci de votre fidélité\.|À bientôt sur le quai\./.exec(text)?.[0]
    expect([message, thanks(last)]).toEqual([message, printed])
    if (message === '') expect(thanks(first)).toBeUndefined()
  }
})
