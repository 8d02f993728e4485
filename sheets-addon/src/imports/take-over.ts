import type { InvoiceTakenOver, StoredCells } from '@tabellion/shared/journal'
import { type ForeignInvoice, invoiceKinds, natures, type Settings } from '@tabellion/shared/ledger'
import { applyRate, type Cents, cents, divideRounded, minus, type Rate, rate } from '@tabellion/shared/money'
import { vatRatesOf } from '@tabellion/shared/regulation'

/** What *PDF*, *Modèle* and *Factur-X* say of a document that another tool made. */
const TAKEN_OVER = 'Repris'

/**
 * An invoice of another tool from the day this one takes over: *Net à payer* is what was left then, since what came before is in
 * that tool’s books.
 */
export function takeOver(invoice: ForeignInvoice, settings: Settings, id: string): InvoiceTakenOver {
  const { number, kind, client, subject, issueDate, dueDate, gross, due } = invoice
  const vat = invoice.vat ?? cents(0)
  const tax = shareOf(vat, due, gross)
  const category = invoice.nature ?? natures.parse(settings.text('Nature principale')) ?? 'servicesBnc'
  const what = subject === '' ? `Facture ${number}` : subject
  const register: StoredCells = {
    number,
    kind: invoiceKinds.labels[kind],
    client,
    subject: what,
    issueDate,
    dueDate: dueDate ?? '',
    gross: gross / 100,
    file: TAKEN_OVER,
    net: minus(gross, vat) / 100,
    vat: vat / 100,
    depositsDeducted: minus(gross, due) / 100,
    payable: due / 100,
    netVat: tax / 100,
    template: TAKEN_OVER,
    facturX: TAKEN_OVER,
    id,
  }
  return {
    type: 'takenOver',
    v: 1,
    number,
    kind,
    issued: issueDate,
    client,
    subject: what,
    groups: [{ category, rate: rateOf(invoice, vat), base: minus(due, tax), tax }],
    register,
  }
}

const shareOf = (vat: Cents, due: Cents, gross: Cents): Cents =>
  gross === 0 ? cents(0) : cents(Number(divideRounded(BigInt(vat) * BigInt(due), BigInt(gross))))

/** The rate of the law that gives this VAT to a few cents; a mix of rates is their mean. */
function rateOf({ gross, issueDate }: ForeignInvoice, vat: Cents): Rate {
  const net = minus(gross, vat)
  if (vat === 0 || net <= 0) return rate(0)
  const known = vatRatesOf('metropolitan', issueDate)?.value ?? []
  const exact = known.find((candidate) => Math.abs(applyRate(net, candidate) - vat) <= 2)
  return exact ?? rate(Math.round((vat / net) * 100_000))
}
