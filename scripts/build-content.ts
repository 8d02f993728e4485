import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './root.ts'

/** What is put into pages, under names that stay: `follow` comes where there are rows, `learn` and `copy` when the user asks. */
export const contentScripts = ['read', 'follow', 'learn', 'copy'] as const

/**
 * Names of the reader's own that neither leave the page in a message nor are a name of the browser's: made short, they leave room
 * under 20 kB. One build makes all scripts, so that what they share keeps one name.
 */
export const SHORTENED =
  /^(?:element|hasCents|amounts|days|pieces|parts|cells|isHeaded|headingOf|isGuess|debit|credit|balance|hasYear|isValue|isHeading|labels|dated|hasOwnDays|depth|column|month|year|elements|isNamed|together|shown|hasMoved|replaced|isStock|period|text|sides|root|figure)$/

export async function buildContent(folder: string): Promise<void> {
  await build({
    entryPoints: contentScripts.map((name) => join(root, `extension/inject/${name}.ts`)),
    outdir: join(folder, 'content'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    mangleProps: SHORTENED,
  })
}
