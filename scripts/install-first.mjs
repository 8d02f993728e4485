// Installs the dependencies when they are missing or stale. Built-ins only: this runs before node_modules exists.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = `${root}package-lock.json`
/** npm writes its hidden lockfile last: absent means no install, or one that was cut short. */
const hidden = `${root}node_modules/.package-lock.json`
const stamp = `${root}node_modules/.tabellion-installed`

const read = (file) => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
/** Contents, not dates: a clone or a restored cache has arbitrary dates. */
const digest = () => {
  const have = read(hidden)
  return have && createHash('sha256').update(readFileSync(wanted)).update(have).digest('hex')
}

/** Every package the lockfile wants is there in that version (optional ones of other platforms may be absent). */
function complete() {
  const have = read(hidden)
  if (!have) return false
  const installed = JSON.parse(have).packages
  return Object.entries(JSON.parse(readFileSync(wanted)).packages).every(
    ([path, want]) =>
      path === '' ||
      (path in installed
        ? installed[path].version === want.version
        : want.optional || want.devOptional || !path.startsWith('node_modules/')),
  )
}

async function install() {
  console.error('Installing the dependencies (npm ci): one to two minutes the first time.')
  const started = performance.now()
  const seconds = () => Math.round((performance.now() - started) / 1000)
  const here = () => {
    try {
      return readdirSync(`${root}node_modules`).length
    } catch {
      return 0
    }
  }
  const ticking = setInterval(() => console.error(`  ${seconds()} s, ${here()} folders in node_modules…`), 15_000)
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  const code = await new Promise((resolve) => child.on('error', () => resolve(1)).on('close', resolve))
  clearInterval(ticking)
  if (code !== 0) {
    console.error('npm ci failed: read its message above, then run the command again.')
    process.exit(code || 1)
  }
  console.error(`Dependencies installed in ${seconds()} s.`)
}

if (digest() === undefined || digest() !== read(stamp)?.toString()) {
  if (!complete()) await install()
  writeFileSync(stamp, digest() ?? '')
}
