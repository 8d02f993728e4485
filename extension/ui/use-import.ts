import type { DateOrder } from '@tabellion/shared/statements'
import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react'
import type { Overview } from '../answers.ts'
import { ask } from '../background/ask.ts'
import { words } from '../words/ui.ts'

export type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly done: number; readonly whole: number }
  | { readonly state: 'refused'; readonly text: string; readonly retry?: (order: DateOrder) => void }
  | {
      readonly state: 'done'
      readonly read: number
      readonly added: number
      readonly toMatch: number
      readonly assumed: readonly string[]
      readonly problems: readonly string[]
    }

/** So many lines go to the worker at once: the bar moves, and the worker is never held for long. */
const PART = 500

export interface Import {
  readonly progress: Progress
  /** A file is held over the place. */
  readonly over: boolean
  takeFile(file: File | undefined): Promise<void>
  takeText(text: string): Promise<void>
  refuse(text: string): void
  /** What makes an element the place to drop on. */
  readonly place: {
    onDragOver(event: DragEvent): void
    onDragLeave(): void
    onDrop(event: DragEvent): void
  }
  onPaste(event: ClipboardEvent): void
}

/** A file dropped, chosen, or text pasted: one way for all, in the popup and in the page of its own. */
export function useImport({ today }: Pick<Overview, 'today'>): Import {
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const [over, setOver] = useState(false)

  async function take(bytes: Uint8Array, name: string, order?: DateOrder): Promise<void> {
    setProgress({ state: 'reading', done: 0, whole: 0 })
    const { readFile } = await import('./statement-file.ts')
    const file = readFile(bytes, today, order)
    if (!file.ok) {
      const retry = (chosen: DateOrder): void => void take(bytes, name, chosen)
      setProgress({ state: 'refused', text: file.text, ...(file.asksOrder && { retry }) })
      return
    }
    const { lines, format, assumed, problems } = file
    let added = 0
    let toMatch = 0
    for (let from = 0; from === 0 || from < lines.length; from += PART) {
      setProgress({ state: 'reading', done: from, whole: lines.length })
      const part = lines.slice(from, from + PART)
      const last = from + PART >= lines.length
      const answer = await ask({ ask: 'import-lines', file: name.slice(0, 200), format, lines: part, last })
      if (answer === undefined || answer.refused) {
        setProgress({ state: 'refused', text: answer?.refused?.text ?? words.noAnswer })
        return
      }
      added += answer.added
      toMatch = answer.toMatch ?? toMatch
    }
    setProgress({ state: 'done', read: lines.length, added, toMatch, assumed, problems })
  }
  const takeText = (text: string): Promise<void> => take(new TextEncoder().encode(text), words.pastedName)
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file) await take(new Uint8Array(await file.arrayBuffer()), file.name)
  }
  const paste = (event: Pasted): void => {
    const [file] = event.clipboardData?.files ?? []
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!file && text === '') return
    event.preventDefault()
    void (file ? takeFile(file) : takeText(text))
  }
  // Anywhere in the window; what is pasted into a field is that field's.
  useEffect(() => {
    const listen = (event: globalThis.ClipboardEvent): void => {
      const isTyped = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isTyped && !event.defaultPrevented) paste(event)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  })
  return {
    progress,
    over,
    takeFile,
    takeText,
    refuse: (text) => setProgress({ state: 'refused', text }),
    place: {
      onDragOver: (event) => {
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault()
        setOver(false)
        void takeFile(event.dataTransfer.files[0])
      },
    },
    onPaste: paste,
  }
}

interface Pasted {
  readonly clipboardData: DataTransfer | null
  preventDefault(): void
}
