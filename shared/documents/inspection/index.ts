/** Our own PDFs read back, for the tests and the conformance runs. */
export { catalogOf, type PdfFile, readPdf } from './pdf-file.ts'
export { plain, plainText, type ShownText, textLayer } from './text-layer.ts'
