/** What has no part in how a list is read. */
const LEFT_OUT = new Set(
  'SCRIPT STYLE NOSCRIPT LINK META BASE SVG IMG PICTURE VIDEO AUDIO CANVAS OBJECT EMBED IFRAME INPUT TEXTAREA'.split(
    ' ',
  ),
)
/** Attributes that say what an element is; what they hold of words and figures is masked like any text. */
const STRUCTURE = new Set(['role', 'scope', 'colspan', 'rowspan', 'hidden', 'dir', 'lang', 'slot', 'type', 'open'])
const MASKED = new Set([
  'aria-label',
  'alt',
  'title',
  'datetime',
  'data-label',
  'aria-hidden',
  'aria-rowindex',
  'headers',
])
const EMPTY = new Set('AREA BR COL HR WBR'.split(' '))

/** Letters become x, figures 0; signs, blanks, lengths and the shape of words stay, since the reader goes by them. */
export const masked = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}|\p{Lo}|\p{Lt}|\p{Lm}|\p{M}/gu, 'x')
    .replace(/\p{N}/gu, '0')

/** The page as HTML: elements, their classes without figures, texts masked, no address, no script, no hidden field, no comment. */
export function skeletonOf(root: Document): string {
  const parts: string[] = ['<!doctype html>\n<meta charset="utf-8">\n']
  const write = (node: Node): void => {
    if (node instanceof Text) {
      parts.push(escaped(masked(node.data)))
      return
    }
    if (!(node instanceof Element)) return
    if (LEFT_OUT.has(node.tagName.toUpperCase())) return
    const tag = node.tagName.toLowerCase()
    const name = /^[a-z][a-z-]*\d?$/.test(tag) ? tag : 'div'
    parts.push(`<${name}${attributesOf(node)}>`)
    if (EMPTY.has(node.tagName)) return
    if (node.shadowRoot) {
      parts.push('<template shadowrootmode="open">')
      node.shadowRoot.childNodes.forEach(write)
      parts.push('</template>')
    }
    node.childNodes.forEach(write)
    parts.push(`</${name}>`)
  }
  write(root.documentElement)
  return parts.join('')
}

function attributesOf(element: Element): string {
  const kept: string[] = []
  const { display, visibility } = getComputedStyle(element)
  const names = [...element.classList].map((name) => name.replace(/\d/g, '0')).join(' ')
  if (names !== '') kept.push(`class="${escaped(names)}"`)
  // What the page's own sheets hide must stay hidden without them.
  if (display === 'none' || visibility === 'hidden') kept.push('style="display: none"')
  for (const { name, value } of element.attributes) {
    if (STRUCTURE.has(name)) kept.push(`${name}="${escaped(value.slice(0, 40))}"`)
    else if (MASKED.has(name)) kept.push(`${name}="${escaped(masked(value))}"`)
    else if (name === 'id' || name.startsWith('data-')) kept.push(`${name}="${escaped(masked(value).slice(0, 40))}"`)
  }
  return kept.length === 0 ? '' : ` ${kept.join(' ')}`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
