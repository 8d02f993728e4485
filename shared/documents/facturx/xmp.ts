/** What a PDF says about itself, in its metadata. */
export interface Description {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** The program that made the document. */
  readonly creator: string
  /** The library that wrote the file. */
  readonly producer: string
  /** ISO 8601, with a zone. */
  readonly date: string
}

const FACTUR_X = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

/**
 * The XMP packet of a PDF/A-3b (ISO 19005-3, 6.6), and of a Factur-X when an XML is attached: then the four `fx:` properties
 * with the extension schema that declares them (Factur-X 1.09, §6.2.2; ISO 19005-3, 6.6.2.3.3).
 */
export function xmpPacket(description: Description, facturX: boolean): string {
  const { author, creator, date, producer, subject, title } = description
  const alternative = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  const parts = [
    described('xmlns:dc="http://purl.org/dc/elements/1.1/"', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title>${alternative(title)}</dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
      `<dc:description>${alternative(subject)}</dc:description>`,
      '<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>',
    ]),
    described('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', [`<pdf:Producer>${escaped(producer)}</pdf:Producer>`]),
    described('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>`,
      ...['CreateDate', 'ModifyDate', 'MetadataDate'].map((name) => `<xmp:${name}>${date}</xmp:${name}>`),
    ]),
    described('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
    ]),
    ...(facturX ? [facturXProperties(), extensionSchema()] : []),
  ]
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...parts,
    '</rdf:RDF></x:xmpmeta>',
    // Read-only: no padding for writers that would change an issued document.
    '<?xpacket end="r"?>',
  ].join('\n')
}

const described = (namespace: string, properties: readonly string[]): string =>
  `<rdf:Description rdf:about="" ${namespace}>${properties.join('')}</rdf:Description>`

const facturXProperties = (): string =>
  described(`xmlns:fx="${FACTUR_X}"`, [
    '<fx:DocumentType>INVOICE</fx:DocumentType>',
    '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>',
    '<fx:Version>1.0</fx:Version>',
    // With a space: the name of the profile whose BT-24 is urn:cen.eu:en16931:2017.
    '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>',
  ])

function extensionSchema(): string {
  const property = (name: string, description: string): string =>
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  return described(
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
    [
      '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
      '<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>',
      `<pdfaSchema:namespaceURI>${FACTUR_X}</pdfaSchema:namespaceURI>`,
      '<pdfaSchema:prefix>fx</pdfaSchema:prefix>',
      '<pdfaSchema:property><rdf:Seq>',
      property('DocumentFileName', 'The name of the embedded XML document'),
      property('DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE'),
      property('Version', 'The actual version of the standard applying to the embedded XML document'),
      property('ConformanceLevel', 'The conformance level of the embedded XML document'),
      '</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
    ],
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
