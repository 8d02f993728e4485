import { entry, items, type PdfFile } from './file.ts'
import { isName, isReference, isStream, isString, type PdfObject, textOf } from './objects.ts'

export interface Attachment {
  readonly name: string
  /** PDF/A-3: `Alternative`, `Data`, `Source`… */
  readonly relationship?: string
  /** Undefined when its filters are unknown or its data broken. */
  readonly bytes?: Uint8Array
}

/** The files embedded in the document: its name tree, then what only `/AF` lists. */
export function attachments(file: PdfFile): readonly Attachment[] {
  const tree = entry(file, entry(file, file.catalog, 'Names'), 'EmbeddedFiles')
  const specifications = [...namedFiles(file, tree, new Set()), ...items(entry(file, file.catalog, 'AF'))]
  const seen = new Set<unknown>()
  return specifications.flatMap((specification) => {
    const identity = isReference(specification) ? specification.number : specification
    if (seen.has(identity)) return []
    seen.add(identity)
    const attachment = attachmentOf(file, specification)
    return attachment ? [attachment] : []
  })
}

/** The values of a name tree (ISO 32000-1 §7.9.6), whatever its depth. */
function namedFiles(file: PdfFile, node: PdfObject | undefined, seen: Set<PdfObject>): readonly PdfObject[] {
  const resolved = file.resolve(node)
  if (resolved === undefined || resolved === null || seen.has(resolved)) return []
  seen.add(resolved)
  const leaves = items(entry(file, resolved, 'Names')).filter((_, index) => index % 2 === 1)
  return [...leaves, ...items(entry(file, resolved, 'Kids')).flatMap((kid) => namedFiles(file, kid, seen))]
}

function attachmentOf(file: PdfFile, specification: PdfObject): Attachment | undefined {
  const embedded = entry(file, specification, 'EF')
  const stream = entry(file, embedded, 'UF') ?? entry(file, embedded, 'F')
  if (!isStream(stream)) return undefined
  const name = [entry(file, specification, 'UF'), entry(file, specification, 'F')].find(isString)
  const relationship = entry(file, specification, 'AFRelationship')
  const bytes = file.data(stream)
  return {
    name: name ? textOf(name) : '',
    ...(isName(relationship) ? { relationship: relationship.name } : {}),
    ...(bytes === undefined ? {} : { bytes }),
  }
}
