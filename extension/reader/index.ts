/** Reads a bank's page: what is shown, and nothing else. No chrome API, no write, no click, no request. */
export { accumulate, nothingSeen, type PageLook, type Seen } from './accumulate.ts'
export type { PageFacts, PageState } from './facts.ts'
export type { Guide } from './guide.ts'
export { linesOf } from './lines.ts'
export { factsOf, type PageRow } from './movement.ts'
export { type PageReading, readPage } from './page.ts'
export { type Watch, watchPage } from './watch.ts'
