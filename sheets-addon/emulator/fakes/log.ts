/** console and Logger: kept by the host, never printed. */

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? String(value)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

function format(values: readonly unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string') return values.map(shown).join(' ')
  let used = 0
  const text = first.replace(/%[sdifoj]/g, (mark) => (used < rest.length ? shown(rest[used++]) : mark))
  return [text, ...rest.slice(used).map(shown)].join(' ')
}

export function installLog(log: (level: string, text: string) => void, now: () => number): void {
  const started = new Map<string, number>()
  const level =
    (name: string) =>
    (...values: readonly unknown[]): void =>
      log(name, format(values))
  const console = {
    log: level('log'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
    time: (label: string) => void started.set(label, now()),
    timeEnd: (label: string) => log('info', `${label}: ${now() - (started.get(label) ?? now())}ms`),
  }
  const lines: string[] = []
  const Logger = {
    log(...values: readonly unknown[]) {
      const text = format(values)
      lines.push(text)
      log('log', text)
      return Logger
    },
    getLog: () => lines.join('\n'),
    clear: () => void lines.splice(0),
  }
  for (const [name, value] of Object.entries({ console, Logger })) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })
  }
}
