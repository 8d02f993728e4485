/** Bundles of one function, for the emulator's own tests. */
import { createEmulator } from './emulator.ts'
import type { Bundle, Emulator, EmulatorOptions, Json, Manifest, Run, RunOptions } from './types.ts'

export const manifest: Manifest = {
  timeZone: 'Europe/Paris',
  runtimeVersion: 'V8',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.send_mail',
    'https://www.googleapis.com/auth/drive.file',
    'https://www.googleapis.com/auth/script.scriptapp',
  ],
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
}

/** Shorthands that every body may use. */
const prelude = `
  var ss = SpreadsheetApp.getActiveSpreadsheet(), sheet = ss && ss.getSheets()[0];
  function caught(work) { try { work(); return 'no error' } catch (e) { return e.name + ': ' + e.message } }
`

/** `f(a, b, c)`, and whatever other functions `more` declares. */
export const bundleOf = (body: string, more = ''): Bundle => ({
  code: `function f(a, b, c) {${prelude}${body}\n}\n${more}`,
  html: { panneau: '<p>Panneau</p>' },
  manifest,
})

export const emulate = (options: Partial<EmulatorOptions> = {}): Emulator =>
  createEmulator({ bundle: bundleOf(''), seed: 1, instant: '2026-11-25T08:00:00Z', ...options })

export function run(
  emulator: Emulator,
  body: string,
  options: Partial<RunOptions> & { readonly args?: readonly Json[] } = {},
): Run {
  const { args = [], ...others } = options
  emulator.push(bundleOf(body))
  return emulator.run('f', args, { context: 'menu', ...others })
}

/** What the body returns; an error fails the test with its message. */
export function resultOf(emulator: Emulator, body: string, options: Parameters<typeof run>[2] = {}): Json | undefined {
  const { error, result } = run(emulator, body, options)
  if (error) throw new Error(`${error.name}: ${error.message}`)
  return result
}
