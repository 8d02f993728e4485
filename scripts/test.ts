import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type CheckName, checks } from './checks.ts'
import { root } from './root.ts'
import { type Ended, runSteps, type Step } from './steps.ts'

/** `npm test`: every step runs and is reported; the last line counts tests and red steps. */
interface Counted extends Step {
  /** Where vitest writes its counts. */
  readonly counts?: string
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
const counted = (name: string, minutes: number, projects: readonly string[], needs: readonly string[]): Counted => {
  const counts = join(root, 'build/test', `${projects.join('-')}.json`)
  return { name, command: vitest(counts, projects), minutes, counts, needs, alone: true }
}

/** Two by two, the long ones first; then what keeps both cores busy. */
const steps: readonly Counted[] = [
  { name: 'manifests', command: script('sync-manifest', '--check'), minutes: 2 },
  { name: 'types', command: script('typecheck'), minutes: 6 },
  { name: 'extension build', command: script('build-extension'), minutes: 8, needs: ['manifests'] },
  { name: 'Chromium', command: script('chromium'), minutes: 10 },
  { name: 'boundaries', command: check('boundaries'), minutes: 4 },
  { name: 'dead code', command: check('deadcode'), minutes: 4 },
  { name: 'add-on build', command: script('build-addon'), minutes: 4 },
  { name: 'lint and format', command: check('lint'), minutes: 2 },
  { name: 'sizes', command: check('size'), minutes: 2, needs: ['add-on build', 'extension build'] },
  counted('units, properties, add-on in the emulator', 25, ['shared', 'addon', 'extension'], ['add-on build']),
  counted('extension in Chromium', 15, ['browser'], ['Chromium', 'extension build']),
]

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
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

function countsOf({ step }: Ended<Counted>): Counts {
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

mkdirSync(join(root, 'build/test'), { recursive: true })
for (const { counts } of steps) if (counts !== undefined) rmSync(counts, { force: true })
const started = performance.now()
const outcomes = (await runSteps(steps)).map((ended) => ({ ...ended, ...countsOf(ended) }))

const sum = (count: (outcome: (typeof outcomes)[number]) => number): number =>
  outcomes.reduce((total, one) => total + count(one), 0)
const skipped = outcomes.flatMap((outcome) => outcome.skipped)
console.log('\n── result')
for (const name of skipped) console.log(`skipped  ${name}`)
for (const { step, red, seconds, passed, failed, why } of outcomes) {
  const tests = step.counts === undefined ? '' : `  ${passed} passed, ${failed} failed`
  const verdict = red ? 'RED  ' : 'green'
  console.log(`${verdict}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}${tests}${why ? `  (${why})` : ''}`)
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all, ${skipped.length} skipped`)
const failed = sum((outcome) => outcome.failed + (outcome.red && outcome.failed === 0 ? 1 : 0))
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
