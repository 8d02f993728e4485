/**
 * Node looks every global of a context up through an interceptor, eighty times slower than V8 alone: drawing a PDF would
 * mostly measure that. A script-level constant of the same name is found first, without it.
 */
import { type Context, Script } from 'node:vm'

const scripts = new Map<string, Script>()
const functions = ['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent']
/** Constants of the language cannot be declared again. */
const left = new Set(['NaN', 'Infinity'])
const names = new Script('Object.getOwnPropertyNames(globalThis).join()')

/** Call when the services are in place and the bundle has not run yet. Built-ins and services begin with a capital. */
export function bindGlobals(context: Context): void {
  const all: string = names.runInContext(context)
  let script = scripts.get(all)
  if (!script) {
    const bound = [...functions, ...all.split(',').filter((name) => /^[A-Z]\w*$/.test(name) && !left.has(name))]
    script = new Script(bound.map((name) => `const ${name} = globalThis.${name}`).join('\n'), {
      filename: 'globals.js',
    })
    scripts.set(all, script)
  }
  script.runInContext(context)
}
