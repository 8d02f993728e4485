/** The advanced Drive service v3 under `drive.file` (ground truth §4): it sees only what our client made. */
import { createHash } from 'node:crypto'
import { service } from './call.ts'
import { driveId } from './chance.ts'
import { readQuery, usesSearchIndex } from './drive-query.ts'
import { driveError, exception, strict } from './errors.ts'
import type { Execution } from './execution.ts'
import type { BlobData } from './mail-calls.ts'
import { needs } from './scopes.ts'
import type { FileRecord, Texts, World } from './world.ts'

const { counted } = service('Drive', needs.drive)

export const FOLDER = 'application/vnd.google-apps.folder'
/** The id by which the API knows My Drive. */
export const ROOT = 'root'

/** Body of create and update; anything else is refused so that we never believe it was kept. */
interface Resource {
  readonly id?: string
  readonly name?: string
  readonly mimeType?: string
  readonly parents?: readonly string[]
  readonly description?: string
  readonly appProperties?: Readonly<Record<string, string | null>>
  readonly trashed?: boolean
}
interface Options {
  readonly fields?: string
  readonly q?: string
  readonly pageSize?: number
  readonly pageToken?: string
  readonly alt?: string
  readonly addParents?: string
  readonly removeParents?: string
  readonly spaces?: string
  readonly orderBy?: string
  readonly supportsAllDrives?: boolean
}

const resourceKeys = ['id', 'name', 'mimeType', 'parents', 'description', 'appProperties', 'trashed']
function known(resource: Resource): Resource {
  for (const key of Object.keys(resource))
    if (!resourceKeys.includes(key)) throw strict(`Drive file field not faked: ${key}`)
  return resource
}

const notFound = (method: string, id: string) => driveError(method, 404, `File not found: ${id}.`, 'notFound')

function visible(execution: Execution, method: string, id: string): FileRecord {
  const file = execution.world.kept.files.find((candidate) => candidate.id === id)
  if (!file || file.foreign || file.owner !== execution.user) throw notFound(method, id)
  return file
}

/** A folder that is not ours: unknown, or known and refused (tanaikech 2020-06-29). */
function checkParents(execution: Execution, method: string, parents: readonly string[]): readonly string[] {
  for (const id of parents) {
    if (id === ROOT) continue
    const folder = execution.world.kept.files.find((file) => file.id === id)
    if (folder?.foreign && folder.owner === execution.user) {
      throw driveError(
        method,
        403,
        'The user has not granted the app write access to the file.',
        'appNotAuthorizedToFile',
      )
    }
    if (visible(execution, method, id).mimeType !== FOLDER)
      throw driveError(method, 403, `Not a folder: ${id}`, 'parentNotAFolder')
  }
  return parents
}

function checkedProperties(method: string, old: Texts, values: Readonly<Record<string, string | null>> = {}): Texts {
  const next: Texts = { ...old }
  for (const [key, value] of Object.entries(values)) {
    if (value === null) {
      delete next[key]
      continue
    }
    if (Buffer.byteLength(key) + Buffer.byteLength(value) > 124) {
      throw driveError(method, 403, 'Property too long (124 bytes for key and value)', 'propertyTooLong')
    }
    next[key] = value
  }
  if (Object.keys(next).length > 30) throw driveError(method, 403, 'Too many properties', 'tooManyProperties')
  return next
}

const defaultFields = ['kind', 'id', 'name', 'mimeType']

function answer(file: FileRecord, fields: string | undefined): Record<string, unknown> {
  const all: Record<string, unknown> = {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    parents: file.parents,
    description: file.description ?? undefined,
    appProperties: file.appProperties,
    trashed: file.trashed,
    size: file.mimeType === FOLDER ? undefined : String(file.size),
    md5Checksum: file.mimeType === FOLDER ? undefined : file.md5,
    createdTime: new Date(file.created).toISOString(),
    modifiedTime: new Date(file.modified).toISOString(),
    webViewLink: `https://drive.google.com/${file.mimeType === FOLDER ? 'drive/folders' : 'file/d'}/${file.id}`,
  }
  // Only these four unless asked (Google's advanced services guide).
  const wanted = fields === undefined ? defaultFields : fields === '*' ? Object.keys(all) : fields.split(/\s*,\s*/)
  return Object.fromEntries(
    wanted.map((field) => {
      if (!(field in all)) throw strict(`Drive field not faked: ${field}`)
      return [field, all[field]]
    }),
  )
}

function keepBytes(world: World, id: string, blob: BlobData | null): { readonly size: number; readonly md5: string } {
  const bytes = new Uint8Array(Buffer.from(blob?.base64 ?? '', 'base64'))
  if (blob) world.contents.set(id, bytes)
  return { size: bytes.length, md5: createHash('md5').update(bytes).digest('hex') }
}

