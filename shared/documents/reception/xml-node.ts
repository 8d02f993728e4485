import { fail, ok, type Result } from '@tabellion/shared/kernel'

/** A read element: local name, without its prefix. `text` is its own characters, those of children apart. */
export interface XmlNode {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

export type XmlProblem =
  /** `at` is where reading stopped, in characters. */
  | { readonly code: 'broken-xml'; readonly at: number }
  /** A document type can define entities that grow without end or point elsewhere; no invoice has one. */
  | { readonly code: 'xml-with-doctype' }

interface OpenElement {
  readonly qualifiedName: string
  readonly scope: ReadonlyMap<string, string>
  readonly node: {
    name: string
    namespace: string
    attributes: Record<string, string>
    children: XmlNode[]
    text: string
  }
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!(DOCTYPE)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a whole document, prefixes resolved; anything that is not well formed is a problem, never a guess. */
export function readXml(source: string): Result<XmlNode, XmlProblem> {
  const text = source.replace(/^\ufeff/, '')
  const open: OpenElement[] = []
  let root: XmlNode | undefined
  TOKEN.lastIndex = 0
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) return fail({ code: 'broken-xml', at })
    const [, cdata, doctype, closing, opening, attributes = '', selfClosing, characters] = token
    const current = open.at(-1)
    if (doctype) return fail({ code: 'xml-with-doctype' })
    if (opening !== undefined) {
      if (root && !current) return fail({ code: 'broken-xml', at })
      const element = openElement(opening, attributes, current?.scope ?? new Map())
      if (!element) return fail({ code: 'broken-xml', at })
      if (current) current.node.children.push(element.node)
      else root = element.node
      if (!selfClosing) open.push(element)
    } else if (closing !== undefined) {
      if (current?.qualifiedName !== closing) return fail({ code: 'broken-xml', at })
      open.pop()
    } else if (cdata !== undefined || characters !== undefined) {
      const piece = cdata ?? decoded(characters ?? '')
      if (piece === undefined || (!current && piece.trim() !== '')) return fail({ code: 'broken-xml', at })
      if (current) current.node.text += piece
    }
  }
  return root && open.length === 0 ? ok(root) : fail({ code: 'broken-xml', at: text.length })
}

function openElement(
  qualifiedName: string,
  attributeText: string,
  outer: ReadonlyMap<string, string>,
): OpenElement | undefined {
  const scope = new Map(outer)
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of attributeText.matchAll(ATTRIBUTE)) {
    const value = decoded(double ?? single ?? '')
    if (value === undefined) return undefined
    if (name === 'xmlns') scope.set('', value)
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value)
    else attributes[localName(name)] = value
  }
  const prefix = qualifiedName.includes(':') ? qualifiedName.slice(0, qualifiedName.indexOf(':')) : ''
  const namespace = scope.get(prefix)
  if (prefix !== '' && namespace === undefined) return undefined
  const node = { name: localName(qualifiedName), namespace: namespace ?? '', attributes, children: [], text: '' }
  return { qualifiedName, scope, node }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Undefined when an entity is unknown. */
function decoded(text: string): string | undefined {
  let known = true
  const value = text.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
    if (whole.endsWith(';')) {
      const point = /^#x[\da-f]{1,6}$/i.test(name)
        ? Number.parseInt(name.slice(2), 16)
        : /^#\d{1,7}$/.test(name)
          ? Number(name.slice(1))
          : undefined
      if (point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point)
      const entity = ENTITIES[name]
      if (entity !== undefined) return entity
    }
    known = false
    return whole
  })
  return known ? value : undefined
}
