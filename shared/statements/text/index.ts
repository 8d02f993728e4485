/** The text of a file, whatever wrote it: for readers of files that are no statements. */
export { decodeText } from '../encoding.ts'
