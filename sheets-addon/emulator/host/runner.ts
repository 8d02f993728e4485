/** One execution in a fresh context: nothing inside but ECMAScript and the fakes; no memory between two of them. */
import { createContext, Script, type Context as VmContext } from 'node:vm'
import type { Json, RefusalName, Run, RunOptions } from '../types.ts'
import type { Area } from './book.ts'
import { exception, refusalError } from './errors.ts'
import { dropLocks, type Execution, holdElsewhere, startExecution, timeLimit } from './execution.ts'
import { handlers } from './handlers.ts'
import { fakesScript } from './program.ts'
import { bindGlobals } from './quick-globals.ts'
import { takeBackPoint } from './take-back.ts'
import { withTimeZone } from './time-zone.ts'
import type { World } from './world.ts'

/** What starts the function: plain arguments, or an event whose live objects the fakes build. */
export type Start =
  | { readonly args: readonly Json[] }
  | { readonly event: 'open' | 'edit' | 'change' | 'time' | 'web'; readonly facts: EventFacts }

/** An event before the fakes make objects of it. */
export interface EventFacts {
  readonly area?: Area
  readonly user?: string
  readonly auth?: 'LIMITED' | 'FULL'
  /** Copied as they are: value, oldValue, changeType, the clock's and the web's fields. */
  readonly plain?: Readonly<Record<string, unknown>>
}

/** The facts that the fakes need before any call. */
export interface Facts {
  readonly zone: string
  /** The global name of the advanced Drive service, when the manifest enables it. */
  readonly drive: string | null
  readonly seed: number
}

/** What the context hands back, as JSON. */
type Outcome =
  | { readonly result: Json | undefined; readonly output?: Output }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack?: string } }

/** A web app's answer, before Google wraps it. */
export type Output =
  | { readonly kind: 'content'; readonly mimeType: string; readonly text: string; readonly download?: string }
  | { readonly kind: 'html'; readonly html: string; readonly title: string }

export interface Finished {
  readonly run: Run
  readonly output: Output | undefined
}

/** `refused`: Google does not even start it. */
export interface InternalOptions extends RunOptions {
  readonly refused?: RefusalName
}

const starter = new Script('(() => { const start = __start; delete globalThis.__start; start() })()')

export function runFunction(world: World, fn: string, start: Start, options: InternalOptions): Finished {
  const program = options.context === 'web' ? world.deployed : world.head
  const user = options.context === 'web' ? world.owner : (options.user ?? world.owner)
  const takeBack = options.unanswered === 'taken-back' ? takeBackPoint(world) : undefined
  const execution = startExecution(world, handlers, program, user, options)
  const letGo = holdElsewhere(world, options.locksHeld ?? [], user)
  let outcome: Outcome | undefined
  const refused = options.refused ? refusalError(options.refused, '', '') : admission(execution, fn)
  if (refused) outcome = { error: { name: refused.name, message: refused.message } }
  else {
    world.running.push(execution)
    try {
      withTimeZone(program.manifest.timeZone, () => {
        outcome = evaluate(execution, fn, start, options.timeoutMs ?? timeLimit(options.context))
      })
    } finally {
      world.running.pop()
      dropLocks(execution)
    }
  }
  letGo()
  const finished = finish(execution, fn, outcome)
  if (finished.run.question) takeBack?.()
  return finished
}

/** Google's own refusals, before any code runs. */
function admission(execution: Execution, fn: string): Error | undefined {
  const { world, context, user, program } = execution
  if (world.running.length >= 30) {
    return exception('There are too many scripts running simultaneously for this Google user account.')
  }
  const missing = (program.manifest.oauthScopes ?? []).filter(
    (scope) => !world.kept.consents[user]?.asked.includes(scope),
  )
  if (missing.length > 0 && context !== 'simple') {
    // A click can ask; a trigger and the web app cannot: they fail until the owner consents again (apps-script-oauth2#535).
    if (context !== 'menu' && context !== 'rpc') return exception('Authorization is required to perform that action.')
    execution.prompts.push(missing)
    const before = world.kept.consents[user] ?? { asked: [], granted: [] }
    world.kept.consents[user] = { asked: [...before.asked, ...missing], granted: [...before.granted, ...missing] }
  }
  if (context === 'rpc' && world.switches.accounts === 'several') {
    return Object.assign(new Error('PERMISSION_DENIED'), { name: 'ScriptError' })
  }
  if (!program.declares(fn) || (context === 'rpc' && fn.endsWith('_')))
    return exception(`Script function not found: ${fn}`)
  return undefined
}

function evaluate(execution: Execution, fn: string, start: Start, timeout: number): Outcome | undefined {
  const { world, program } = execution
  let outcome: Outcome | undefined
  const context = createContext({}, { microtaskMode: 'afterEvaluate', name: fn })
  const host = {
    call: (name: string, label: string, args: string) => execution.call(name, label, args),
    now: () => world.now(),
    log: (level: string, text: string) => {
      if (!execution.stopped) execution.logs.push({ level, text })
    },
    done: (text: string) => {
      outcome ??= JSON.parse(text)
    },
  }
  const facts: Facts = {
    zone: program.manifest.timeZone,
    drive:
      program.manifest.dependencies?.enabledAdvancedServices?.find(({ serviceId }) => serviceId === 'drive')
        ?.userSymbol ?? null,
    seed: Math.floor(world.chance.next() * 2 ** 31),
  }
  try {
    const install = fakesScript().runInContext(context)
    const invoke = install(host.call, host.now, host.log, host.done, JSON.stringify(facts))
    bindGlobals(context)
    program.script.runInContext(context, { timeout })
    bindStart(context, () =>
      invoke(
        fn,
        JSON.stringify({ ...start, rpc: execution.context === 'rpc', lenient: world.switches.rpcValues === 'lenient' }),
      ),
    )
    starter.runInContext(context, { timeout })
  } catch (error) {
    outcome ??= { error: describe(error) }
  }
  return outcome
}

function bindStart(context: VmContext, start: () => void): void {
  context['__start'] = start
}

function describe(error: unknown): { name: string; message: string; stack?: string } {
  const { name = 'Error', message = String(error), stack, code } = Object(error)
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return { name: 'Exception', message: 'Exceeded maximum execution time' }
  return { name, message, stack }
}

function finish(execution: Execution, fn: string, outcome: Outcome | undefined): Finished {
  const { stopped, workspace, world } = execution
  if (stopped?.why === 'bug') throw stopped.error
  // Also after an error: Google writes what is waiting when a run ends (K).
  workspace.flush()
  const late = execution.late
  const error =
    stopped?.why === 'fault' || stopped?.why === 'question'
      ? undefined
      : stopped?.why === 'error'
        ? stopped.error
        : outcome && 'error' in outcome
          ? outcome.error
          : late
  return {
    output: outcome && 'output' in outcome && !stopped && !error ? outcome.output : undefined,
    run: {
      context: execution.context,
      function: fn,
      result: outcome && 'result' in outcome && !stopped ? outcome.result : undefined,
      error: error && { name: error.name, message: error.message, stack: error.stack },
      fault:
        stopped?.why === 'fault' ? { call: stopped.call, service: stopped.service, method: stopped.method } : undefined,
      question: stopped?.why === 'question' ? stopped.dialog : undefined,
      calls: execution.meter(),
      trace: execution.trace,
      toasts: execution.toasts,
      logs: execution.logs,
      dialogs: execution.dialogs,
      prompts: execution.prompts,
      elapsedMs: world.now() - execution.startedAt,
    },
  }
}
