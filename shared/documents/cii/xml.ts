/** An element of a document to write: attributes and children in the order given. No DOM, no namespaces: names are as written. */
export interface XmlElement {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly content: string | readonly XmlElement[]
}
/** Absent ones are not written. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>
/** What `group` accepts: absent parts vanish, lists are spread. */
export type XmlPart = XmlElement | undefined | readonly (XmlElement | undefined)[]

/** An element with text; undefined without a visible character, because an empty element is an error in EN 16931 (PEPPOL-EN16931-R008). */
export function leaf(name: string, text: string | undefined, attributes: XmlAttributes = {}): XmlElement | undefined {
  const clean = text === undefined ? '' : legalText(text).trim()
  return clean === '' ? undefined : { name, attributes, content: clean }
}

/** An element with children; undefined when all of them are absent. */
export function group(name: string, ...parts: readonly XmlPart[]): XmlElement | undefined {
  const content = present(parts)
  return content.length === 0 ? undefined : { name, attributes: {}, content }
}

/** An element the schema demands even when nothing is in it. */
export function demanded(name: string, ...parts: readonly XmlPart[]): XmlElement {
  return { name, attributes: {}, content: present(parts) }
}

/** The document as text, two spaces a level, LF, UTF-8 declared: equal trees give equal bytes. */
export function writeXml(root: XmlElement, namespaces: XmlAttributes): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  write({ ...root, attributes: { ...namespaces, ...root.attributes } }, '', lines)
  return `${lines.join('\n')}\n`
}

function write({ name, attributes, content }: XmlElement, indent: string, lines: string[]): void {
  const open = `${indent}<${name}${attributeText(attributes)}`
  if (content.length === 0) lines.push(`${open}/>`)
  else if (typeof content === 'string') lines.push(`${open}>${escaped(content)}</${name}>`)
  else {
    lines.push(`${open}>`)
    for (const child of content) write(child, `${indent}  `, lines)
    lines.push(`${indent}</${name}>`)
  }
}

const attributeText = (attributes: XmlAttributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(legalText(value))}"`]))
    .join('')

const present = (parts: readonly XmlPart[]): readonly XmlElement[] => parts.flat().filter((part) => part !== undefined)

/** XML 1.0 §2.2 has no room for these even escaped; a cell may hold them after a paste. CR is not kept by any XML reader. */
const legalText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
