import { type Logo, type Settings, type Table, textOf } from '@tabellion/shared/ledger'
import type { Workbook } from './open.ts'

/** The logo that documents issued now will bear; `_Images` is read only when *Réglages* says that there is one. */
export function latestLogo(workbook: Workbook, settings: Settings): Logo | undefined {
  if (settings.text('Logo') === '') return undefined
  const images = workbook.tableIfAny('images')
  const newest = images?.rows.reduce<number>((version, { cells }) => Math.max(version, Number(cells.version) || 0), 0)
  const row = images?.rows.find(({ cells }) => cells.version === newest)
  if (!row) return undefined
  return {
    version: Number(row.cells.version),
    digest: textOf(row.cells.digest),
    width: Number(row.cells.width),
    height: Number(row.cells.height),
  }
}

export interface LogoBytes {
  readonly format: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** The bytes of one version, from its chunks. */
export function logoBytes(images: Table<'images'>, version: number): LogoBytes | undefined {
  const chunks = images.rows
    .filter(({ cells }) => cells.version === version)
    .sort((a, b) => Number(a.cells.chunk) - Number(b.cells.chunk))
  const first = chunks[0]
  if (!first) return undefined
  return {
    format: textOf(first.cells.type) === 'image/png' ? 'png' : 'jpeg',
    bytes: fromBase64(chunks.map(({ cells }) => textOf(cells.data)).join('')),
    width: Number(first.cells.width),
    height: Number(first.cells.height),
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Apps Script has no `atob`, and its own decoder is a round trip. */
export function fromBase64(text: string): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) continue
    bits = (bits << 6) | value
    held += 6
    if (held >= 8) {
      held -= 8
      bytes.push((bits >> held) & 255)
      bits &= (1 << held) - 1
    }
  }
  return Uint8Array.from(bytes)
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let part = 0; part < 4; part++)
      text += at + part <= bytes.length ? (ALPHABET[(group >> (18 - 6 * part)) & 63] ?? '') : '='
  }
  return text
}
