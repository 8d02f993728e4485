/** Rich text: a text with links and styles by run. A link into the file is a position, stale after a sort (K). */
import type { TextStyle as Style, TextRun } from '../host/book.ts'
import { exception, mismatch } from './bridge.ts'
import { faked, whole } from './not-faked.ts'

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue
type Builder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle
type StyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder

export interface RichData {
  readonly text: string
  readonly runs: readonly TextRun[]
}

class FakeRichText implements Partial<RichTextValue> {
  readonly data: RichData
  readonly #start: number
  constructor(data: RichData, start = 0) {
    this.data = data
    this.#start = start
  }
  getText(): string {
    return this.data.text
  }
  getStartIndex(): number {
    return this.#start
  }
  getEndIndex(): number {
    return this.#start + this.data.text.length
  }
  /** null when the link does not cover the whole of what is asked. */
  getLinkUrl(start = 0, end = this.data.text.length): string | null {
    return this.data.runs.find((run) => run.link !== undefined && run.start <= start && run.end >= end)?.link ?? null
  }
  getRuns(): RichTextValue[] {
    return pieces(this.data).map(({ start, end, run }) => {
      const text = this.data.text.slice(start, end)
      const runs = run ? [{ ...run, start: 0, end: text.length }] : []
      return whole<RichTextValue>(new FakeRichText({ text, runs }, start))
    })
  }
  getTextStyle(start = 0, end = this.data.text.length): TextStyle {
    return styleOf(this.data.runs.find((run) => run.start <= start && run.end >= end)?.style ?? {})
  }
  copy(): Builder {
    return whole<Builder>(new FakeBuilder(this.data))
  }
}
faked('RichTextValue', FakeRichText)

interface Piece {
  readonly start: number
  readonly end: number
  readonly run: TextRun | undefined
}
function pieces({ text, runs }: RichData): Piece[] {
  const cuts = [...new Set([0, text.length, ...runs.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length
    return { start, end, run: runs.find((run) => run.start <= start && run.end >= end) }
  })
}

class FakeBuilder implements Partial<Builder> {
  #text: string
  #runs: readonly TextRun[]
  constructor(data: RichData) {
    this.#text = data.text
    this.#runs = data.runs
  }
  setText(text: string): Builder {
    this.#text = text
    this.#runs = []
    return whole<Builder>(this)
  }
  setLinkUrl(...args: readonly unknown[]): Builder {
    const [start, end, link] = args.length === 1 ? [0, this.#text.length, args[0]] : args
    return this.#add(start, end, { link: link === null ? undefined : String(link) })
  }
  setTextStyle(...args: readonly unknown[]): Builder {
    const [start, end, style] = args.length === 1 ? [0, this.#text.length, args[0]] : args
    if (style !== null && !(style instanceof FakeTextStyle)) throw mismatch('RichTextValueBuilder.setTextStyle', args)
    return this.#add(start, end, { style: style?.style })
  }
  #add(start: unknown, end: unknown, part: Pick<TextRun, 'link'> | Pick<TextRun, 'style'>): Builder {
    if (typeof start !== 'number' || typeof end !== 'number' || start < 0 || end > this.#text.length || start >= end) {
      throw exception('Illegal argument: offsets')
    }
    const same = this.#runs.find((run) => run.start === start && run.end === end)
    this.#runs = [...this.#runs.filter((run) => run !== same), { start, end, ...same, ...part }]
    return whole<Builder>(this)
  }
  build(): RichTextValue {
    return whole<RichTextValue>(new FakeRichText({ text: this.#text, runs: this.#runs }))
  }
}
faked('RichTextValueBuilder', FakeBuilder)

class FakeTextStyle implements Partial<TextStyle> {
  readonly style: Style
  constructor(style: Style) {
    this.style = style
  }
  isBold(): boolean {
    return this.style.bold === true
  }
  isItalic(): boolean {
    return this.style.italic === true
  }
  isUnderline(): boolean {
    return this.style.underline === true
  }
  isStrikethrough(): boolean {
    return this.style.strikethrough === true
  }
  getFontSize(): number {
    return this.style.fontSize ?? 10
  }
}
faked('TextStyle', FakeTextStyle)
const styleOf = (style: Style): TextStyle => whole<TextStyle>(new FakeTextStyle(style))

class FakeStyleBuilder implements Partial<StyleBuilder> {
  #style: Style = {}
  #set(part: Style): StyleBuilder {
    this.#style = { ...this.#style, ...part }
    return whole<StyleBuilder>(this)
  }
  setBold(bold: boolean): StyleBuilder {
    return this.#set({ bold })
  }
  setItalic(italic: boolean): StyleBuilder {
    return this.#set({ italic })
  }
  setUnderline(underline: boolean): StyleBuilder {
    return this.#set({ underline })
  }
  setStrikethrough(strikethrough: boolean): StyleBuilder {
    return this.#set({ strikethrough })
  }
  setFontSize(fontSize: number): StyleBuilder {
    return this.#set({ fontSize })
  }
  setFontFamily(fontFamily: string): StyleBuilder {
    return this.#set({ fontFamily })
  }
  setForegroundColor(color: string): StyleBuilder {
    return this.#set({ color })
  }
  build(): TextStyle {
    return styleOf(this.#style)
  }
}
faked('TextStyleBuilder', FakeStyleBuilder)

export const richTextOf = (data: RichData): RichTextValue => whole<RichTextValue>(new FakeRichText(data))
export const newRichTextValue = (): Builder => whole<Builder>(new FakeBuilder({ text: '', runs: [] }))
export const newTextStyle = (): StyleBuilder => whole<StyleBuilder>(new FakeStyleBuilder())

export function richTextData(value: unknown, label: string): RichData {
  if (value instanceof FakeRichText) return value.data
  throw mismatch(label, [value])
}
