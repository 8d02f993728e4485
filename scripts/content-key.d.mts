export function writeWhole(file: string, contents: string | Uint8Array): void
export function isBeingWritten(file: string): boolean
export function stamp(file: string, root: string, files: readonly string[]): void
export function isFresh(file: string, root: string): boolean
