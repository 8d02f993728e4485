import type { Emulator, EmulatorOptions } from './types.ts'

export function createEmulator(options: EmulatorOptions): Emulator {
  throw new Error(`being built: ${options.seed}`)
}
