import { fail, ok, type Result } from '@tabellion/shared/kernel'

/** Where the sheet's web app answers. */
export interface Address {
  readonly url: string
  /** On this machine: the demonstration, said as such wherever it shows. */
  readonly demonstration: boolean
}

export type AddressProblem = {
  /** `test-address` ends in /dev: it answers the owner's own browser only. */
  readonly code: 'no-address' | 'spreadsheet-address' | 'editor-address' | 'test-address' | 'other-address'
}

// Deployment IDs are letters, digits, - and _; a Workspace domain stands before them.
const DEPLOYED = /^https:\/\/script\.google\.com(\/a\/(macros\/)?[\w.-]+)?\/(macros\/)?s\/[\w-]{20,200}\/exec$/
const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d{1,5}\/macros\/s\/[\w-]{1,200}\/exec$/

/**
 * The address as pasted. The extension connects to these two forms and to nothing else; the same hosts stand in its content
 * security policy (manifest.config.ts).
 */
export function readAddress(pasted: string): Result<Address, AddressProblem> {
  const url = pasted.trim().replace(/[?#].*$/, '')
  if (LOOPBACK.test(url)) return ok({ url, demonstration: true })
  if (DEPLOYED.test(url)) return ok({ url, demonstration: false })
  if (/\/dev$/.test(url) && /^https:\/\/script\.google\.com\//.test(url)) return fail({ code: 'test-address' })
  if (/^https:\/\/script\.google\.com\//.test(url)) return fail({ code: 'editor-address' })
  if (/^https:\/\/docs\.google\.com\/spreadsheets\//.test(url)) return fail({ code: 'spreadsheet-address' })
  return fail({ code: /^https?:\/\//i.test(url) ? 'other-address' : 'no-address' })
}
