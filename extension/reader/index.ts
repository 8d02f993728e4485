/** Reads a bank's page: what is shown, and nothing else. No chrome API, no write, no click, no request. */
export { accumulate, nothingSeen, type Seen } from './accumulate.ts'
export type { PageFacts, PageState } from './facts.ts'
export { factsOf, type PageReading, type PageRow, readPage } from './page.ts'
export { pageFollower, type Watch, watchPage } from './watch.ts'
