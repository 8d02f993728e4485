/** What stands beside the grid: a panel at the right, a document that is looked at. */
import type { MadeFile, Papers } from '../protocol.ts'
import { createStore, type Store } from './store.ts'
import type { Telling } from './telling.ts'
import { words } from './words.ts'

export type Panel = 'sidebar' | 'files' | 'mails'
export interface Preview {
  readonly title: string
  readonly src: string
}

export interface Side {
  readonly panel: Store<Panel | undefined>
  readonly preview: Store<Preview | undefined>
  /** The mail open in the panel. */
  readonly mail: Store<number | undefined>
  open(file: MadeFile): void
  /** New documents and messages are worth a word and a way to them. */
  announce(before: Papers, now: Papers): void
}

export function createSide({ tell }: Telling): Side {
  const panel = createStore<Panel | undefined>(undefined)
  const preview = createStore<Preview | undefined>(undefined)
  const mail = createStore<number | undefined>(undefined)

  /** Only what a browser shows beside the grid; the rest is saved. */
  function open({ id, name, type }: MadeFile): void {
    if (type === 'application/pdf') preview.set({ title: name, src: `file/${id}` })
    else window.open(`file/${id}`, '_blank', 'noopener')
  }
  function readMail(number: number | undefined): void {
    mail.set(number)
    panel.set('mails')
  }
  const added = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
    now.slice(0, Math.max(0, now.length - before.length))

  return {
    panel,
    preview,
    mail,
    open,
    announce(before, now) {
      const [file, ...files] = added(before.files, now.files)
      const [letter, ...letters] = added(before.mails, now.mails)
      if (file && files.length === 0) {
        tell({ title: '', text: words.fileMade(file.name), action: { label: words.openFile, go: () => open(file) } })
      } else if (file) {
        const text = words.filesMade(files.length + 1)
        tell({ title: '', text, action: { label: words.show, go: () => panel.set('files') } })
      }
      if (letter && letters.length === 0) {
        const action = { label: words.read, go: () => readMail(letter.number) }
        tell({ title: '', text: words.mailSent(letter.to), action })
      } else if (letter) {
        const text = words.mailsSent(letters.length + 1)
        tell({ title: '', text, action: { label: words.show, go: () => readMail(undefined) } })
      }
    },
  }
}
