import { invariant } from '@tabellion/shared/kernel'
import { type Judged, pdfOf } from './documents.ts'

/** A valid Factur-X of ours with one place of the file changed, and the rule that must refuse it. */
export interface PdfDefect {
  readonly name: string
  readonly pdf: Uint8Array
  readonly set: 'PDF/A-3b' | 'Factur-X'
  readonly rule: string
}

/** Edits of equal length, so that no offset moves. */
const edits: readonly (readonly [
  name: string,
  from: string | RegExp,
  to: string,
  set: PdfDefect['set'],
  rule: string,
])[] = [
  ['no-output-intent', '/OutputIntents', '/OutputIntentz', 'PDF/A-3b', '6.2.4.3-2'],
  ['no-relationship', '/AFRelationship', '/AFRelationshiq', 'PDF/A-3b', '6.8-3'],
  ['not-associated', '/AF [', '/AX [', 'PDF/A-3b', '6.8-4'],
  ['part-2', '<pdfaid:part>3', '<pdfaid:part>2', 'PDF/A-3b', '6.6.4-2'],
  ['conformance-a', 'conformance>B<', 'conformance>A<', 'PDF/A-3b', 'CLAIM'],
  ['font-not-embedded', '/FontFile2', '/FontFileZ', 'PDF/A-3b', '6.2.11.4.1-1'],
  ['no-file-id', '/ID [', '/IX [', 'PDF/A-3b', '6.1.3-1'],
  ['metadata-untyped', '/Type /Metadata', '/Type /Metadatb', 'PDF/A-3b', '6.6.2.1-1'],
  ['no-extension-schema', /pdfaExtension:schemas>/g, 'pdfaExtension:schemaz>', 'PDF/A-3b', '6.6.2.3.1-1'],
  ['file-renamed', /factur-x\.xml(?=\))/g, 'invoice0.xml', 'Factur-X', 'PDF-FILE'],
  ['not-in-name-tree', '/EmbeddedFiles <<', '/EmbeddedFilez <<', 'Factur-X', 'PDF-FILE'],
  ['relation-data', '/AFRelationship /Alternative', '/AFRelationship /Data       ', 'Factur-X', 'PDF-RELATION'],
  ['mime-csv', 'text#2Fxml', 'text#2Fcsv', 'Factur-X', 'PDF-MIME'],
  ['no-modification-date', '/ModDate', '/ModDatz', 'Factur-X', 'PDF-DATE'],
  ['level-extended', 'ConformanceLevel>EN 16931<', 'ConformanceLevel>EXTENDED<', 'Factur-X', 'PDF-XMP'],
  ['version-2', 'fx:Version>1.0', 'fx:Version>2.0', 'Factur-X', 'PDF-XMP'],
  ['metadata-file-name', 'DocumentFileName>factur-x.xml', 'DocumentFileName>zugferd0.xml', 'Factur-X', 'PDF-XMP'],
]

export function pdfDefects(valid: Judged): readonly PdfDefect[] {
  const source = Buffer.from(pdfOf(valid)).toString('latin1')
  const edited = edits.map(([name, from, to, set, rule]): PdfDefect => {
    const broken = source.replace(from, to)
    invariant(broken !== source && broken.length === source.length, `the edit ${name} changes the file, not its length`)
    return { name, pdf: Buffer.from(broken, 'latin1'), set, rule }
  })
  const truncated = (valid.xml ?? '').replace('</rsm:CrossIndustryInvoice>', '')
  return [...edited, { name: 'xml-truncated', pdf: pdfOf({ ...valid, xml: truncated }), set: 'Factur-X', rule: 'XML' }]
}
