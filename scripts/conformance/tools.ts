import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../root.ts'

/** Java, Maven or pip is missing, or what they fetched is not what the lock pins: nothing was judged, hence exit 3. */
export class Unavailable extends Error {}

/** The two groups of artefacts, each with classes of its own: their Saxon and veraPDF versions must not meet. */
export type ToolSet = 'official' | 'mustang'

const here = join(root, 'scripts/conformance')
const lockFile = join(here, 'lock.sha256')
/** Outside node_modules, which `npm ci` wipes. */
const cache = process.env['CONFORMANCE_CACHE'] ?? join(homedir(), '.cache/tabellion/conformance')

/** One self-contained jar, Apache-2.0. Its parent POM is not served, so only the old plugin's `get` fetches it. */
const MUSTANG = 'org.mustangproject:Mustang-CLI:2.26.0'
const SOURCES: Readonly<Record<ToolSet, readonly string[]>> = {
  official: ['Verdict', 'XmlRules', 'PdfRules', 'Official'],
  mustang: ['Verdict', 'Mustang'],
}

const java = (tool: 'java' | 'javac'): string => {
  const home = process.env['JAVA_HOME']
  return home ? join(home, 'bin', tool) : tool
}
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

function run(command: string, args: readonly string[], purpose: string): void {
  const done = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.error) throw new Unavailable(`${command} is missing: ${purpose}`)
  if (done.status !== 0)
    throw new Unavailable(`${command} failed (${purpose}):\n${done.stdout.slice(-1500)}${done.stderr.slice(-1500)}`)
}

/** Downloads what is not there yet and compares every byte with the lock. */
export function prepareTools(): void {
  run(java('java'), ['-version'], 'install a JDK 17 or newer, or set JAVA_HOME')
  for (const set of ['official', 'mustang'] as const) {
    if (isAsLocked(set)) continue
    download(set)
    if (!isAsLocked(set)) throw new Unavailable(`${set}: what was downloaded is not what lock.sha256 pins`)
  }
}

/** After a change of pom.xml, requirements.txt or MUSTANG: pins what the registries give today. Run the defects, read the diff. */
export function writeLock(): void {
  const lines = (['official', 'mustang'] as const).flatMap((set) => {
    download(set)
    const folder = join(cache, set)
    return readdirSync(folder)
      .sort()
      .map((name) => `${sha256(join(folder, name))}  ${set}/${name}\n`)
  })
  writeFileSync(lockFile, `# sha256 of every file that runs or judges; made by --write-lock\n${lines.join('')}`)
}

function download(set: ToolSet): void {
  const folder = join(cache, set)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  console.log(`downloading the ${set} validators`)
  const extra = (process.env['MVN_ARGS'] ?? '').split(' ').filter((argument) => argument !== '')
  const maven = ['-q', '-B', ...extra, '-f', join(here, 'pom.xml')]
  if (set === 'mustang') {
    const get = 'org.apache.maven.plugins:maven-dependency-plugin:2.10:get'
    run(
      'mvn',
      [...maven, get, '-Dtransitive=false', `-Dartifact=${MUSTANG}`, `-Ddest=${folder}/`],
      'it fetches Mustang',
    )
    return
  }
  run('mvn', [...maven, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`], 'it fetches the validators')
  const pip = [
    '-m',
    'pip',
    '-q',
    '--disable-pip-version-check',
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
  ]
  run(
    process.env['PYTHON'] ?? 'python3',
    [...pip, '-r', join(here, 'requirements.txt'), '-d', folder],
    'it fetches the rules',
  )
}

function isAsLocked(set: ToolSet): boolean {
  const folder = join(cache, set)
  const pinned = readFileSync(lockFile, 'utf8')
    .split('\n')
    .map((line) => line.split(/\s+/))
    .filter(([, name]) => name?.startsWith(`${set}/`))
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${set}/${name}`) : []
  return (
    present.length === pinned.length &&
    pinned.every(([hash, name = '']) => present.includes(name) && sha256(join(cache, name)) === hash)
  )
}

/** What one of our Java programs writes about a file. */
export interface RawVerdict {
  readonly file: string
  readonly checks: Readonly<Record<string, number>>
  readonly findings: readonly {
    readonly set: string
    readonly id: string
    readonly fatal: boolean
    readonly text: string
  }[]
}

/** Judges the files in one JVM. C1 and the serial collector halve the processor time against the defaults. */
export async function judge(set: ToolSet, files: readonly string[]): Promise<readonly RawVerdict[]> {
  if (files.length === 0) return []
  const main = set === 'official' ? 'Official' : 'Mustang'
  const libraries = readdirSync(join(cache, set)).map((name) => join(cache, set, name))
  const classes = compiled(set, libraries)
  const list = join(cache, `${set}-${process.pid}.txt`)
  const out = join(cache, `${set}-${process.pid}.json`)
  writeFileSync(list, `${files.join('\n')}\n`)
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx1g', '-Djava.awt.headless=true']
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=off'
  const path = [...libraries, classes].join(delimiter)
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(java('java'), [...options, quiet, '-cp', path, main, out, list], {
      stdio: ['ignore', 'ignore', set === 'official' ? 'inherit' : 'ignore'],
    })
    child.on('error', reject)
    child.on('close', resolve)
  })
  rmSync(list)
  if (code !== 0) throw new Unavailable(`${main} did not finish (${code})`)
  const verdicts: readonly RawVerdict[] = JSON.parse(readFileSync(out, 'utf8'))
  rmSync(out)
  return verdicts
}

/** Our Java, compiled once per text of it. */
function compiled(set: ToolSet, libraries: readonly string[]): string {
  const sources = SOURCES[set].map((name) => join(here, 'java', `${name}.java`))
  const digest = createHash('sha256')
  for (const source of sources) digest.update(readFileSync(source))
  const folder = join(cache, `classes-${set}-${digest.digest('hex').slice(0, 12)}`)
  const done = join(folder, `${SOURCES[set].at(-1)}.class`)
  if (!existsSync(done))
    run(
      java('javac'),
      ['-proc:none', '-cp', libraries.join(delimiter), '-d', folder, ...sources],
      'a JDK is wanted, not only a JRE',
    )
  return folder
}
