import { type ReactElement, useEffect, useState } from 'react'
import { words } from '../words/ui.ts'

const TOLD_MS = 2_000

/** Copies, and says that it did. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }): ReactElement {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), TOLD_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <>
      <button type="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {name}
      </button>
      <span role="status" className="good">
        {copied && words.copied}
      </span>
    </>
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
