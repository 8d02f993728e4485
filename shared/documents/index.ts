/**
 * What a document becomes besides its page: XML, verdict, and others' invoices read. The page and the PDF around it are heavy
 * and have doors of their own, `documents/pdf` and `documents/facturx`.
 */
export { toCii } from './cii/index.ts'
export { type EinvoiceVerdict, einvoiceVerdict } from './preflight/index.ts'
export { type ReceivedInvoice, type ReceptionProblem, readSupplierInvoice } from './reception/index.ts'
