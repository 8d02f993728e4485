import type { BuildOptions } from 'esbuild'
import { root } from '../root.ts'
import { withoutExplanations } from './explanations.ts'
import { withLeanLibraries } from './lean.ts'

/** What the script and the sidebar's pages have in common. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  // Private #x and static fields are parse errors in Apps Script (ground truth 21): es2020 lowers both.
  target: 'es2020',
  format: 'iife',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions

/** The script: one closure for a runtime that is neither a browser nor Node. */
export const scriptOptions = {
  ...bundleOptions,
  globalName: '__t',
  platform: 'neutral',
  conditions: ['browser', 'import'],
  mainFields: ['browser', 'module', 'main'],
  // The parser of a push stops at 10n (« Unexpected token ILLEGAL », enuchi/React-Google-Apps-Script#236, 2025), V8 would not:
  // written as BigInt(10). esbuild warns that the target might lack BigInt itself; Apps Script has it.
  supported: { bigint: false },
  logOverride: { bigint: 'silent' },
  // jsPDF looks for `window`, then `global`: the bare runtime has neither.
  define: { ...bundleOptions.define, global: 'globalThis' },
  plugins: [withLeanLibraries, withoutExplanations],
} satisfies BuildOptions
