/** Amounts and days as banks show them: the part of the room light enough for a content script. */
export { readCents } from '../amount.ts'
export { readShownDay } from '../date.ts'
