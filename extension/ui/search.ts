import type { OpenInvoice } from '../answers.ts'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

/** Every word typed stands in the number, the client, the subject or the amount: « dupont 450 ». */
export function found(invoices: readonly OpenInvoice[], search: string): readonly OpenInvoice[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return invoices
  return invoices.filter(({ number, client, subject = '', openCents }) => {
    const euros = (openCents / 100).toFixed(2)
    const said = plain(`${number} ${client} ${subject} ${euros} ${euros.replace('.', ',')}`)
    return wanted.every((word) => said.includes(word))
  })
}
