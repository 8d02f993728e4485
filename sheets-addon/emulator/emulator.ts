/** Puts the emulator together. One world, mutable; everything else is functions over it. */

import { type Book, emptySheet } from './host/book.ts'
import { openBook } from './host/book-access.ts'
import { createChance, driveId } from './host/chance.ts'
import { FOLDER, ROOT } from './host/drive-calls.ts'
import { createEvaluator } from './host/evaluator.ts'
import { createGestures } from './host/gestures.ts'
import { compileProgram } from './host/program.ts'
import { textsOf, writeTexts } from './host/property-calls.ts'
import { createQuotas } from './host/quotas.ts'
import { runFunction } from './host/runner.ts'
import { openScreen } from './host/screen.ts'
import { loadState, saveState } from './host/state.ts'
import { advance } from './host/trigger-clock.ts'
import { answerWeb } from './host/web-app.ts'
import type { FileRecord, Kept, World } from './host/world.ts'
import { serialOfInstant } from './host/zone.ts'
import type { DriveAccess, DriveFile, Emulator, EmulatorOptions, Switches } from './types.ts'

const defaults: Switches = {
  webActiveSpreadsheet: 'available',
  webDocumentProperties: 'available',
  secondLockObject: 'refused',
  validationErrors: 'immediate',
  rpcValues: 'strict',
  accounts: 'one',
  account: 'consumer',
  latency: 'none',
}

const nothingKept = (): Kept => ({
  properties: { script: {}, document: {}, user: {} },
  files: [],
  generatedIds: [],
  triggers: [],
  usages: {},
  consents: {},
  mailCount: 0,
  nextNumber: 1,
})

export function createEmulator(options: EmulatorOptions): Emulator {
  const { seed, bundle, owner = 'proprietaire@exemple.test' } = options
  const switches = { ...defaults, ...options.switches }
  const loaded = options.state && loadState(options.state)
  const chance = createChance(loaded?.rest.chance ?? seed)
  const book: Book = loaded?.book ?? {
    id: driveId(chance),
    name: options.spreadsheet?.name ?? 'Feuille de calcul sans titre',
    locale: options.spreadsheet?.locale ?? 'fr_FR',
    timeZone: options.spreadsheet?.timeZone ?? 'Europe/Paris',
    recalculation: 'ON_CHANGE',
    iterative: false,
    sheets: [emptySheet(0, 'Feuille 1')],
    namedRanges: [],
    metadata: [],
  }
  const kept: Kept = loaded?.rest.kept ?? nothingKept()
  const program = compileProgram(bundle)
  let now = Date.parse(options.instant)
  if (Number.isNaN(now)) throw new Error(`instant ${options.instant} is not ISO 8601`)

  const world: World = {
    switches,
    owner,
    chance,
    kept,
    evaluator: createEvaluator(() => serialOfInstant(world.store.committed.timeZone, now)),
    quotas: createQuotas(kept.usages, switches.account, () => now),
    store: { committed: book },
    contents: new Map(),
    mails: [],
    cache: new Map(),
    locks: new Map(),
    running: [],
    head: program,
    deployed: program,
    now: () => now,
    sleep: (milliseconds) => setNow(now + milliseconds),
    earlierContent: options.content ?? (() => undefined),
    menus: Array.isArray(loaded?.rest.menus) ? loaded.rest.menus : [],
    shown: undefined,
    selection: undefined,
  }
  function setNow(instant: number): void {
    now = instant
    world.evaluator.clockMoved()
  }
  function consent(scopes?: readonly string[], user = owner): void {
    const asked = world.head.manifest.oauthScopes ?? []
    kept.consents[user] = { asked, granted: scopes ?? asked }
  }
  if (!kept.consents[owner] || options.granted) consent(options.granted)

  return {
    run: (fn, args, runOptions) => runFunction(world, fn, { args }, runOptions).run,
    web: (request, runOptions = {}) => answerWeb(world, request, runOptions),
    push(next) {
      world.head = compileProgram(next)
    },
    deploy() {
      world.deployed = world.head
    },
    consent,
    user: createGestures(world),
    book: openBook(world),
    screen: openScreen(world),
    drive: openDrive(world),
    mails: () => world.mails,
    menus: () => world.menus,
    shown: () => world.shown,
    triggers: () =>
      kept.triggers.map(({ id, handler, user, kind, next, disabled }) => ({
        id,
        handler,
        user,
        event: kind,
        source: kind === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS',
        next: next === null ? undefined : new Date(next).toISOString(),
        disabled,
      })),
    properties: (store, user = owner) => ({ ...textsOf(world, store, user) }),
    setProperties: (store, values, user = owner) => writeTexts(textsOf(world, store, user), values),
    clock: {
      instant: () => new Date(now).toISOString(),
      set: (instant) => setNow(Date.parse(instant)),
      advance: (milliseconds) => advance(world, setNow, milliseconds),
    },
    copy() {
      const { committed } = world.store
      const copied = { ...committed, id: driveId(chance), name: `Copie de ${committed.name}` }
      return saveState(copied, { kept: nothingKept(), chance: chance.place() + 1, menus: [] }, true)
    },
    save: ({ content = true } = {}) =>
      saveState(world.store.committed, { kept, chance: chance.place(), menus: world.menus }, content),
  }
}

function openDrive(world: World): DriveAccess {
  const { files } = world.kept
  return {
    files: () => files.filter(({ foreign }) => !foreign).map((file) => viewOf(files, file)),
    content: (id) => world.contents.get(id) ?? world.earlierContent(id),
    addForeign(name, { folder = false } = {}) {
      const id = driveId(world.chance)
      files.push({
        id,
        name,
        mimeType: folder ? FOLDER : 'application/octet-stream',
        parents: [ROOT],
        description: null,
        appProperties: {},
        trashed: false,
        size: 0,
        md5: '',
        created: world.now(),
        modified: world.now(),
        owner: world.owner,
        foreign: true,
        madeBy: 0,
      })
      return id
    },
    trash(id) {
      const place = files.findIndex((file) => file.id === id)
      const file = files[place]
      if (!file) throw new Error(`no file ${id}`)
      files[place] = { ...file, trashed: true }
    },
  }
}

function viewOf(files: readonly FileRecord[], file: FileRecord): DriveFile {
  const { id, name, mimeType, size, trashed, appProperties, owner } = file
  const folder = mimeType === FOLDER
  return {
    id,
    name,
    path: pathOf(files, file),
    mimeType,
    size,
    trashed,
    folder,
    created: new Date(file.created).toISOString(),
    appProperties,
    owner,
  }
}

function pathOf(files: readonly FileRecord[], file: FileRecord): string {
  const parent = files.find(({ id }) => id === file.parents[0])
  return parent ? `${pathOf(files, parent)}/${file.name}` : file.name
}
