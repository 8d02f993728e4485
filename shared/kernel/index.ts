/** What every room stands on: brands, results, invariants, bytes, digests, JSON. */
export type { Branded } from './brand.ts'
export { hex, utf8Bytes } from './bytes.ts'
export { hmacSha256Hex, sha256Hex } from './digest.ts'
export type { CellRef, Finding, Severity } from './finding.ts'
export { invariant, unreachable } from './invariant.ts'
export { canonicalJson, type Json } from './json.ts'
export { nearest } from './nearest.ts'
export { fail, ok, type Result } from './result.ts'
