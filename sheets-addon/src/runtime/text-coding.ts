import { utf8Bytes } from '@tabellion/shared/kernel'

/** Apps Script's V8 has neither: jsPDF's PNG reader wants both. UTF-8 and Latin-1 are all it asks for. */
export class TextEncoder {
  encode(text = ''): Uint8Array {
    return utf8Bytes(text)
  }
}

export class TextDecoder {
  readonly #latin1: boolean

  constructor(label = 'utf-8') {
    this.#latin1 = !/^utf-?8$/i.test(label)
  }

  decode(bytes: Uint8Array = new Uint8Array()): string {
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return this.#latin1 ? text : decodeURIComponent(escape(text))
  }
}
