import { cleanLabel } from '../label/clean.ts'
import { decodeEntities } from '../xml.ts'

/** Each tag in capitals with the text up to the next one. A `<` that opens no tag belongs to the text. */
export function forEachTag(text: string, visit: (tag: string, value: string, place: number) => void): void {
  let at = text.indexOf('<')
  while (at >= 0) {
    // Comment marks are skipped, not what they enclose: a row commented out in part would lose its amount or its account.
    if (text.startsWith('<!--', at)) {
      at = text.indexOf('<', at + 4)
      continue
    }
    const end = text.indexOf('>', at)
    if (end < 0) return
    const name = text.slice(at + 1, end)
    let next = text.indexOf('<', end)
    while (next >= 0 && !isTag(text, next)) next = text.indexOf('<', next + 1)
    if (!/[^\w./]/.test(name)) {
      let value = text.slice(end + 1, next < 0 ? text.length : next)
      if (value.includes('-->') || value.startsWith('<![CDATA[')) value = value.replace(/-->|^<!\[CDATA\[|\]\]>/g, '')
      visit(name.toUpperCase(), tidy(value), at)
    }
    at = next
  }
}

/** A name and `>`, or a comment; a `<![CDATA[` is part of a value. */
function isTag(text: string, at: number): boolean {
  const first = text.charCodeAt(at + 1)
  if (first === 33) return text.startsWith('<!--', at)
  if (first !== 47 && first !== 63 && !isNameCode(first)) return false
  for (let place = at + 2; place < at + 60; place += 1) {
    const code = text.charCodeAt(place)
    if (code === 62) return true
    if (!isNameCode(code)) return first === 63
  }
  return false
}
const isNameCode = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 46 || code === 95

/** Long values are wrapped over lines in the middle of a word; entities stand for what SGML forbids. */
function tidy(value: string): string {
  const trimmed = value.trim()
  if (trimmed === '') return ''
  const flat = trimmed.includes('\n') ? cleanLabel(trimmed.replace(/\s*\r?\n\s*/g, ' ')) : trimmed
  return flat.includes('&') ? decodeEntities(flat) : flat
}
