/** HtmlService and ContentService: what a script shows or answers. */

import { newBlob } from './blob.ts'
import { call, callAs } from './bridge.ts'
import { enumeration, nameOf } from './enumeration.ts'
import { faked, namespace, whole } from './not-faked.ts'

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput
type TextOutput = GoogleAppsScript.Content.TextOutput

const XFrameOptionsMode = enumeration<typeof GoogleAppsScript.HTML.XFrameOptionsMode>('DEFAULT', 'ALLOWALL')
const SandboxMode = enumeration<typeof GoogleAppsScript.HTML.SandboxMode>('IFRAME')

export class FakeHtmlOutput implements Partial<HtmlOutput> {
  #content: string
  #title = ''
  width: number | undefined
  height: number | undefined
  constructor(content: string) {
    this.#content = content
  }
  getContent(): string {
    return this.#content
  }
  setContent(content: string): HtmlOutput {
    this.#content = content
    return whole<HtmlOutput>(this)
  }
  append(content: string): HtmlOutput {
    this.#content += content
    return whole<HtmlOutput>(this)
  }
  clear(): HtmlOutput {
    return this.setContent('')
  }
  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): HtmlOutput {
    this.#title = title
    return whole<HtmlOutput>(this)
  }
  setWidth(width: number): HtmlOutput {
    this.width = width
    return whole<HtmlOutput>(this)
  }
  setHeight(height: number): HtmlOutput {
    this.height = height
    return whole<HtmlOutput>(this)
  }
  getWidth(): number {
    return this.width ?? 0
  }
  getHeight(): number {
    return this.height ?? 0
  }
  /** Only a few names are kept live; tags written in the file are ignored (ground truth §5). */
  addMetaTag(name: string, _content: string): HtmlOutput {
    if (
      !['viewport', 'apple-mobile-web-app-capable', 'mobile-web-app-capable', 'google-site-verification'].includes(name)
    ) {
      throw new Error(`The meta tag ${name} is not allowed.`)
    }
    return whole<HtmlOutput>(this)
  }
  setFaviconUrl(_url: string): HtmlOutput {
    return whole<HtmlOutput>(this)
  }
  setXFrameOptionsMode(_mode: unknown): HtmlOutput {
    return whole<HtmlOutput>(this)
  }
  setSandboxMode(_mode: unknown): HtmlOutput {
    return whole<HtmlOutput>(this)
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    return newBlob(this.#content, 'text/html')
  }
}
faked('HtmlOutput', FakeHtmlOutput)

export const htmlOutput = (content: string): FakeHtmlOutput => new FakeHtmlOutput(content)

export const HtmlService = namespace<GoogleAppsScript.HTML.HtmlService>('HtmlService', {
  XFrameOptionsMode,
  SandboxMode,
  createHtmlOutput(content?: unknown): HtmlOutput {
    callAs('HtmlService.createHtmlOutput', 'HtmlService.create')
    return whole<HtmlOutput>(htmlOutput(content === undefined ? '' : String(content)))
  },
  createHtmlOutputFromFile(name: string): HtmlOutput {
    return whole<HtmlOutput>(htmlOutput(callAs('HtmlService.createHtmlOutputFromFile', 'HtmlService.read', name)))
  },
})

const MimeType = enumeration<typeof GoogleAppsScript.Content.MimeType>(
  'CSV',
  'ICAL',
  'JAVASCRIPT',
  'JSON',
  'TEXT',
  'VCARD',
)

const mimeTypes: Readonly<Record<string, string>> = {
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
}

/** No status and no header can be set. */
export class FakeTextOutput implements Partial<TextOutput> {
  #content: string
  #type = 'TEXT'
  #fileName: string | undefined
  constructor(content: string) {
    this.#content = content
  }
  getContent(): string {
    return this.#content
  }
  setContent(content: string): TextOutput {
    this.#content = content
    return whole<TextOutput>(this)
  }
  append(content: string): TextOutput {
    this.#content += content
    return whole<TextOutput>(this)
  }
  clear(): TextOutput {
    return this.setContent('')
  }
  setMimeType(type: unknown): TextOutput {
    this.#type = nameOf(type, 'TextOutput.setMimeType')
    return whole<TextOutput>(this)
  }
  downloadAsFile(name: string): TextOutput {
    this.#fileName = name
    return whole<TextOutput>(this)
  }
  getFileName(): string {
    return this.#fileName ?? ''
  }
  mimeType(): string {
    return mimeTypes[this.#type] ?? 'text/plain'
  }
  download(): string | undefined {
    return this.#fileName
  }
}
faked('TextOutput', FakeTextOutput)

export const ContentService = namespace<GoogleAppsScript.Content.ContentService>('ContentService', {
  MimeType,
  createTextOutput(content = ''): TextOutput {
    call('ContentService.create')
    return whole<TextOutput>(new FakeTextOutput(String(content)))
  },
})
