import { createHash } from 'node:crypto'
import { join } from 'node:path'
import vm from 'node:vm'
import type { Metafile, Plugin } from 'esbuild'
import { root } from '../root.ts'
import { bundleOptions, scriptOptions } from './options.ts'

/**
 * Rooms that most runs of the script never enter, each with the files by which it is entered: pure, data in and data out,
 * so that a copy of what it shares with `Code.js` changes nothing.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  /** An issue, a preview, a mail, an archive. */
  documents: [
    'shared/documents/pdf/index.ts',
    'shared/documents/cii/index.ts',
    'shared/documents/preflight/index.ts',
    'shared/documents/reception/index.ts',
    'sheets-addon/src/exports/zip.ts',
  ],
  /** A statement's lines, those of the bank's page. */
  matching: ['shared/matching/index.ts'],
  /** Something is wrong, or must be asked. */
  sentences: [
    'shared/kernel/nearest.ts',
    'shared/party/nearest-name.ts',
    ...[
      'bank',
      'bridge',
      'einvoice',
      'findings',
      'installation',
      'obligations',
      'orders',
      'payments',
      'reception',
      'refusals',
      'reminders',
    ].map((file) => `sheets-addon/src/messages/${file}.ts`),
  ],
  /** The first evening. */
  beginnings: [
    'sheets-addon/src/demo/business.ts',
    'sheets-addon/src/workbook/checklist.ts',
    'sheets-addon/src/workbook/first-words.ts',
  ],
}

/** Stands in `Code.js` for the key, which is known last. */
const KEY_TO_COME = '%annex-key%'

const opening = `import{annexed}from${JSON.stringify(join(root, 'sheets-addon/src/google/annex.ts'))}`
const roomOf = new Map(
  Object.entries(rooms).flatMap(([name, entrances]) => entrances.map((file) => [join(root, file), name] as const)),
)

/** Each function of the annex becomes a call into it; those that nothing calls are dropped as any other. */
const callsIntoAnnex: Plugin = {
  name: 'calls-into-annex',
  setup({ initialOptions, onLoad }) {
    initialOptions.define = { ...initialOptions.define, ANNEX_KEY: JSON.stringify(KEY_TO_COME) }
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const name = roomOf.get(path)
      if (name === undefined) return undefined
      const calls = (await exportsOf(path)).map(
        (each) => `export const ${each}=(...a)=>annexed('${name}').${each}(...a)`,
      )
      return { contents: [opening, ...calls].join('\n'), loader: 'js', resolveDir: root }
    })
  },
}

async function exportsOf(file: string): Promise<readonly string[]> {
  const { build } = await import('esbuild')
  const { metafile } = await build({ ...bundleOptions, bundle: false, format: 'esm', entryPoints: [file] })
  return Object.values(metafile.outputs)[0]?.exports ?? []
}

interface Room {
  readonly name: string
  /** One line that, called as the body of a function, returns the room. */
  readonly code: string
  readonly metafile: Metafile
}

interface Split {
  /** `Code.js` without the stubs of its exports. */
  readonly code: string
  readonly metafile: Metafile
  /** The text of `annex.html`. */
  readonly annex: string
  readonly rooms: readonly Room[]
}

/** The script from its entry, and the rooms that it calls apart. */
export async function buildSplit(entry: string): Promise<Split> {
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    ...scriptOptions,
    metafile: true,
    plugins: [callsIntoAnnex, ...scriptOptions.plugins],
    entryPoints: [entry],
  })
  const code = outputFiles[0]?.text ?? ''
  const made = await Promise.all(
    Object.entries(rooms).map(([name, entrances]) => buildRoom(name, entrances, calledIn(code, name))),
  )
  const lines = made.flatMap((room) => [`@${room.name}`, room.code])
  // Tells this annex from that of another version: two files that are pasted by hand may not fit.
  const key = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
  return {
    code: code.replaceAll(KEY_TO_COME, key).trimEnd(),
    metafile,
    annex: [key, ...lines, key, ''].join('\n'),
    rooms: made,
  }
}

const calledIn = (code: string, room: string): ReadonlySet<string> =>
  new Set([...code.matchAll(new RegExp(`\\("${room}"\\)\\.(\\w+)\\(`, 'g'))].map(([, called]) => called ?? ''))

async function buildRoom(name: string, entrances: readonly string[], called: ReadonlySet<string>): Promise<Room> {
  const { build } = await import('esbuild')
  const exports = await Promise.all(
    entrances.map(async (file) => {
      const lent = (await exportsOf(file)).filter((each) => called.has(each))
      return `export { ${lent.join(', ')} } from './${file}'`
    }),
  )
  const { metafile, outputFiles } = await build({
    ...scriptOptions,
    metafile: true,
    stdin: { contents: exports.join('\n'), resolveDir: root },
    // HtmlService strips // and /* inside template literals (ground truth 20).
    supported: { ...scriptOptions.supported, 'template-literal': false },
  })
  const code = `${(outputFiles[0]?.text ?? '').trim()}return __t`
  const spoilt = /.{0,40}[\n`].{0,40}/s.exec(code)
  if (spoilt) throw new Error(`${name}, a room of the annex: a line break or a backtick is left in ${spoilt[0]}`)
  const room: Readonly<Record<string, unknown>> = vm.runInNewContext(`(()=>{${code}})()`)
  const constant = [...called].find((each) => typeof room[each] !== 'function')
  if (constant !== undefined) throw new Error(`${constant} is no function: the annex cannot lend it before it is read`)
  return { name, code, metafile }
}
