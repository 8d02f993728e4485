/** The add-on's sentences are made as all others are. */
export { counted, enumerate, quote, type Sentences, say, type WithCode } from '@tabellion/shared/kernel'
