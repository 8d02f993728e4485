/**
 * What google.script.run can carry back (tanaikech 2023-08-28): one Date anywhere and the handler gets nothing, Map and Set
 * become {}, typed arrays break. `strict` refuses them all, `lenient` does as Google.
 */
import { strict } from './bridge.ts'

export function plainResult(value: unknown, lenient: boolean): unknown {
  const problem = illegal(value, 'result', [])
  if (problem === undefined) return value === undefined ? null : value
  if (!lenient) throw strict(`google.script.run cannot return ${problem}`)
  if (problem.endsWith(': Date')) return null
  return JSON.parse(JSON.stringify(value) ?? 'null')
}

function illegal(value: unknown, path: string, above: readonly unknown[]): string | undefined {
  if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path}: ${value}`
  if (typeof value !== 'object') return `${path}: ${typeof value}`
  if (above.includes(value)) return `${path}: a cycle`
  const inside = [...above, value]
  if (Array.isArray(value)) return firstOf(value.map((item, i) => () => illegal(item, `${path}[${i}]`, inside)))
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (kind !== 'Object') return `${path}: ${kind}`
  return firstOf(
    Object.entries(value).map(
      ([key, item]) =>
        () =>
          illegal(item, `${path}.${key}`, inside),
    ),
  )
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const problem = check()
    if (problem !== undefined) return problem
  }
  return undefined
}
