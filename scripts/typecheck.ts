import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** One program per world: each sees only the globals it really has. The longest first, two at a time. */
const programs = [
  'extension/tsconfig.json',
  'sheets-addon/tsconfig.emulator.json',
  'sheets-addon/tsconfig.json',
  'scripts/tsconfig.json',
  'shared/tsconfig.test.json',
  'shared/tsconfig.json',
  'sheets-addon/tsconfig.client.json',
  'sheets-addon/tsconfig.e2e.json',
  'extension/tsconfig.test.json',
]

const compiler = join(root, 'node_modules/typescript/bin/tsc')
const memory = join(root, 'build/types')
mkdirSync(memory, { recursive: true })

function check(program: string): Promise<boolean> {
  const remembered = join(memory, `${program.replaceAll('/', '-')}.tsbuildinfo`)
  // Wide young memory: a compiler makes many things that live a moment.
  const args = [
    '--max-semi-space-size=64',
    compiler,
    '-p',
    program,
    '--incremental',
    '--tsBuildInfoFile',
    remembered,
    '--pretty',
  ]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.stderr.on('data', (chunk) => (text += chunk))
    child.on('close', (code) => {
      // TS18003: an empty folder is not an error while its owner has not filled it yet.
      const empty = code !== 0 && text.includes('TS18003')
      if (code !== 0 && !empty) console.error(`${program}\n${text}`)
      resolve(code === 0 || empty)
    })
  })
}

const wanted = process.argv.slice(2)
const queue = programs.filter(
  (program) =>
    existsSync(join(root, program)) && (wanted.length === 0 || wanted.some((part) => program.includes(part))),
)
let failed = 0
await Promise.all(
  Array.from({ length: 2 }, async () => {
    for (let program = queue.shift(); program !== undefined; program = queue.shift()) {
      if (!(await check(program))) failed++
    }
  }),
)
if (failed > 0) {
  console.error(`${failed} of the type programs failed.`)
  process.exit(1)
}
console.log('Types hold.')
