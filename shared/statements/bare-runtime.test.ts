import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Apps Script has the language and nothing else: no TextDecoder, URL, timers or DOM. */
test('statements are read where there is nothing but the language, in less than 135 kB', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'statements',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    conditions: ['import'],
  })
  const code = outputFiles[0]?.text ?? ''
  expect(code.length).toBeLessThan(135_000)
  const fixtures = [
    'csv/preamble-multiline-several-accounts.csv',
    'xlsx/serial-dates-shared-strings.xlsx',
    'zip/two-camt-and-a-notice.zip',
    'ofx/sgml-comma-decimals.ofx',
  ]
  const files = fixtures.map((file) => [...readFileSync(join(import.meta.dirname, 'fixtures', file))])
  const context = createContext({ files })
  const counts = runInContext(
    `${code}; files.map((bytes) => {
      const read = statements.readStatements(Uint8Array.from(bytes), { today: '2026-03-31' })
      return read.value.reduce((count, one) => count + statements.transactionsOf(one).transactions.length, 0)
    }).join()`,
    context,
  )
  expect(counts).toBe('4,2,5,4')
})
