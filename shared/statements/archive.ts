import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { unzipSync } from 'fflate'

export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
}
export type ArchiveProblem = { readonly code: 'damaged' | 'protected' | 'too-large' }

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** No statement comes near: an archive that claims more is a mistake or an attack. */
const MAX_MEMBERS = 2_000
const MAX_BYTES = 200_000_000
const OF_MACOS = /^__MACOSX\/|(?:^|\/)\._|\.DS_Store$/

/** The files of a ZIP whose name `wanted` accepts. Folders, and what macOS adds, are left out. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Result<readonly Member[], ArchiveProblem> {
  let members = 0
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        members += 1
        // Thrown, not returned: a damaged directory may announce four billion members.
        if (members > MAX_MEMBERS) throw new RangeError('too many members')
        if (name.endsWith('/') || OF_MACOS.test(name) || !wanted(name)) return false
        total += originalSize
        if (total > MAX_BYTES) throw new RangeError('too many bytes')
        return true
      },
    })
    return ok(Object.entries(files).map(([name, content]) => ({ name, bytes: content })))
  } catch (error) {
    if (error instanceof RangeError) return fail({ code: 'too-large' })
    // fflate throws on any damage. Bit 0 of the flags (offset 6 of a local header): the content is encrypted.
    return fail({ code: ((bytes[6] ?? 0) & 1) === 1 ? 'protected' : 'damaged' })
  }
}