/** `id` must come from generateIds and works once: exactly-once upload (verified live 27 Jul 2026). */
function takeId(world: World, asked: string | undefined): string {
  if (asked === undefined) return driveId(world.chance)
  if (world.kept.files.some(({ id }) => id === asked)) {
    throw driveError('create', 409, 'A file already exists with the provided ID.', 'fileIdInUse')
  }
  const place = world.kept.generatedIds.indexOf(asked)
  if (place < 0) throw driveError('create', 400, 'The provided file ID is not usable.', 'invalid')
  world.kept.generatedIds.splice(place, 1)
  return asked
}

function change(world: World, id: string, update: (file: FileRecord) => FileRecord): FileRecord {
  const { files } = world.kept
  const place = files.findIndex((file) => file.id === id)
  const before = files[place]
  if (!before) throw new Error(`no file ${id}`)
  const after = update(before)
  files[place] = after
  return after
}

export const driveCalls = {
  'Drive.Files.generateIds': counted(({ world }: Execution, { count = 10 }: { readonly count?: number }) => {
    if (!(count >= 1 && count <= 1000)) throw driveError('generateIds', 400, 'Invalid count', 'invalid')
    const ids = Array.from({ length: count }, () => driveId(world.chance))
    world.kept.generatedIds.push(...ids)
    return { kind: 'drive#generatedIds', space: 'drive', ids }
  }),
  'Drive.Files.create': counted((execution: Execution, given: Resource, blob: BlobData | null, { fields }: Options) => {
    const { world, user, number } = execution
    const resource = known(given)
    const parents = checkParents(execution, 'create', resource.parents ?? [ROOT])
    const appProperties = checkedProperties('create', {}, resource.appProperties)
    const id = takeId(world, resource.id)
    const file: FileRecord = {
      id,
      name: resource.name ?? blob?.name ?? 'Untitled',
      mimeType: resource.mimeType ?? blob?.type ?? 'application/octet-stream',
      parents,
      description: resource.description ?? null,
      appProperties,
      trashed: false,
      ...keepBytes(world, id, blob),
      created: world.now(),
      modified: world.now(),
      owner: user,
      foreign: false,
      madeBy: number,
    }
    world.kept.files.push(file)
    return answer(file, fields)
  }),
  'Drive.Files.get': counted((execution: Execution, id: string, options: Options) => {
    // issuetracker 149104685: the advanced service cannot hand out bytes (ground truth 5).
    if (options.alt === 'media') throw exception('Response Code: 200. Message: response is not JSON.')
    return answer(visible(execution, 'get', id), options.fields)
  }),
  'Drive.Files.list': counted((execution: Execution, options: Options) => {
    const { q = '', pageSize = 100, pageToken, fields } = options
    const test = q === '' ? () => true : readQuery(q)
    const lags = usesSearchIndex(q)
    const found = execution.world.kept.files.filter(
      (file) =>
        !file.foreign && file.owner === execution.user && test(file) && !(lags && file.madeBy === execution.number),
    )
    const from = pageToken === undefined ? 0 : Number(pageToken)
    const fileFields = /files\(([^)]*)\)/.exec(fields ?? '')?.[1]
    const page = found.slice(from, from + pageSize).map((file) => answer(file, fileFields))
    const more = from + pageSize < found.length
    return {
      kind: 'drive#fileList',
      incompleteSearch: false,
      files: page,
      ...(more ? { nextPageToken: String(from + pageSize) } : {}),
    }
  }),
  'Drive.Files.update': counted(
    (execution: Execution, given: Resource, id: string, blob: BlobData | null, options: Options) => {
      const { world } = execution
      const resource = known(given)
      const file = visible(execution, 'update', id)
      if (resource.parents)
        throw driveError(
          'update',
          403,
          'The parents field is not directly writable in update requests.',
          'fieldNotWritable',
        )
      const added = checkParents(execution, 'update', options.addParents?.split(',') ?? [])
      const removed = options.removeParents?.split(',') ?? []
      const appProperties = checkedProperties('update', file.appProperties, resource.appProperties)
      const parents = [...file.parents.filter((parent) => !removed.includes(parent)), ...added]
      const updated = change(world, id, (before) => ({
        ...before,
        ...(resource.name === undefined ? {} : { name: resource.name }),
        ...(resource.mimeType === undefined ? {} : { mimeType: resource.mimeType }),
        ...(resource.description === undefined ? {} : { description: resource.description }),
        ...(resource.trashed === undefined ? {} : { trashed: resource.trashed }),
        ...(blob ? keepBytes(world, id, blob) : {}),
        parents,
        appProperties,
        modified: world.now(),
      }))
      return answer(updated, options.fields)
    },
  ),
  /** For ever, not to the bin. */
  'Drive.Files.remove': counted((execution: Execution, id: string) => {
    visible(execution, 'delete', id)
    const { files } = execution.world.kept
    files.splice(
      files.findIndex((file) => file.id === id),
      1,
    )
    execution.world.contents.delete(id)
  }),
}
