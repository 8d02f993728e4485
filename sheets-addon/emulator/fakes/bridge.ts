/** The only way out of the context: a name, a label, JSON in, JSON back. Nothing of the host is reachable from here. */
import type { Handlers } from '../host/handlers.ts'

type Run<Name extends keyof Handlers> = Handlers[Name]['run']
type Arguments<Name extends keyof Handlers> = Parameters<Run<Name>> extends [unknown, ...infer Rest] ? Rest : []
type Result<Name extends keyof Handlers> = ReturnType<Run<Name>>

type HostCall = (name: string, label: string, args: string) => string
let host: HostCall = () => {
  throw new Error('the fakes are not installed')
}
export function connect(call: HostCall): void {
  host = call
}

/** Google's errors are Errors of this context, so that `instanceof Error` holds in the script. */
function raise(text: string): never {
  const { name, message, details } = JSON.parse(text)
  const error = new Error(message)
  error.name = name
  throw details === undefined ? error : Object.assign(error, { details })
}

/** `label` is the method as Google names it, when several share one handler. */
export function callAs<Name extends keyof Handlers>(label: string, name: Name, ...args: Arguments<Name>): Result<Name> {
  const answer = host(name, label, JSON.stringify(args))
  if (answer.startsWith('!')) raise(answer.slice(1))
  const result = answer.length > 1 ? JSON.parse(answer.slice(1)) : undefined
  return result
}

export const call = <Name extends keyof Handlers>(name: Name, ...args: Arguments<Name>): Result<Name> =>
  callAs(name, name, ...args)

export function exception(message: string): Error {
  const error = new Error(message)
  error.name = 'Exception'
  return error
}

/** What Google would turn into rubbish: refused here so that we never write it. */
export function strict(message: string): Error {
  const error = new Error(`strict: ${message}`)
  error.name = 'StrictError'
  return error
}

export const mismatch = (label: string, given: readonly unknown[]): Error =>
  exception(`The parameters (${given.map(kindOf).join(',')}) don't match the method signature for ${label}.`)

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'Array' : typeof value === 'object' ? 'Object' : typeof value
