import { type ReactElement, useState } from 'react'
import { words } from '../words/ui.ts'

const TOLD_MS = 1_500

/** Copies, and says that it did. `hint`: what is copied, where the label alone does not say it. */
export function CopyButton(props: {
  readonly text: string
  readonly label: string
  readonly hint?: string
  readonly quiet?: boolean
}): ReactElement {
  const { hint, label, quiet = false, text } = props
  const [done, setDone] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), TOLD_MS)
  }
  return (
    <button
      type="button"
      className={quiet ? 'quiet copy' : 'copy'}
      title={quiet ? (hint ?? text) : undefined}
      aria-label={hint === undefined ? label : `${hint} ${text}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{done ? words.copied : label}</span>
    </button>
  )
}

/** A file made of text, to be kept: nothing leaves the browser for it. */
export function SaveLink(props: {
  readonly file: string
  readonly text: string
  readonly type: string
  readonly children: string
  readonly name?: string
}): ReactElement {
  const { children, file, name, text, type } = props
  return (
    <a download={file} href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`} aria-label={name}>
      {children}
    </a>
  )
}
