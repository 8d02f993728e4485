/** Runs the very bundle that is pushed to Google, without Google. README.md says how to drive it. */

export { createEmulator } from './emulator.ts'
export type * as stored from './host/book.ts'
export type { ScreenAccess } from './host/screen.ts'
export type * from './types.ts'
export { serveWebApp, type WebAppMode, type WebAppOptions, type WebAppServer } from './web-server.ts'
