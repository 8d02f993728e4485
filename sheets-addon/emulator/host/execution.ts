/** One execution: identity, permissions, meter, faults. `call` is the only way in from the script. */
import type { Answer, CallKind, Calls, Context, Dialog, Fault, Json, LockName, Refusal, RunOptions } from '../types.ts'
import { type Entry, liveCost } from './call.ts'
import { exception, noPermission, refusalError, ServiceError } from './errors.ts'
import type { Program } from './program.ts'
import type { Need } from './scopes.ts'
import { openWorkspace, type Workspace } from './workspace.ts'
import { scriptLockKey, type World } from './world.ts'

export interface Execution {
  readonly number: number
  readonly world: World
  readonly context: Context
  readonly user: string
  readonly program: Program
  readonly workspace: Workspace
  readonly startedAt: number
  readonly answers: Answer[]
  readonly mayBeTakenBack: boolean
  readonly heldLocks: Map<string, number>
  readonly toasts: { readonly message: string; readonly title: string }[]
  readonly logs: { readonly level: string; readonly text: string }[]
  readonly dialogs: Dialog[]
  readonly prompts: (readonly string[])[]
  /** A refused write which Google reports at the next flush or read. */
  late: ServiceError | undefined
  /** The script was ended by the host: nothing that it still does has an effect. */
  stopped: Stop | undefined
  granted(scope: string): boolean
  meter(): Calls
  readonly trace: string[]
  /** Answers `=json`, or `!json` for an error the script throws. */
  call(name: string, label: string, args: string): string
}

export type Stop =
  | { readonly why: 'fault'; readonly call: number; readonly service: string; readonly method: string }
  | { readonly why: 'error'; readonly error: ServiceError }
  | { readonly why: 'question'; readonly dialog: Dialog }
  /** A bug of the emulator: rethrown on the host. */
  | { readonly why: 'bug'; readonly error: unknown }

/** Simple triggers and custom functions: 30 s; everything else 6 minutes (ground truth §9). */
export const timeLimit = (context: Context): number => (context === 'simple' ? 30_000 : 360_000)

type AnyEntry = Entry<readonly never[], unknown>

export function startExecution(
  world: World,
  handlers: Readonly<Record<string, AnyEntry>>,
  program: Program,
  user: string,
  options: RunOptions,
): Execution {
  const { context, fault, at } = options
  const counts: Record<CallKind, number> = { spreadsheet: 0, drive: 0, mail: 0, properties: 0, lock: 0, other: 0 }
  const refusals = [...(options.refusals ?? [])].map((refusal) => ({ refusal, seen: 0 }))
  const scopes = program.manifest.oauthScopes
  let total = 0

  const execution: Execution = {
    number: world.kept.nextNumber++,
    world,
    context,
    user,
    program,
    workspace: openWorkspace(world.store),
    startedAt: world.now(),
    answers: [...(options.answers ?? [])],
    mayBeTakenBack: options.unanswered === 'taken-back',
    heldLocks: new Map(),
    toasts: [],
    logs: [],
    dialogs: [],
    prompts: [],
    late: undefined,
    stopped: undefined,
    trace: [],
    granted(scope) {
      if (scopes === undefined) return true
      return scopes.includes(scope) && (world.kept.consents[user]?.granted.includes(scope) ?? false)
    },
    meter: () => ({ total, ...counts }),
    call(name, label, args) {
      if (execution.stopped) return failure(exception('Execution stopped.'))
      const entry = handlers[name]
      if (!entry) return stop({ why: 'bug', error: new Error(`no handler for ${name}`) })
      try {
        return enter(entry, label, args)
      } catch (error) {
        if (error instanceof ServiceError) return failure(error)
        return stop({ why: 'bug', error })
      }
    },
  }

  const failure = (error: ServiceError): string =>
    `!${JSON.stringify({ name: error.name, message: error.message, details: error.details })}`

  function stop(reason: Stop): string {
    execution.stopped ??= reason
    return failure(exception('Execution stopped.'))
  }

  function enter(entry: AnyEntry, label: string, args: string): string {
    const method = label.slice(label.lastIndexOf('.') + 1)
    if (entry.counted) {
      total++
      counts[entry.kind]++
      execution.trace.push(label.startsWith(entry.service) ? label : `${entry.service}.${label}`)
      if (at?.call === total) at.meanwhile()
      if (fault?.call === total && fault.when !== 'after') return strike(entry, method, fault)
      if (world.switches.latency === 'live') world.sleep(liveCost[entry.kind])
      const spent = world.now() - execution.startedAt
      if (spent > timeLimit(context)) return stop({ why: 'error', error: exception('Exceeded maximum execution time') })
    }
    permit(entry.need, label)
    const refusal = entry.counted ? refusalOf(entry.service, method) : undefined
    if (refusal && refusal.when !== 'after') throw errorOf(refusal, entry.service, method)
    const result = entry.run(execution, ...(JSON.parse(args) as never[]))
    if (entry.counted && fault?.call === total && fault.when === 'after') return strike(entry, method, fault)
    if (refusal) throw errorOf(refusal, entry.service, method)
    return result === undefined ? '=' : `=${JSON.stringify(result)}`
  }

  function strike(entry: AnyEntry, method: string, { call, unflushed }: Fault): string {
    if (unflushed === 'dropped') execution.workspace.drop()
    return stop({ why: 'fault', call, service: entry.service, method })
  }

  function permit(need: Need, label: string): void {
    if (context === 'simple') {
      if (!need.simple) throw noPermission(label, need.scopes)
      return
    }
    if (need.scopes.length > 0 && !need.scopes.some((scope) => execution.granted(scope)))
      throw noPermission(label, need.scopes)
  }

  function refusalOf(service: string, method: string): Refusal | undefined {
    let found: Refusal | undefined
    for (const entry of refusals) {
      if (entry.refusal.service !== service || entry.refusal.method !== method) continue
      entry.seen++
      const nth = entry.refusal.nth ?? 1
      if (nth === 'every' || nth === entry.seen) found ??= entry.refusal
    }
    return found
  }

  return execution
}

function errorOf({ error }: Refusal, service: string, method: string): ServiceError {
  if (typeof error === 'string') return refusalError(error, service, method)
  return new ServiceError(error.message, error.name ?? 'Exception', error.details as Json | undefined)
}

/** At its end, and when a dialog opens (ground truth 2), an execution loses its locks. */
export function dropLocks(execution: Execution): void {
  for (const key of execution.heldLocks.keys()) execution.world.locks.delete(key)
  execution.heldLocks.clear()
}

export function holdElsewhere(world: World, names: readonly LockName[], user: string): () => void {
  const keys = names.map((name) => scriptLockKey(name, user)).filter((key) => !world.locks.has(key))
  for (const key of keys) world.locks.set(key, 'someone')
  return () => {
    for (const key of keys) world.locks.delete(key)
  }
}
