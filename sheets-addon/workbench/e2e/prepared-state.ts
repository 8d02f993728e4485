import { type Bundle, createEmulator, type EmulatorState } from '../../emulator/index.ts'

/** A workbook on which `prepare(rows)` of the bundle has run. */
export function preparedState(bundle: Bundle, rows: number): EmulatorState {
  const emulator = createEmulator({ bundle, seed: 1, instant: '2026-11-25T08:00:00Z' })
  const { error } = emulator.run('prepare', [rows], { context: 'menu' })
  if (error) throw new Error(error.message)
  return emulator.save()
}
