import { fail, ok, type Result } from '@tabellion/shared/kernel'

/** An element by its local name: prefixes and namespaces do not matter to who reads a statement. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, entities decoded. */
  readonly text: string
}
export type XmlProblem = { readonly code: 'truncated' | 'damaged'; readonly at: number }

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const NAME = /[^\s/>=]+/y
const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y
/** Deeper than any statement; stops a file made to exhaust the stack of who walks the tree. */
const MAX_DEPTH = 100

/**
 * A small XML reader: Apps Script has no DOMParser. Comments, CDATA and processing instructions are understood; document types
 * are skipped, so that no entity is ever expanded but the five of XML and character references.
 */
export function readXml(source: string): Result<XmlElement, XmlProblem> {
  const document: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const path: OpenElement[] = [document]
  let at = 0
  while (at < source.length) {
    const top = path[path.length - 1] ?? document
    const next = source.indexOf('<', at)
    if (next < 0) {
      top.text += source.slice(at)
      break
    }
    if (next > at) top.text += decodeEntities(source.slice(at, next))
    const skipped = skipMarkup(source, next)
    if (skipped !== undefined) {
      if (skipped < 0) return fail({ code: 'truncated', at: next })
      if (source.startsWith('<![CDATA[', next)) top.text += source.slice(next + 9, skipped - 3)
      at = skipped
      continue
    }
    const end = tagEnd(source, next)
    if (end < 0) return fail({ code: 'truncated', at: next })
    at = end + 1
    if (source[next + 1] === '/') {
      if (localName(source.slice(next + 2, end).trim()) !== top.name || path.length === 1)
        return fail({ code: 'damaged', at: next })
      path.pop()
      continue
    }
    const element = openTag(source, next + 1)
    if (element === undefined || path.length > MAX_DEPTH) return fail({ code: 'damaged', at: next })
    top.children.push(element)
    if (source[end - 1] !== '/') path.push(element)
  }
  const root = document.children[0]
  if (path.length > 1) return fail({ code: 'truncated', at: source.length })
  return root === undefined ? fail({ code: 'damaged', at: 0 }) : ok(root)
}

/** The first child of that name, at the end of a path of names. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = element
  for (const name of names) found = found?.children.find((child) => child.name === name)
  return found
}
/** The text at the end of a path of names, or undefined when there is none. */
export const textAt = (element: XmlElement | undefined, ...names: readonly string[]): string | undefined =>
  childAt(element, ...names)?.text.trim() || undefined
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** Where a comment, CDATA section, instruction or document type ends; -1 when it does not; undefined when it is a tag. */
function skipMarkup(source: string, at: number): number | undefined {
  const close = source.startsWith('<!--', at)
    ? '-->'
    : source.startsWith('<![CDATA[', at)
      ? ']]>'
      : source.startsWith('<?', at)
        ? '?>'
        : undefined
  if (close === undefined) return source.startsWith('<!', at) ? doctypeEnd(source, at) : undefined
  const end = source.indexOf(close, at + 2)
  return end < 0 ? -1 : end + close.length
}

function doctypeEnd(source: string, at: number): number {
  let depth = 0
  for (let index = at; index < source.length; index += 1) {
    if (source[index] === '[') depth += 1
    else if (source[index] === ']') depth -= 1
    else if (source[index] === '>' && depth <= 0) return index + 1
  }
  return -1
}

/** The `>` that closes the tag, not one inside a quoted attribute. */
function tagEnd(source: string, at: number): number {
  const end = source.indexOf('>', at)
  const quoted = source.indexOf('="', at)
  if (quoted < 0 || quoted > end) return end
  let quote = ''
  for (let index = at; index < source.length; index += 1) {
    const character = source[index] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index
  }
  return -1
}

function openTag(source: string, at: number): OpenElement | undefined {
  NAME.lastIndex = at
  const name = NAME.exec(source)?.[0]
  if (name === undefined) return undefined
  const attributes: Record<string, string> = {}
  ATTRIBUTE.lastIndex = NAME.lastIndex
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    attributes[localName(match[1] ?? '')] = decodeEntities((match[2] ?? '').slice(1, -1))
  }
  return { name: localName(name), attributes, children: [], text: '' }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
  Eacute: 'É',
  Egrave: 'È',
  Ecirc: 'Ê',
  Agrave: 'À',
  Ccedil: 'Ç',
  rsquo: '’',
}

/** Decodes character references and the named ones that banks leave in labels; others stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
