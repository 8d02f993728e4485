import type { Day } from '@tabellion/shared/calendar'
import type { DocumentNumber, IssuedDocument } from '@tabellion/shared/invoicing'
import type { Cell } from '@tabellion/shared/ledger'

/** Cells as they were written, by column key: what *restore* puts back. */
export type StoredCells = Readonly<Record<string, Cell>>

/** The workbook obeys this version of the declaration (architecture §3 « Schema »). */
export interface SchemaSet {
  readonly type: 'schema'
  readonly v: 1
  readonly schema: number
}

/**
 * A number taken, together with everything the document says. From here on it is issued: whatever crashes next, the
 * register, the ledger and the file are finished from this event, under the same number.
 */
export interface NumberReserved {
  readonly type: 'reserved'
  readonly v: 1
  readonly number: DocumentNumber
  readonly document: IssuedDocument
  /** The row of *Factures*. */
  readonly register: StoredCells
  /** The frozen cells of each ledger row, by its ID. */
  readonly rows: readonly { readonly id: string; readonly cells: StoredCells }[]
  /** From Drive, before the file exists: it can be created once only. */
  readonly fileId: string
  readonly fileName: string
  readonly folder: string
  /** The file carries its CII XML: the pre-flight found it conformant before the number was taken. */
  readonly electronic: boolean
  /** The user asked to mail it; a re-run sends only what was asked. */
  readonly send: boolean
}

/** The register, the ledger and the file are written: nothing is left to finish. */
export interface DocumentIssued {
  readonly type: 'issued'
  readonly v: 1
  readonly number: DocumentNumber
  /** SHA-256 of the file's bytes. */
  readonly digest: string
  readonly bytes: number
}

/** The logo now in `_Images`; earlier versions stay, for the documents issued with them. */
export interface LogoSet {
  readonly type: 'logo'
  readonly v: 1
  readonly version: number
  readonly digest: string
}

/** Cells put back from snapshots, so that a repair leaves its own trace. */
export interface CellsRestored {
  readonly type: 'restored'
  readonly v: 1
  readonly on: Day
  readonly cells: readonly { readonly tab: string; readonly key: string; readonly column: string }[]
}

export type JournalEvent = SchemaSet | NumberReserved | DocumentIssued | LogoSet | CellsRestored
export type JournalEventType = JournalEvent['type']

/** What *Clé* holds: the number, for events about a document; how re-runs and look-ups find an event without its data. */
export function eventKey(event: JournalEvent): string {
  switch (event.type) {
    case 'schema':
      return String(event.schema)
    case 'reserved':
    case 'issued':
      return event.number
    case 'logo':
      return String(event.version)
    case 'restored':
      return event.on
  }
}
