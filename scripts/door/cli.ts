import { resolve } from 'node:path'
import { nearest } from '@tabellion/shared/kernel'

/** Exit codes of the door (door.md): 0 done, 2 refused, 3 stopped by `--fault`, 1 our own bug. */
export type ExitCode = 0 | 2 | 3

/** What the caller can mend: told on stdout as `{"error":{"code","message"}}`, in French, with exit code 2. */
export class DoorRefusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'DoorRefusal'
    this.code = code
  }
}

/** One JSON value on stdout, and nothing else ever. */
export const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** A path as the caller typed it: relative to where the command was typed, which npm hides. */
export const typedPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

export interface FlagDeclaration {
  readonly value: boolean
  readonly required?: boolean
  readonly what: string
}

export interface Typed {
  readonly flags: Readonly<Record<string, string>>
  readonly operands: readonly string[]
}

/** Reads `--flag value`, `--flag=value` and operands; an unknown flag is refused, naming the nearest known one. */
export function readFlags(argv: readonly string[], known: Readonly<Record<string, FlagDeclaration>>): Typed {
  const flags: Record<string, string> = {}
  const operands: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? ''
    if (!word.startsWith('--')) {
      operands.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    const declared = known[name]
    if (declared === undefined) {
      const near = nearest(name, Object.keys(known))
      throw new DoorRefusal(
        'unknown-flag',
        `L’option « --${name} » n’existe pas.${near ? ` Vouliez-vous dire « --${near} » ?` : ''}`,
      )
    }
    if (!declared.value) flags[name] = 'true'
    else {
      const value = inline ?? argv[++index]
      if (value === undefined)
        throw new DoorRefusal('missing-value', `L’option « --${name} » attend une valeur : ${declared.what}.`)
      flags[name] = value
    }
  }
  for (const [name, { required, what }] of Object.entries(known)) {
    if (required && flags[name] === undefined)
      throw new DoorRefusal('missing-flag', `Il manque l’option « --${name} » : ${what}.`)
  }
  return { flags, operands }
}
