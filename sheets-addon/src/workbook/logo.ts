import { type Logo, type Settings, type Table, textOf } from '@tabellion/shared/ledger'
import { atob, btoa } from '../runtime/base64.ts'
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

/** Apps Script has its own decoder, but each use of it is a round trip. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
