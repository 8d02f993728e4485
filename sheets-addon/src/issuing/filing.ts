import type { DocumentIssued, NumberReserved, QuoteFiled, QuoteMade } from '@tabellion/shared/journal'
import { sha256Hex } from '@tabellion/shared/kernel'
import type { Table } from '@tabellion/shared/ledger'
import type { IssuedSummary } from '../actions/action.ts'
import type { Ports } from '../ports.ts'
import { documentFile } from '../workbook/document-file.ts'
import type { Workbook } from '../workbook/open.ts'

/** A document whose file is made, and how the journal will say so. */
export interface Filed {
  readonly event: NumberReserved
  readonly bytes: Uint8Array
  readonly issued: DocumentIssued
}

/** One file per document. What cannot be made now is made by the next run. */
export function makeFiles(
  ports: Ports,
  events: readonly NumberReserved[],
  images: Table<'images'> | undefined,
  seconds?: number,
): readonly Filed[] {
  const made: Filed[] = []
  for (const event of events) {
    if (ports.clock.timeIsUp(seconds)) break
    const bytes = documentFile(event, images)
    ports.files.create({ id: event.fileId, name: event.fileName, folder: event.folder, type: 'application/pdf', bytes })
    const { number } = event
    made.push({ event, bytes, issued: { type: 'issued', v: 1, number, digest: sha256Hex(bytes), bytes: bytes.length } })
  }
  return made
}

/** As `makeFiles`, of quotes. */
export function makeQuoteFiles(
  ports: Ports,
  events: readonly QuoteMade[],
  images: Table<'images'> | undefined,
): readonly { readonly event: QuoteMade; readonly issued: QuoteFiled }[] {
  return events.flatMap((event) => {
    if (ports.clock.timeIsUp()) return []
    const bytes = documentFile(event, images)
    const { fileId: id, fileName: name, folder, number, version } = event
    ports.files.create({ id, name, folder, type: 'application/pdf', bytes })
    const digest = sha256Hex(bytes)
    return [{ event, issued: { type: 'quoteFiled', v: 1, number, version, digest, bytes: bytes.length } as const }]
  })
}

/** `_Images` is read only when one of the documents bears a logo. */
export const imagesFor = (
  workbook: Workbook,
  events: readonly Pick<NumberReserved | QuoteMade, 'document'>[],
): Table<'images'> | undefined =>
  events.some((event) => event.document.style.logo) ? workbook.tableIfAny('images') : undefined

export const pathOf = (event: Pick<NumberReserved, 'folder' | 'fileName'>): string =>
  `Drive/${event.folder}/${event.fileName}`

export const summaryOf = (event: NumberReserved | QuoteMade): IssuedSummary => ({
  number: event.number,
  kind: event.document.kind,
  client: event.document.buyer.name,
  payableCents: event.document.totals.payable,
  file: pathOf(event),
  url: String(event.register['file'] ?? ''),
})
