/** Developer metadata of a spreadsheet, its tabs, rows and columns (ground truth §1). */
import type { Book, Metadata, MetadataPlace } from './book.ts'
import { service } from './call.ts'
import { integer } from './chance.ts'
import type { Execution } from './execution.ts'
import { needs } from './scopes.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

const update = ({ workspace }: Execution, change: (book: Book) => Book): void => workspace.change(change)

export const metadataCalls = {
  'Metadata.add': counted(
    (execution: Execution, where: MetadataPlace, key: string, value: string | null, visibility: string) => {
      const id = integer(execution.world.chance, 2_000_000_000)
      update(execution, (book) => ({ ...book, metadata: [...book.metadata, { id, key, value, visibility, where }] }))
    },
  ),
  /** `here`: of this very place (a cell has none of its row's); `inside`: what a finder finds. */
  'Metadata.find': counted(
    (execution: Execution, where: MetadataPlace, reach: 'here' | 'inside', key: string | null): readonly Metadata[] =>
      execution.workspace
        .book()
        .metadata.filter(
          (entry) =>
            (key === null || entry.key === key) &&
            (samePlace(entry.where, where) || (reach === 'inside' && contains(where, entry.where))),
        ),
  ),
  'Metadata.change': counted(
    (execution: Execution, id: number, change: Partial<Pick<Metadata, 'key' | 'value' | 'visibility'>>) => {
      update(execution, (book) => ({
        ...book,
        metadata: book.metadata.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
      }))
    },
  ),
  'Metadata.remove': counted((execution: Execution, id: number) => {
    update(execution, (book) => ({ ...book, metadata: book.metadata.filter((entry) => entry.id !== id) }))
  }),
}

const samePlace = (a: MetadataPlace, b: MetadataPlace): boolean => JSON.stringify(a) === JSON.stringify(b)

const contains = (outer: MetadataPlace, inner: MetadataPlace): boolean =>
  outer.kind === 'SPREADSHEET' ||
  (outer.kind === 'SHEET' && inner.kind !== 'SPREADSHEET' && inner.sheet === outer.sheet)
