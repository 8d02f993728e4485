import type { Files, Store } from '../ports.ts'
import { refuse } from '../workbook/refusal.ts'

const FOLDER_TYPE = 'application/vnd.google-apps.folder'
const PAUSES_MS = [1000, 2000, 4000, 8000]

/**
 * Files through the advanced Drive service, which sees only what this script made (`drive.file`). Every id is known before
 * its file: a repeated creation answers 409 and is done (ground truth §4).
 */
export function googleFiles(store: Store): Files {
  const folders = new Map<string, string>()
  const create = (
    resource: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File,
    blob?: GoogleAppsScript.Base.Blob,
  ): void => {
    const answer = attempt(() => (blob ? driveFiles().create(resource, blob) : driveFiles().create(resource)))
    if (answer !== 'done' && answer !== 'exists') refuse({ code: 'drive-refused', reason: answer })
  }
  /**
   * The id of a folder of ours, made with its parents when it is new. The properties hold the id before the folder exists,
   * with a `?` until it does.
   */
  const folderId = (path: string): string => {
    const known = folders.get(path) ?? store.read()[`folder.${path}`] ?? ''
    if (known !== '' && !known.endsWith('?')) {
      folders.set(path, known)
      return known
    }
    const cut = path.lastIndexOf('/')
    const parent = cut < 0 ? undefined : folderId(path.slice(0, cut))
    const id = known === '' ? (newIds(1)[0] ?? '') : known.slice(0, -1)
    if (known === '') store.write({ [`folder.${path}`]: `${id}?` })
    create({ id, name: path.slice(cut + 1), mimeType: FOLDER_TYPE, ...(parent ? { parents: [parent] } : {}) })
    store.write({ [`folder.${path}`]: id })
    folders.set(path, id)
    return id
  }
  return {
    newIds,
    create: ({ id, name, folder, type, bytes }) => {
      const signed = Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length))
      create({ id, name, mimeType: type, parents: [folderId(folder)] }, Utilities.newBlob(signed, type, name))
    },
  }
}

/** Absent when the advanced service is not enabled in the manifest, which `sync` guarantees. */
function driveFiles(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  if (!Drive?.Files) throw new Error('The advanced Drive service is off')
  return Drive.Files
}

/** Drive gives a thousand at a time. */
const MOST_IDS = 1000

function newIds(count: number): readonly string[] {
  const ids: string[] = []
  while (ids.length < count) {
    const answer = attempt(() => {
      ids.push(
        ...(driveFiles().generateIds({ count: Math.min(count - ids.length, MOST_IDS), space: 'drive', type: 'files' })
          .ids ?? []),
      )
    })
    if (answer !== 'done') refuse({ code: 'drive-refused', reason: answer })
  }
  return ids
}

/** Runs a Drive call, again after a pause when Google asks for patience. Says what it answered otherwise. */
function attempt(call: () => unknown): 'done' | 'exists' | string {
  for (let round = 0; ; round++) {
    try {
      call()
      return 'done'
    } catch (error) {
      const code = (error as { details?: { code?: number } }).details?.code
      const text = error instanceof Error ? error.message : String(error)
      if (code === 409) return 'exists'
      const patience =
        code === 429 ||
        (code !== undefined && code >= 500) ||
        (code === 403 && /rate/i.test(text)) ||
        /empty response/i.test(text)
      const pause = PAUSES_MS[round]
      if (!patience || pause === undefined) return text
      Utilities.sleep(pause)
    }
  }
}
