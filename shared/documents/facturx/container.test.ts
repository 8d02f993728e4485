import { situations } from '@tabellion/shared/documents/fixtures'
import { catalogOf, readPdf } from '@tabellion/shared/documents/inspection'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import { hex, utf8Bytes } from '@tabellion/shared/kernel'
import { expect, test } from 'vitest'

const document = situations['vat-three-rates']
if (document === undefined) throw new Error('the fixture exists')
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice>é €</rsm:CrossIndustryInvoice>'
const plain = readPdf(renderDocument(document))
const facturX = readPdf(renderDocument(document, { attachment: { xml, description: 'Facture Factur-X n° 42' } }))
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('the file says PDF 1.7, has an ID and is not encrypted', () => {
  for (const file of [plain, facturX]) {
    expect(file.version).toBe('%PDF-1.7')
    expect(file.trailer).toMatch(/\/ID \[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]/)
    expect(file.trailer).not.toContain('/Encrypt')
  }
})

test('the metadata claim part 3, conformance B, with a title', () => {
  for (const file of [plain, facturX]) {
    const id = file.follow(catalogOf(file), 'Metadata') ?? 0
    expect(file.object(id)).toContain('/Type /Metadata')
    const xmp = text(file.stream(id))
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(xmp).toContain('Facture F2026-0042 – EI Yann Le Goff')
  }
})

test('an sRGB profile is the output intent, French is the language', () => {
  for (const file of [plain, facturX]) {
    const catalog = catalogOf(file)
    expect(catalog).toContain('/S /GTS_PDFA1')
    const profile = file.stream(file.follow(catalog, 'DestOutputProfile') ?? 0)
    expect(profile.length).toBe(952)
    expect(text(profile.subarray(12, 24))).toBe('mntrRGB XYZ ')
    expect(new DataView(profile.buffer, profile.byteOffset).getUint32(0)).toBe(952)
    expect(catalog).toContain('/Lang (fr-FR)')
    expect(catalog).toContain('/DisplayDocTitle true')
  }
})

test('every font is embedded, with its widths and a way back to Unicode', () => {
  const fonts = plain.ids.map((id) => plain.object(id)).filter((object) => /\/Type \/Font\b/.test(object))
  expect(fonts.filter((font) => font.includes('/Subtype /Type0')).every((font) => font.includes('/ToUnicode'))).toBe(
    true,
  )
  const descendants = fonts.filter((font) => font.includes('/CIDFontType2'))
  expect(descendants).toHaveLength(2)
  for (const font of descendants) {
    expect(plain.object(plain.follow(font, 'FontDescriptor') ?? 0)).toContain('/FontFile2')
    expect(font).toMatch(/\/W \[/)
  }
  expect(fonts).toHaveLength(4)
})

test('without XML there is no attachment and no Factur-X claim', () => {
  expect(catalogOf(plain)).not.toContain('/AF')
  expect(catalogOf(plain)).not.toContain('/EmbeddedFiles')
  expect(text(plain.stream(plain.follow(catalogOf(plain), 'Metadata') ?? 0))).not.toContain('factur-x')
})

test('the XML comes back byte for byte, as an alternative named factur-x.xml', () => {
  const catalog = catalogOf(facturX)
  const id = facturX.follow(catalog, 'AF') ?? 0
  expect(catalog).toContain(`/Names <</EmbeddedFiles <</Names [(factur-x.xml) ${id} 0 R]>>>>`)
  const specification = facturX.object(id)
  expect(specification).toContain('/F (factur-x.xml) /UF (factur-x.xml) /AFRelationship /Alternative')
  const file = facturX.follow(specification, 'F') ?? 0
  expect(facturX.object(file)).toContain('/Subtype /text#2Fxml')
  expect(facturX.object(file)).toContain(
    `/Params <</Size ${utf8Bytes(xml).length} /ModDate (D:20261123000000+00'00')>>`,
  )
  expect(hex(facturX.stream(file))).toBe(hex(utf8Bytes(xml)))
})

test('the metadata declare the four Factur-X properties and their schema', () => {
  const xmp = text(facturX.stream(facturX.follow(catalogOf(facturX), 'Metadata') ?? 0))
  expect(xmp).toContain('xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"')
  const values = {
    DocumentType: 'INVOICE',
    DocumentFileName: 'factur-x.xml',
    Version: '1.0',
    ConformanceLevel: 'EN 16931',
  }
  for (const [name, value] of Object.entries(values)) {
    expect(xmp).toContain(`<fx:${name}>${value}</fx:${name}>`)
    expect(xmp).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name>`)
  }
})

test('no script, no link, no form, no external stream', () => {
  for (const id of facturX.ids)
    expect(facturX.object(id)).not.toMatch(/\/JavaScript|\/Launch|\/XFA|\/Annots|LZWDecode|\/FFilter/)
})
