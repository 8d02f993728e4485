import type { XmlNode } from './xml-node.ts'

/**
 * The elements at a path of local names below `node`: `A/B[@schemeID=0009]`, `A[B/C=true]`, `A|B` (B where there is no A).
 * The paths are ours: tables of terms, never a file's.
 */
export function select(node: XmlNode, path: string): readonly XmlNode[] {
  for (const alternative of path.split('|')) {
    let found: readonly XmlNode[] = [node]
    for (const step of steps(alternative))
      found = found.flatMap((parent) => parent.children.filter((child) => matches(child, step)))
    if (found.length > 0) return found
  }
  return []
}

/** The trimmed text of the first element there; undefined when there is none or it is blank. */
export function textAt(node: XmlNode, path: string): string | undefined {
  const text = select(node, path)[0]?.text.trim()
  return text === '' ? undefined : text
}

interface Step {
  readonly name: string
  readonly condition?: { readonly path: string; readonly value: string }
}
const parsed = new Map<string, readonly Step[]>()

function steps(path: string): readonly Step[] {
  const known = parsed.get(path)
  if (known) return known
  const read = [...path.matchAll(/([^/[]+)(?:\[([^=]+)=([^\]]*)\])?\/?/g)].map(
    ([, name = '', conditionPath, value = '']): Step =>
      conditionPath === undefined ? { name } : { name, condition: { path: conditionPath, value } },
  )
  parsed.set(path, read)
  return read
}

function matches(node: XmlNode, { name, condition }: Step): boolean {
  if (node.name !== name) return false
  if (!condition) return true
  const value = condition.path.startsWith('@') ? node.attributes[condition.path.slice(1)] : textAt(node, condition.path)
  return value === condition.value
}
