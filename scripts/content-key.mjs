// What a build was made from, by content. Plain JavaScript and built-ins only: run.mjs needs it before any build.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Of a file its bytes, of a folder its names: a page that is added or removed counts. */
function digest(path) {
  const hash = createHash('sha1')
  try {
    return hash.update(readFileSync(path)).digest('base64')
  } catch (error) {
    return error.code === 'EISDIR' ? hash.update(readdirSync(path).sort().join('\n')).digest('base64') : 'absent'
  }
}

/** Whole or not at all: two processes may write the same file at once, each under a name of its own until it is whole. */
export function writeWhole(file, contents) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, contents)
  renameSync(`${file}.${process.pid}`, file)
}

/** What another process is writing just now: neither to be read nor to be cleared away. */
export const isBeingWritten = (file) => /\.\d+$/.test(file)

/** Remembers the contents of `files` (relative to `root`) as what made the build. */
export function stamp(file, root, files) {
  const inputs = [...new Set(files)].sort().map((input) => [input, digest(join(root, input))])
  writeWhole(file, JSON.stringify(Object.fromEntries(inputs)))
}

/** True when every remembered file still has the contents it had. */
export function isFresh(file, root) {
  try {
    return Object.entries(JSON.parse(readFileSync(file, 'utf8'))).every(
      ([input, was]) => digest(join(root, input)) === was,
    )
  } catch {
    return false
  }
}
