import { utf8Bytes } from '@tabellion/shared/kernel'
import { zlibSync } from 'fflate'
import { jsPDF } from 'jspdf'
import { binaryString } from './binary-string.ts'
import { srgbProfile } from './icc.ts'
import { type Description, xmpPacket } from './xmp.ts'

/** The structured invoice that travels inside the page. */
export interface Attachment {
  readonly xml: string
  /** What the file is, for the people who find it in their reader. */
  readonly description: string
}

export interface ArchivalInfo extends Omit<Description, 'producer' | 'date'> {
  /** The day of the document, `YYYY-MM-DD`: a PDF made again later is the same file. */
  readonly day: string
  /** 32 hexadecimal characters: the trailer's /ID. */
  readonly fileId: string
}

/** What jsPDF's types leave out; the version is pinned, and container.test.ts reads the file that comes out. */
interface Writer {
  readonly write: (...parts: readonly string[]) => void
  readonly newObject: () => number
  readonly events: { readonly subscribe: (topic: string, callback: () => void) => void }
}
export const writerOf = (pdf: jsPDF): Writer => pdf.internal as unknown as Writer
interface Privates {
  readonly __private__: { readonly setPdfVersion: (version: string) => void }
}

const FILE_NAME = 'factur-x.xml'

/**
 * Makes of `pdf` a PDF/A-3b (ISO 19005-3) when it is written out, with the XML inside when there is one (Factur-X). Only
 * embedded TrueType fonts, RGB colours and RGB or grey images may be drawn; no link, no script.
 */
export function archive(pdf: jsPDF, info: ArchivalInfo, attachment?: Attachment): void {
  const { events, newObject, write } = writerOf(pdf)
  const { author, creator, day, fileId, subject, title } = info
  const privates = pdf as unknown as Privates
  privates.__private__.setPdfVersion('1.7')
  pdf.setFileId(fileId.toUpperCase())
  const pdfDate = `D:${day.replaceAll('-', '')}000000+00'00'`
  pdf.setCreationDate(pdfDate)
  pdf.setDocumentProperties({ title, author, subject, creator })

  const stream = (dictionary: string, data: string): number => {
    const id = newObject()
    write(`<<${dictionary} /Length ${data.length}>>`)
    write('stream')
    write(data)
    write('endstream')
    write('endobj')
    return id
  }
  const ids = { metadata: 0, profile: 0, file: 0 }
  // jsPDF takes the last two objects for Info and Catalog: ours must be written before, never in putCatalog.
  events.subscribe('postPutResources', () => {
    const producer = `jsPDF ${jsPDF.version}`
    const packet = xmpPacket(
      { title, author, subject, creator, producer, date: `${day}T00:00:00+00:00` },
      attachment !== undefined,
    )
    ids.metadata = stream('/Type /Metadata /Subtype /XML', binaryString(utf8Bytes(packet)))
    ids.profile = stream('/N 3', binaryString(srgbProfile()))
    if (attachment === undefined) return
    const xml = utf8Bytes(attachment.xml)
    const embedded = stream(
      `/Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode /Params <</Size ${xml.length} /ModDate (${pdfDate})>>`,
      binaryString(zlibSync(xml)),
    )
    ids.file = newObject()
    write(
      // /Alternative: the XML says what the page says. Factur-X 1.09 §6.2.1; Germany asks for it, France takes it.
      `<</Type /Filespec /F (${FILE_NAME}) /UF (${FILE_NAME}) /AFRelationship /Alternative /Desc ${utf16Hex(attachment.description)} /EF <</F ${embedded} 0 R /UF ${embedded} 0 R>>>>`,
    )
    write('endobj')
  })
  events.subscribe('putCatalog', () => {
    write(`/Metadata ${ids.metadata} 0 R`)
    write(
      `/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${ids.profile} 0 R>>]`,
    )
    if (attachment !== undefined) {
      write(`/Names <</EmbeddedFiles <</Names [(${FILE_NAME}) ${ids.file} 0 R]>>>>`)
      write(`/AF [${ids.file} 0 R]`)
    }
    write('/MarkInfo <</Marked false>>')
    write('/Lang (fr-FR)')
    write('/ViewerPreferences <</DisplayDocTitle true>>')
  })
}

/** A PDF text string in UTF-16BE (ISO 32000-1, 7.9.2.2). */
function utf16Hex(text: string): string {
  let digits = 'FEFF'
  for (let index = 0; index < text.length; index++)
    digits += text.charCodeAt(index).toString(16).padStart(4, '0').toUpperCase()
  return `<${digits}>`
}
