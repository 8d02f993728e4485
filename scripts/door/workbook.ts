import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sha256Hex } from '@tabellion/shared/kernel'
import { createEmulator, type Emulator, type EmulatorState } from '../../sheets-addon/emulator/index.ts'
import { buildAddon } from '../build-addon.ts'
import { DoorRefusal } from './cli.ts'
import { csvOf } from './csv.ts'
import { loadTabs } from './load.ts'
import { DRIVE_MAP, type Saved, STATE, saveFolder } from './save.ts'

/** A workbook kept as one CSV file per tab, with Drive, mails and the rest beside it (door.md §1). */
export interface OpenWorkbook {
  readonly emulator: Emulator
  /** Writes the workbook as it now stands, whole or not at all. */
  save(to: string): Saved
}

/** Loads a folder into a fresh emulator, its clock at `instant`; `name` is the file's, while it has no state. */
export async function openFolder(folder: string, instant: string, name?: string): Promise<OpenWorkbook> {
  if (!existsSync(folder))
    throw new DoorRefusal(
      'no-workbook',
      `Le dossier « ${basename(folder)} » n’existe pas. Créez-le, ou corrigez --workbook.`,
    )
  if (!statSync(folder).isDirectory())
    throw new DoorRefusal(
      'no-workbook',
      `« ${basename(folder)} » est un fichier ; un classeur est un dossier de fichiers CSV. Corrigez --workbook.`,
    )
  const paths = readJson<Record<string, string>>(join(folder, DRIVE_MAP)) ?? {}
  const state = readJson<EmulatorState>(join(folder, STATE))
  const emulator = createEmulator({
    bundle: await buildAddon(),
    seed: seedOf(folder),
    instant,
    ...(name === undefined ? {} : { spreadsheet: { name } }),
    ...(state ? { state } : {}),
    content: (id) => {
      const path = paths[id]
      return path !== undefined && existsSync(join(folder, 'Drive', path))
        ? readFileSync(join(folder, 'Drive', path))
        : undefined
    },
  })
  loadTabs(emulator, folder)
  const knownFiles = new Set(emulator.drive.files().map((file) => file.id))
  const knownMails = emulator.mails().length
  return { emulator, save: (to) => saveFolder(emulator, folder, to, knownFiles, knownMails) }
}

const readJson = <Value>(file: string): Value | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : undefined

/** Follows from what was issued: a folder that lost its state must not make the IDs it made before. */
function seedOf(folder: string): number {
  const journal = join(folder, csvOf('journal'))
  return Number.parseInt(sha256Hex(existsSync(journal) ? readFileSync(journal) : 'empty').slice(0, 8), 16)
}
