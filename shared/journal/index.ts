/** The register of record: events appended to a hash chain, read back whatever their age. */
export {
  appendRows,
  type ChainBreak,
  CONTINUATION,
  chainBreaks,
  EMPTY_JOURNAL,
  type Head,
  type JournalProblem,
  type JournalRow,
  readEvents,
  rowHash,
  type StoredEvent,
} from './chain.ts'
export {
  type CellsRestored,
  type DocumentIssued,
  eventKey,
  type JournalEvent,
  type JournalEventType,
  type LogoSet,
  type NumberReserved,
  type SchemaSet,
  type StoredCells,
} from './events.ts'
