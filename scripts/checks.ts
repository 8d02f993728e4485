import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { isEntry, root } from './root.ts'

const bin = (path: string): string => join(root, 'node_modules', path)

/** Tools that need no script of their own: each with its arguments, run from the root. */
export const checks = {
  lint: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  boundaries: [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config=.dependency-cruiser.mjs',
    'shared',
    'sheets-addon',
    'extension',
    'scripts',
  ],
  deadcode: [bin('knip/bin/knip.js')],
  size: [bin('size-limit/bin.js')],
} as const satisfies Record<string, readonly string[]>

export type CheckName = keyof typeof checks
const isCheck = (name: string): name is CheckName => name in checks

if (isEntry('checks.ts')) {
  const [name, ...more] = process.argv.slice(2)
  if (name === undefined || !isCheck(name)) {
    console.error(`usage: npm run ${Object.keys(checks).join(' | ')}`)
    process.exit(1)
  }
  const child = spawn(process.execPath, [...checks[name], ...more], { cwd: root, stdio: 'inherit' })
  child.on('close', (code) => process.exit(code ?? 1))
}
