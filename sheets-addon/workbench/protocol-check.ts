import type { Verb } from './protocol.ts'

const verbs = {
  look: true,
  act: true,
  run: true,
  call: true,
  text: true,
  sum: true,
  choices: true,
  mail: true,
  clock: true,
  close: true,
  restart: true,
} as const satisfies Record<Verb, true>

export const isVerb = (name: string): name is Verb => Object.hasOwn(verbs, name)
