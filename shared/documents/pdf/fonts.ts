/** The document's typeface: Inter 400 and 600, a subset (assets/fonts) with its own widths and kerning. */
import { binaryString } from '@tabellion/shared/documents/facturx'
import { unzlibSync } from 'fflate'
import { base64Bytes } from './fonts/base64.ts'
import { interRegular } from './fonts/inter-regular.generated.ts'
import { interSemiBold } from './fonts/inter-semibold.generated.ts'
import { type FontMetrics, readTrueType } from './fonts/true-type.ts'

export type { FontMetrics } from './fonts/true-type.ts'

export type Weight = 'regular' | 'semibold'

export interface Face extends FontMetrics {
  /** PDF names of a subset begin with a six-letter tag (ISO 32000-1, 9.6.4). */
  readonly name: string
  /** The TrueType file, one character per byte. */
  readonly file: string
}

const loaded = new Map<Weight, Face>()

/** The face, unpacked at its first use: half of what imports this room never draws. */
export function face(weight: Weight): Face {
  const known = loaded.get(weight)
  if (known) return known
  const file = unzlibSync(base64Bytes(weight === 'regular' ? interRegular : interSemiBold))
  const made: Face = {
    ...readTrueType(file),
    name: weight === 'regular' ? 'TABLIA+Inter-Regular' : 'TABLIB+Inter-SemiBold',
    file: binaryString(file),
  }
  loaded.set(weight, made)
  return made
}
