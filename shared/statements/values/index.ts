/** Days as banks show them: the part of the room light enough for a content script. */
export { readShownDay } from '../date.ts'
