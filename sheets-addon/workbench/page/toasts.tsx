/** What happened, in the corner: good news leaves by itself, an error waits to be read. */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from './store.ts'
import type { Telling, Toast } from './telling.ts'
import { words } from './words.ts'

const SHOWN_MS = 9_000

export function Toasts({ telling }: { readonly telling: Telling }): ReactElement {
  const toasts = useStore(telling.toasts)
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <ToastCard key={toast.number} toast={toast} onClose={() => telling.dismiss(toast.number)} />
      ))}
    </div>
  )
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }): ReactElement {
  const [isHeld, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer a card, whatever is drawn around it
  useEffect(() => {
    if (isHeld || toast.isError) return
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, toast.isError])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the card longer
    <div
      className={`toast${toast.isError ? ' is-error' : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div>
        {toast.title !== '' && <strong>{toast.title}</strong>}
        <p>{toast.text}</p>
      </div>
      {toast.action && (
        <button
          type="button"
          className="plain link"
          onClick={() => {
            toast.action?.go()
            onClose()
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className="close" aria-label={words.close} onClick={onClose} />
    </div>
  )
}
