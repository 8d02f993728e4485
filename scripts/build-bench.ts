import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isEntry, root } from './root.ts'

/** The matching engine behind the benchmark's `createMatcher` contract: ../shared/matching/benchmark/README.md. */
export const matcherFile = join(root, 'build/bench/matcher.mjs')

export async function buildBench(): Promise<{ readonly bytes: number }> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/benchmark-adapter.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const text = outputFiles[0]?.text ?? ''
  mkdirSync(dirname(matcherFile), { recursive: true })
  writeFileSync(matcherFile, text)
  return { bytes: Buffer.byteLength(text) }
}

if (isEntry('build-bench.ts')) {
  const { bytes } = await buildBench()
  console.log(`build/bench/matcher.mjs: ${(bytes / 1000).toFixed(1)} kB`)
}
