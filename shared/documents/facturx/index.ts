/** The file around the page: PDF/A-3b, and Factur-X when it carries its XML. */
export { binaryString } from './binary-string.ts'
export { type ArchivalInfo, type Attachment, archive, writerOf } from './container.ts'
