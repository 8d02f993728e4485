import type { ForeignFile } from './problem.ts'

/** First bytes of the binary formats people drop by mistake. Source: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly (readonly [ForeignFile, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x42, 0x5a, 0x68]],
]
/** OLE compound file: old Excel and Word, and workbooks locked by a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** Recognises by its bytes a file that holds no text. */
export function foreignBytes(bytes: Uint8Array): ForeignFile | 'locked-workbook' | undefined {
  for (const [what, signature] of SIGNATURES) if (startsWith(bytes, signature)) return what
  if (startsWith(bytes, COMPOUND)) {
    if (holds(bytes, 'EncryptedPackage')) return 'locked-workbook'
    return holds(bytes, 'WordDocument') ? 'word-processor' : 'old-spreadsheet'
  }
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) || holds(bytes.subarray(4, 12), 'ftyp', 1)) return 'image'
  // A PDF may be preceded by up to 1 024 bytes of anything (ISO 32000-1, appendix H.3.4.1).
  return holds(bytes.subarray(0, 1_024), '%PDF-', 1) ? 'pdf' : undefined
}

/** Recognises by its text a file that is surely no statement. */
export function foreignText(text: string): ForeignFile | undefined {
  const head = text.slice(0, 3_000).trimStart()
  if (
    /^<(?:!doctype html|(?:html|head|body|table|div|script|meta|ul|ol|li|section|main|article|nav|form|title|style|link|span|header|p|tbody|tr)[\s>])/i.test(
      head,
    ) ||
    /<html[\s>]/i.test(head)
  ) {
    return /type\s*=\s*["']?password/i.test(text) ? 'login-page' : 'web-page'
  }
  if (/^<\?xml|^<[a-z][\w:-]*[\s>]/i.test(head)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'xml-spreadsheet'
    return /CrossIndustryInvoice|urn:oasis:names:specification:ubl/.test(head) ? 'invoice' : 'xml'
  }
  if (/^%PDF-/.test(head)) return 'pdf'
  if (/^\{\\rtf/.test(head)) return 'word-processor'
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|"|\]))/.test(head)) return 'json'
  if (
    /^(?:From |Return-Path:|Received:|MIME-Version:|Delivered-To:|Subject:)/im.test(head.slice(0, 400)) &&
    /^(?:From|To|Subject):/im.test(head)
  )
    return 'mail'
  // The FEC, which French accounting programs export: entries of every account, not a bank's list. BOI-CF-IOR-60-40-20.
  if (/^(?:\W?JournalCode|JournalLib|EcritureNum)/i.test(head) || LEDGER.test(head)) return 'accounting-entries'
  return INVOICE_LIST.test(head) || DUES.test(head) ? 'invoice-list' : undefined
}

/** Headings that a list of invoices has and a bank's does not: whose they are, and when they were issued or are due or what tax is in them. */
const INVOICE_LIST =
  /^(?=[^\n]*(?:facture|num[ée]ro|\bn[°o]|invoice))(?=[^\n]*(?:facture|invoice|client|customer))(?=[^\n]*(?:ttc|total|montant|amount|\bht\b))(?=[^\n]*(?:[ée]ch[ée]ance|\bdue\b|[ée]mission|\bht\b|ttc))(?![^\n]*(?:libell|solde|balance|d[ée]bit|cr[ée]dit|valeur|op[ée]ration|transaction|frais|\bfee|commission|carte|card))/im
/** A journal or a general ledger in any other layout. */
const LEDGER = /^(?=[^\n]*\bcompte)(?=[^\n]*\b(?:journal|lettrage|lettr[ée])\b)(?=[^\n]*d[ée]bit)(?=[^\n]*cr[ée]dit)/im

/** What is owed and until when: contributions, taxes, instalments. Nothing of it has moved. */
const DUES =
  /^(?=[^\n]*(?:date limite|[ée]ch[ée]ance|exigib|\bdue\b))(?=[^\n]*(?:montants? d[ûu]|restant d[ûu]|restes? (?:à|a) payer|solde d[ûu]|amount due))(?![^\n]*(?:libell|balance|d[ée]bit|cr[ée]dit|valeur|op[ée]ration|transaction))/im

/** Text has no control characters but blanks and line ends; a few stray ones do not make it binary. */
export function isBinary(text: string): boolean {
  const length = Math.min(text.length, 4_000)
  let controls = 0
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls += 1
  }
  return controls * 50 > length
}

/** Whether the ASCII text occurs, in one or two bytes a character. */
function holds(bytes: Uint8Array, text: string, width: 1 | 2 = 2): boolean {
  const limit = Math.min(bytes.length, 100_000) - text.length * width
  for (let start = 0; start <= limit; start += 1) {
    let at = 0
    while (at < text.length && bytes[start + at * width] === text.charCodeAt(at)) at += 1
    if (at === text.length) return true
  }
  return false
}
