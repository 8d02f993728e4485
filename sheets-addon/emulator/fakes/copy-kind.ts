import type { CopyKind } from '../host/copying.ts'
import { nameOf } from './enumeration.ts'

const copyKinds: Readonly<Record<string, CopyKind>> = {
  PASTE_NORMAL: 'everything',
  PASTE_VALUES: 'values',
  PASTE_FORMAT: 'formats',
  PASTE_FORMULA: 'formulas',
  PASTE_DATA_VALIDATION: 'validations',
}

/** What `Range.copyTo` was asked for: a `CopyPasteType`, or the older options. */
export function copyKind(how: unknown): CopyKind {
  if (how === undefined) return 'everything'
  if (typeof how === 'object' && how !== null && ('contentsOnly' in how || 'formatOnly' in how)) {
    const { contentsOnly, formatOnly } = Object(how)
    return contentsOnly ? 'values' : formatOnly ? 'formats' : 'everything'
  }
  const kind = copyKinds[nameOf(how, 'Range.copyTo')]
  if (!kind) throw new Error(`not faked: Range.copyTo(…, ${how})`)
  return kind
}
