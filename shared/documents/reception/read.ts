import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type ArithmeticProblem, recount } from './arithmetic.ts'
import { xmlText } from './encoding.ts'
import { readFacts } from './facts.ts'
import { attachments } from './pdf/attachments.ts'
import { isPdf, openPdf, type PdfProblem } from './pdf/file.ts'
import { type SupplierInvoice, supplierInvoiceKey } from './supplier-invoice.ts'
import type { FactProblem } from './term-reader.ts'
import { readXml, type XmlNode, type XmlProblem } from './xml-node.ts'

/** Why a file is not an invoice that can be read. */
export type ReceptionProblem =
  | PdfProblem
  | XmlProblem
  | FactProblem
  /** Neither a PDF nor XML. */
  | { readonly code: 'unknown-file' }
  /** A PDF without any file in it: a picture of an invoice. */
  | { readonly code: 'plain-pdf' }
  /** A PDF whose files are no invoice. */
  | { readonly code: 'no-invoice-inside'; readonly names: readonly string[] }
  /** The attachment is there, its data are not. */
  | { readonly code: 'broken-attachment'; readonly name: string }
  /** XML of another kind, named by its root: an order, a transfer… */
  | { readonly code: 'not-an-invoice'; readonly root: string }
  /** ZUGFeRD 1 of 2014, which is no EN 16931. */
  | { readonly code: 'obsolete-format' }
  /** BT-24 names rules we do not know. */
  | { readonly code: 'unknown-profile'; readonly profile: string }

export interface ReceivedInvoice {
  readonly invoice: SupplierInvoice
  /** Two files with the same key are the same invoice. */
  readonly key: string
  /** Empty when every amount follows from the others. */
  readonly arithmetic: readonly ArithmeticProblem[]
  /** The XML itself, to be kept beside the PDF that held it. */
  readonly xml: string
}

/** Names that Factur-X, ZUGFeRD and XRechnung give the attachment, newest first. */
const INVOICE_NAMES = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

const CII_NAMESPACE = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'
const UBL_NAMESPACE = /^urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2$/

/** BT-24 of EN 16931 and what extends or restricts it: Factur-X, ZUGFeRD, XRechnung, Peppol, EXTENDED-CTC-FR. */
const KNOWN_PROFILES = /^urn:(cen\.eu:en16931:2017|factur-x\.eu:1p0:|zugferd\.de:2p0:|www\.cenbii\.eu:|peppol:)/

/** Reads an invoice received as a Factur-X PDF, or as a CII or UBL file. */
export function readSupplierInvoice(bytes: Uint8Array): Result<ReceivedInvoice, ReceptionProblem> {
  if (isPdf(bytes)) {
    const attached = invoiceInside(bytes)
    return attached.ok ? readInvoiceXml(xmlText(attached.value)) : attached
  }
  const text = xmlText(bytes)
  return /^[\s\ufeff]*</.test(text) ? readInvoiceXml(text) : fail({ code: 'unknown-file' })
}

function invoiceInside(bytes: Uint8Array): Result<Uint8Array, ReceptionProblem> {
  const opened = openPdf(bytes)
  if (!opened.ok) return opened
  const files = attachments(opened.value)
  if (files.length === 0) return fail({ code: 'plain-pdf' })
  const rank = ({ name }: { readonly name: string }): number => {
    const known = INVOICE_NAMES.indexOf(name.toLowerCase())
    return known >= 0 ? known : /\.xml$/i.test(name) ? INVOICE_NAMES.length : Number.POSITIVE_INFINITY
  }
  const [best] = files.filter((file) => Number.isFinite(rank(file))).sort((a, b) => rank(a) - rank(b))
  if (!best) return fail({ code: 'no-invoice-inside', names: files.map(({ name }) => name) })
  return best.bytes ? ok(best.bytes) : fail({ code: 'broken-attachment', name: best.name })
}

function readInvoiceXml(xml: string): Result<ReceivedInvoice, ReceptionProblem> {
  const root = readXml(xml)
  if (!root.ok) return root
  const syntax = syntaxOf(root.value)
  if (!syntax.ok) return syntax
  const facts = readFacts(root.value, syntax.value)
  if (!facts.ok) return facts
  const invoice = facts.value
  if (!KNOWN_PROFILES.test(invoice.profile)) return fail({ code: 'unknown-profile', profile: invoice.profile })
  return ok({ invoice, key: supplierInvoiceKey(invoice), arithmetic: recount(invoice), xml })
}

function syntaxOf({ name, namespace }: XmlNode): Result<'cii' | 'ubl', ReceptionProblem> {
  if (name === 'CrossIndustryInvoice' && namespace === CII_NAMESPACE) return ok('cii')
  if (UBL_NAMESPACE.test(namespace)) return ok('ubl')
  return fail(name === 'CrossIndustryDocument' ? { code: 'obsolete-format' } : { code: 'not-an-invoice', root: name })
}
