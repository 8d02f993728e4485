import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type CheckName, checks } from './checks.ts'
import { root } from './root.ts'

/** `npm test`: every step runs and is reported, cheap ones first; the last line counts tests and red steps. */
interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly minutes: number
  /** Where vitest writes its counts. */
  readonly counts?: string
  /** The steps that make what this one needs. */
  readonly needs?: readonly string[]
}

const script = (name: string, ...args: string[]): string[] => ['scripts/run.mjs', `scripts/${name}.ts`, ...args]
const check = (name: CheckName): readonly string[] => checks[name]
const vitest = (counts: string, projects: readonly string[]): string[] => [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  ...projects.map((project) => `--project=${project}`),
  '--passWithNoTests',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${counts}`,
]
const counted = (name: string, minutes: number, projects: readonly string[], needs: readonly string[]): Step => {
  const counts = join(root, 'build/test', `${projects.join('-')}.json`)
  return { name, command: vitest(counts, projects), minutes, counts, needs }
}

const steps: readonly Step[] = [
  { name: 'manifests', command: script('sync-manifest', '--check'), minutes: 2 },
  { name: 'lint and format', command: check('lint'), minutes: 2 },
  { name: 'boundaries', command: check('boundaries'), minutes: 4 },
  { name: 'types', command: script('typecheck'), minutes: 6 },
  { name: 'dead code', command: check('deadcode'), minutes: 4 },
  { name: 'add-on build', command: script('build-addon'), minutes: 4 },
  counted('units, properties, add-on in the emulator', 25, ['shared', 'addon', 'extension'], ['add-on build']),
  { name: 'Chromium', command: script('chromium'), minutes: 10 },
  { name: 'extension build', command: script('build-extension'), minutes: 8 },
  counted('extension in Chromium', 15, ['browser'], ['Chromium', 'extension build']),
  { name: 'sizes', command: check('size'), minutes: 2, needs: ['add-on build', 'extension build'] },
]

interface Outcome {
  readonly step: Step
  readonly red: boolean
  readonly seconds: number
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
  readonly why?: string
}

interface VitestCounts {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function countsOf(step: Step): Pick<Outcome, 'passed' | 'failed' | 'skipped'> {
  if (step.counts === undefined) return { passed: 0, failed: 0, skipped: [] }
  try {
    const read: VitestCounts = JSON.parse(readFileSync(step.counts, 'utf8'))
    const skipped = read.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
    )
    // A file that could not be loaded has no test to fail: it counts as one.
    const unloaded = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    return { passed: read.numPassedTests, failed: read.numFailedTests + unloaded.length, skipped }
  } catch {
    return { passed: 0, failed: 0, skipped: [] }
  }
}

function run(step: Step): Promise<Outcome> {
  const started = performance.now()
  if (step.counts !== undefined) rmSync(step.counts, { force: true })
  return new Promise((resolve) => {
    // A group of its own, so that a step that hangs goes with the browsers it has started.
    const child = spawn(process.execPath, [...step.command], { cwd: root, stdio: 'inherit', detached: true })
    let why: string | undefined
    const stop = (): void => {
      try {
        process.kill(process.platform === 'win32' ? (child.pid ?? 0) : -(child.pid ?? 0), 'SIGKILL')
      } catch {
        // It has ended in between.
      }
    }
    const deadline = setTimeout(() => {
      why = `stopped after ${step.minutes} minutes`
      stop()
    }, step.minutes * 60_000)
    const interrupt = (): void => {
      stop()
      process.exit(130)
    }
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
    child.on('error', (error) => (why = error.message))
    child.on('close', (code) => {
      clearTimeout(deadline)
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      const red = code !== 0
      const seconds = (performance.now() - started) / 1000
      resolve({ step, red, seconds, ...countsOf(step), ...(red && { why: why ?? `exit code ${code}` }) })
    })
  })
}

mkdirSync(join(root, 'build/test'), { recursive: true })
const outcomes: Outcome[] = []
const redSteps = new Set<string>()
for (const step of steps) {
  console.log(`\n── ${step.name}`)
  const missing = step.needs?.find((needed) => redSteps.has(needed))
  const outcome: Outcome =
    missing === undefined
      ? await run(step)
      : { step, red: true, seconds: 0, passed: 0, failed: 0, skipped: [], why: `not run: ${missing} is red` }
  if (outcome.red) redSteps.add(step.name)
  outcomes.push(outcome)
}

const sum = (count: (outcome: Outcome) => number): number => outcomes.reduce((total, one) => total + count(one), 0)
const skipped = outcomes.flatMap((outcome) => outcome.skipped)
console.log('\n── result')
for (const name of skipped) console.log(`skipped  ${name}`)
for (const { step, red, seconds, passed, failed, why } of outcomes) {
  const tests = step.counts === undefined ? '' : `  ${passed} passed, ${failed} failed`
  const verdict = red ? 'RED  ' : 'green'
  console.log(`${verdict}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}${tests}${why ? `  (${why})` : ''}`)
}
console.log(`${sum(({ seconds }) => seconds).toFixed(0)} s in all, ${skipped.length} skipped`)
const failed = sum((outcome) => outcome.failed + (outcome.red && outcome.failed === 0 ? 1 : 0))
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
