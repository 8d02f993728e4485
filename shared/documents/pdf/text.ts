import { face, type Weight } from './fonts.ts'

/** One typographic point in millimetres. */
export const POINT = 25.4 / 72

export interface TextStyle {
  /** In points. */
  readonly size: number
  readonly weight: Weight
  /** Added after each character, in thousandths of an em. */
  readonly tracking?: number
}

/** Characters of other alphabets that Inter lacks but that mean, to any reader, one it has. */
const EQUIVALENTS: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\u2000': ' ',
  '\u2001': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': '\u2009',
  '\u2007': '\u00a0',
  '\u2008': ' ',
  '\u200a': '\u2009',
  '\u3000': ' ',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\u0149': '\u2019n',
  '\u00b5': '\u03bc',
}
// Controls, soft hyphen, zero-width and directional marks, variation selectors: nothing of them is ever seen.
const UNSEEN = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/gu

/** The text as it is set: composed (NFC), with line feeds kept and what is never seen left out. */
export function settable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      [...line]
        .map((character) => EQUIVALENTS[character] ?? character)
        .join('')
        .replace(UNSEEN, '')
        .trimEnd(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** Whether both weights have the character. */
export const isCovered = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return face('regular').glyph(code) !== 0 && face('semibold').glyph(code) !== 0
}

/** What is drawn where a character is missing: seen, never silently dropped. */
const MISSING = 0x25a1

/** A run of glyphs without kerning inside it, and the kerning before the next one, in thousandths of an em. */
export interface KernedPiece {
  readonly text: string
  readonly kern: number
}

/** The text cut where kerning applies, missing characters shown as squares. */
export function kernedPieces(text: string, weight: Weight): readonly KernedPiece[] {
  const { glyph, kern } = face(weight)
  const pieces: KernedPiece[] = []
  let piece = ''
  let previous = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const shown = glyph(code) === 0 ? MISSING : code
    const current = glyph(shown)
    const gap = previous === 0 ? 0 : kern(previous, current)
    if (gap !== 0) {
      pieces.push({ text: piece, kern: gap })
      piece = ''
    }
    piece += String.fromCodePoint(shown)
    previous = current
  }
  return [...pieces, { text: piece, kern: 0 }]
}

/** The width of one line, in millimetres. */
export const measure = (text: string, style: TextStyle): number => millimetres(unitsOf(text, style).units, style)

const millimetres = (units: number, { size }: TextStyle): number => (units / 1000) * size * POINT

interface Units {
  readonly units: number
  /** Without the spaces at its end. */
  readonly visible: number
  readonly last: number
}

/** The width in thousandths of an em of what follows the glyph `previous` (0 at the start of a line). */
function unitsOf(text: string, { tracking = 0, weight }: TextStyle, previous = 0): Units {
  const { advance, glyph, kern } = face(weight)
  let last = previous
  let units = 0
  let visible = 0
  for (const character of text) {
    const current = glyph(character.codePointAt(0) ?? 0) || glyph(MISSING)
    units += advance(current) + tracking + (last === 0 ? 0 : kern(last, current))
    if (character !== ' ') visible = units
    last = current
  }
  return { units, visible, last }
}

/** The lines of `text` in a column of `width` millimetres. A word wider than the column is cut. */
export function wrap(text: string, style: TextStyle, width: number): readonly string[] {
  return settable(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, style, width))
}

/**
 * Like `wrap`, but the last line of a single paragraph is not left with a word or two: its lines become about equal. For
 * text that stands free; a column beside figures keeps its full width.
 */
export function wrapEvenly(text: string, style: TextStyle, width: number): readonly string[] {
  const lines = wrap(text, style, width)
  if (!isShortEnded(lines, style, width) || settable(text).includes('\n')) return lines
  for (let narrower = width * 0.6; narrower < width; narrower += width * 0.02) {
    const even = wrap(text, style, narrower)
    if (even.length === lines.length) return even
  }
  return lines
}

/** Like `wrap`, for the paragraphs of a letter: no narrower than it takes for the last line to hold more than a word or two. */
export function wrapFully(paragraph: string, style: TextStyle, width: number): readonly string[] {
  const lines = wrap(paragraph, style, width)
  if (!isShortEnded(lines, style, width)) return lines
  for (let narrower = width * 0.98; narrower > width * 0.6; narrower -= width * 0.02) {
    const fuller = wrap(paragraph, style, narrower)
    if (fuller.length > lines.length) break
    if (!isShortEnded(fuller, style, width)) return fuller
  }
  return lines
}

function isShortEnded(lines: readonly string[], style: TextStyle, width: number): boolean {
  const last = lines.at(-1)
  return lines.length > 1 && last !== undefined && measure(last, style) <= width / 3
}

function wrapParagraph(paragraph: string, style: TextStyle, width: number): string[] {
  const fits = (units: number): boolean => millimetres(units, style) <= width
  const lines: string[] = []
  let line = ''
  let units = 0
  let last = 0
  const add = (word: string, measured: Units): void => {
    line += word
    units += measured.units
    last = measured.last
  }
  const turn = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    units = 0
    last = 0
  }
  for (const word of words(paragraph)) {
    const measured = unitsOf(word, style, last)
    if (fits(units + measured.visible)) {
      add(word, measured)
      continue
    }
    turn()
    const alone = unitsOf(word, style)
    if (fits(alone.visible)) {
      add(word, alone)
      continue
    }
    for (const character of word) {
      if (line !== '' && !fits(units + unitsOf(character, style, last).visible)) turn()
      add(character, unitsOf(character, style, last))
    }
  }
  return [...lines, line.trimEnd()]
}

/**
 * What an ordinary space was typed in, and is one thing all the same: n° 12, art. L441-10, 1 500, 06 00 00 00 01, 9 novembre,
 * le 25/11/2026.
 */
const HELD =
  /(?<!\p{L})(?:n°|art\.|C\.) (?=\S)|(?<!\p{L})(?:le|du|au) (?=\d{1,2}(?:\/\d|er?(?!\p{L})| \p{L}))|(?<!\p{L})lots? (?=\d)|(?<!\d)(?:\d{1,3}(?: \d{3}){1,3}|0\d(?: \d\d){4})(?!\d)|(?<!\d)(?:[12]?\d|3[01]|1er) (?=(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\p{L}*)/giu

function heldSpaces(paragraph: string): ReadonlySet<number> {
  const held = new Set<number>()
  for (const { 0: text, index } of paragraph.matchAll(HELD))
    for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) held.add(index + at)
  return held
}

/**
 * Pieces that a line may end after: words with the spaces that follow them, and what ends in a hyphen or a slash. French
 * double punctuation stays with its word even after an ordinary space: « Total : » is not cut before the colon.
 */
function words(paragraph: string): readonly string[] {
  const pieces: string[] = []
  const held = heldSpaces(paragraph)
  let start = 0
  for (let at = 0; at + 1 < paragraph.length; at++) {
    const [here, next] = [paragraph.charAt(at), paragraph.charAt(at + 1)]
    const afterSpace =
      here === ' ' && !held.has(at) && !/[ ;:!?»%€–—]/.test(next) && !/« *$/.test(paragraph.slice(start, at))
    const afterHyphen = /[-–—/]/.test(here) && /\p{L}/u.test(next) && /[^\s\-–—/]/.test(paragraph.charAt(at - 1))
    if (!afterSpace && !afterHyphen) continue
    pieces.push(paragraph.slice(start, at + 1))
    start = at + 1
  }
  return [...pieces, paragraph.slice(start)]
}
