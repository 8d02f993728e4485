import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/sequence.ts'

const outside = ['**/node_modules/**', '**/build/**', '**/dist/**']

/** Stopped at every call, for each of the younger actions, and years of mornings: minutes of work, run by `npx vitest run --project=long`. */
const long = [
  'scripts/bridge/killed-*.test.ts',
  'sheets-addon/test/killed-{credit-notes,jobs,orders,mails,matching,payments,reminders,statement,unpaid}.test.ts',
  'sheets-addon/test/{day-by-day,two-years}.test.ts',
]

/**
 * The bundle runs in thousands of fresh contexts, a second each: what V8 would optimise for one is lost for the next, and the
 * optimiser took a third of the processor. It is told to wait for what stays hot; and young memory is wide enough to die in.
 */
const forManyContexts = ['--interrupt-budget=1000000', '--min-semi-space-size=16', '--max-semi-space-size=64']

export default defineConfig({
  test: {
    // A busy machine is no failure; a hang is.
    testTimeout: 60_000,
    maxWorkers: '100%',
    // Nothing of ours keeps state in a module: files share what they load, the emulator and the bundle above all.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'shared', include: ['shared/**/*.test.ts'], exclude: outside } },
      {
        extends: true,
        test: {
          name: 'addon',
          include: ['sheets-addon/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...outside, ...long, 'sheets-addon/{e2e,workbench/e2e}/**'],
          execArgv: forManyContexts,
        },
      },
      { extends: true, test: { name: 'long', include: long, exclude: outside, execArgv: forManyContexts } },
      {
        extends: true,
        test: {
          name: 'extension',
          include: ['extension/**/*.test.{ts,tsx}'],
          exclude: [...outside, 'extension/e2e/**'],
        },
      },
      {
        extends: true,
        // A real Chromium for each file, with its own profile and ports: two at a time, and patient with a busy machine.
        test: {
          name: 'browser',
          include: ['extension/e2e/**/*.test.ts', 'sheets-addon/{e2e,workbench/e2e}/**/*.test.ts'],
          exclude: outside,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          execArgv: forManyContexts,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
