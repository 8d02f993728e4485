/** The version of this code, that of package.json: a deployed script older than the pushed one is told by it. */
export const VERSION = '0.1.0'

/** What the pushed script leaves in the properties each time it writes there. */
export const VERSION_PROPERTY = 'code.version'

/** Whether the first version comes before the second; versions that cannot be read come before nothing. */
export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < 3; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
