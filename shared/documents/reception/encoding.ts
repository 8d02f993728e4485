import { strFromU8 } from 'fflate'
import { latin1 } from './pdf/objects.ts'

/** The characters of an XML file: its byte order mark, else its declaration, else UTF-8 (XML 1.0, appendix F). */
export function xmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 0)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 1)
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(
    latin1(bytes.subarray(0, 200)),
  )?.[1]
  return /^(iso-8859-1|iso-8859-15|windows-1252|us-ascii)$/i.test(declared ?? '')
    ? windows1252(bytes)
    : strFromU8(bytes)
}

function utf16(bytes: Uint8Array, lowFirst: 0 | 1): string {
  let text = ''
  for (let at = 2; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at + lowFirst] ?? 0) << 8) | (bytes[at + 1 - lowFirst] ?? 0))
  return text
}

/** 0x80 to 0x9f of Windows-1252: what people who write « iso-8859-1 » often mean. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const windows1252 = (bytes: Uint8Array): string =>
  latin1(bytes).replace(/[\u0080-\u009f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character)
