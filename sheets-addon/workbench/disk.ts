/** What survives a restart, in one folder: the emulator's state, the clock, the files made, the mails sent. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmulatorState, SentMail } from '../emulator/index.ts'

export interface Kept {
  readonly state: EmulatorState
  readonly instant: string
}

export interface Disk {
  load(): Kept | undefined
  save(kept: Kept): void
  /** Writes those that are not there yet. */
  saveFiles(files: readonly { readonly id: string; content(): Uint8Array | undefined }[]): void
  saveMails(mails: readonly SentMail[]): void
  file(id: string): Uint8Array | undefined
  mails(): readonly SentMail[]
  clear(): void
}

/** File ids are Drive's: letters, digits, `-` and `_`; anything else never reaches the disk. */
const isId = (id: string): boolean => /^[\w-]+$/.test(id)

export function openDisk(folder: string): Disk {
  const stateFile = join(folder, 'state.json')
  const fileOf = (id: string): string => join(folder, 'files', id)
  const mailOf = (number: number): string => join(folder, 'mails', `${String(number).padStart(5, '0')}.json`)
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(join(file, '..'), { recursive: true })
    // Whole or not at all: the process may be stopped at any moment.
    writeFileSync(`${file}.part`, content)
    renameSync(`${file}.part`, file)
  }
  return {
    load() {
      if (!existsSync(stateFile)) return undefined
      const kept: Kept = JSON.parse(readFileSync(stateFile, 'utf8'))
      return kept.state.version === 1 ? kept : undefined
    },
    save: (kept) => write(stateFile, JSON.stringify(kept)),
    saveFiles(files) {
      for (const { id, content } of files) {
        if (!isId(id) || existsSync(fileOf(id))) continue
        const bytes = content()
        if (bytes) write(fileOf(id), bytes)
      }
    },
    saveMails(mails) {
      for (const mail of mails)
        if (!existsSync(mailOf(mail.number))) write(mailOf(mail.number), JSON.stringify(written(mail)))
    },
    file: (id) => (isId(id) && existsSync(fileOf(id)) ? new Uint8Array(readFileSync(fileOf(id))) : undefined),
    mails() {
      const names = existsSync(join(folder, 'mails')) ? readdirSync(join(folder, 'mails')).sort() : []
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => read(JSON.parse(readFileSync(join(folder, 'mails', name), 'utf8'))))
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

interface WrittenMail extends Omit<SentMail, 'attachments'> {
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly base64: string }[]
}

const written = (mail: SentMail): WrittenMail => ({
  ...mail,
  attachments: mail.attachments.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  })),
})

const read = (mail: WrittenMail): SentMail => ({
  ...mail,
  attachments: mail.attachments.map(({ name, type, base64 }) => ({
    name,
    type,
    bytes: new Uint8Array(Buffer.from(base64, 'base64')),
  })),
})
