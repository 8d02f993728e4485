import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { root } from './root.ts'

/** One command of `npm test`. */
export interface Step {
  readonly name: string
  /** Arguments of node. */
  readonly command: readonly string[]
  /** After these it is stopped, with all that it has started. */
  readonly minutes: number
  /** `alone`: it keeps every core busy itself. The others go two by two. */
  readonly alone?: true
  /** The steps that make what this one needs. */
  readonly needs?: readonly string[]
}

export interface Ended<S extends Step> {
  readonly step: S
  readonly red: boolean
  readonly seconds: number
  readonly why?: string
}

const LANES = 2
/** How often is said what is still running. */
const TICK = 20_000

const secondsSince = (started: number): number => (performance.now() - started) / 1000

/**
 * Every step runs, in the given order as far as the lanes allow; one whose needs are red does not, and is red. What a step
 * says is told whole when it ends; a step that has the machine alone speaks as it goes.
 */
export async function runSteps<S extends Step>(
  steps: readonly S[],
  say: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<readonly Ended<S>[]> {
  const waiting = [...steps]
  const running = new Map<S, { readonly started: number; readonly end: Promise<unknown> }>()
  const ended = new Map<string, Ended<S>>()

  const lanesOf = (step: S): number => (step.alone ? LANES : 1)
  const mayStart = (step: S): boolean => {
    const taken = [...running.keys()].reduce((sum, other) => sum + lanesOf(other), 0)
    return taken + lanesOf(step) <= LANES && (step.needs ?? []).every((name) => ended.has(name))
  }
  const start = async (step: S): Promise<void> => {
    if (step.alone) say(`\n── ${step.name}\n`)
    const { text, ...end } = await run(step)
    ended.set(step.name, end)
    running.delete(step)
    if (!step.alone) say(`\n── ${step.name}, ${end.seconds.toFixed(1)} s\n${text}`)
  }
  const ticking = setInterval(() => {
    const names = [...running].filter(([step]) => !step.alone)
    if (names.length > 0)
      say(names.map(([{ name }, { started }]) => `  … ${name}, ${secondsSince(started).toFixed(0)} s\n`).join(''))
  }, TICK)

  while (waiting.length + running.size > 0) {
    for (let at = waiting.findIndex(mayStart); at >= 0; at = waiting.findIndex(mayStart)) {
      const [step] = waiting.splice(at, 1)
      if (!step) break
      const missing = step.needs?.find((name) => ended.get(name)?.red)
      if (missing !== undefined)
        ended.set(step.name, { step, red: true, seconds: 0, why: `not run: ${missing} is red` })
      else running.set(step, { started: performance.now(), end: start(step) })
    }
    if (running.size > 0) await Promise.race([...running.values()].map(({ end }) => end))
    else if (waiting.length > 0) throw new Error(`${waiting[0]?.name} needs a step that is not there`)
  }
  clearInterval(ticking)
  return steps.flatMap(({ name }) => ended.get(name) ?? [])
}

function run<S extends Step>(step: S): Promise<Ended<S> & { readonly text: string }> {
  const started = performance.now()
  return new Promise((resolve) => {
    // A group of its own, so that a step that hangs goes with the browsers it has started.
    const stdio: StdioOptions = step.alone ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child: ChildProcess = spawn(process.execPath, step.command, { cwd: root, stdio, detached: true })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
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
      // The other lane hears of it first.
      setImmediate(() => process.exit(130))
    }
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
    child.on('error', (error) => (why = error.message))
    child.on('close', (code) => {
      clearTimeout(deadline)
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      const red = code !== 0
      resolve({ step, red, seconds: secondsSince(started), text, ...(red && { why: why ?? `exit code ${code}` }) })
    })
  })
}
