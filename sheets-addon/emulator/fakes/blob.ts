/** Blobs live here, in the context; only what a service takes crosses. */
import type { BlobData } from '../host/mail-calls.ts'
import { base64Of, signed, textOfUtf8, unsigned, utf8 } from './base64.ts'
import { exception, mismatch } from './bridge.ts'
import { faked, whole } from './not-faked.ts'

type Blob = GoogleAppsScript.Base.Blob

export class FakeBlob implements Partial<Blob> {
  #bytes: Uint8Array
  #type: string | null
  #name: string | null
  constructor(bytes: Uint8Array, type: string | null, name: string | null) {
    this.#bytes = bytes
    this.#type = type
    this.#name = name
  }
  getBytes(): number[] {
    return signed(this.#bytes)
  }
  getDataAsString(charset = 'UTF-8'): string {
    if (!/^utf-?8$/i.test(charset)) throw new Error(`not faked: Blob.getDataAsString('${charset}')`)
    return textOfUtf8(this.#bytes)
  }
  getContentType(): string {
    // The typings say string; a blob of bytes alone has none.
    return this.#type as string
  }
  getName(): string {
    return this.#name as string
  }
  setBytes(bytes: number[]): Blob {
    this.#bytes = unsigned(bytes, 'Blob.setBytes')
    return whole<Blob>(this)
  }
  setDataFromString(text: string): Blob {
    this.#bytes = utf8(text)
    return whole<Blob>(this)
  }
  setContentType(type: string | null): Blob {
    this.#type = type
    return whole<Blob>(this)
  }
  setContentTypeFromExtension(): Blob {
    this.#type = typeOfName(this.#name)
    return whole<Blob>(this)
  }
  setName(name: string): Blob {
    this.#name = name
    return whole<Blob>(this)
  }
  copyBlob(): Blob {
    return whole<Blob>(new FakeBlob(this.#bytes.slice(), this.#type, this.#name))
  }
  isGoogleType(): boolean {
    return false
  }
  getBlob(): Blob {
    return whole<Blob>(this)
  }
  /** What a service is given. */
  data(): BlobData {
    return { name: this.#name, type: this.#type, base64: base64Of(this.#bytes) }
  }
  bytes(): Uint8Array {
    return this.#bytes
  }
}
faked('Blob', FakeBlob)

/** `text`: UTF-8, `text/plain`, no name (gas-fakes). */
export function newBlob(data: unknown, type?: string | null, name?: string | null): Blob {
  if (typeof data === 'string') return whole<Blob>(new FakeBlob(utf8(data), type ?? 'text/plain', name ?? null))
  if (data === null || data === undefined) throw mismatch('Utilities.newBlob', [data])
  return whole<Blob>(new FakeBlob(unsigned(data, 'Utilities.newBlob'), type ?? null, name ?? null))
}

export function blobData(source: unknown, label: string): BlobData {
  if (source instanceof FakeBlob) return source.data()
  throw exception(`Cannot convert ${source} to Blob (${label}).`)
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  ics: 'text/calendar',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xml: 'application/xml',
  zip: 'application/zip',
}
export const typeOfName = (name: string | null): string | null =>
  types[/\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? ''] ?? null
