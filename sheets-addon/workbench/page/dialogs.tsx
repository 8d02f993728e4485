/** What must be answered before going on: a script's question, a protected cell, starting again. */
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Button } from '../protocol.ts'
import type { Warned } from './bench.ts'
import type { Asked } from './telling.ts'
import { words } from './words.ts'

interface DialogProps {
  readonly title: string
  readonly children?: ReactNode
  readonly onClose: () => void
  readonly className?: string
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, children, onClose, className = '' }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={title === '' ? undefined : heading}
      aria-label={title === '' ? words.appName : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {title !== '' && <h2 id={heading}>{title}</h2>}
      {children}
    </dialog>
  )
}

/** The first button is the one that goes on; it stands last, where the eye ends. */
export function QuestionDialog({ asked: { question, answer } }: { readonly asked: Asked }): ReactElement {
  const [text, setText] = useState('')
  const { title, buttons, kind } = question
  const give = (button: Button): void => answer({ button, text: kind === 'prompt' ? text : '' })
  const main = buttons[0] ?? 'OK'
  return (
    <Dialog title={title} onClose={() => give('CLOSE')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          give(main)
        }}
      >
        <p className="dialog-text">{question.text}</p>
        {kind === 'prompt' && (
          <input
            aria-label={words.answer}
            className="field"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <div className="dialog-buttons">
          {[...buttons.slice(1)].reverse().map((button) => (
            <button key={button} type="button" className="button" onClick={() => give(button)}>
              {words.buttons[button]}
            </button>
          ))}
          <button type="submit" className="button is-main">
            {words.buttons[main]}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

export function WarningDialog({ warned: { decide } }: { readonly warned: Warned }): ReactElement {
  const [isMuted, setMuted] = useState(false)
  return (
    <Dialog title={words.warnTitle} onClose={() => decide(false, false)}>
      <p className="dialog-text">{words.warnText}</p>
      <label className="check">
        <input type="checkbox" checked={isMuted} onChange={({ currentTarget }) => setMuted(currentTarget.checked)} />
        {words.warnMute}
      </label>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => decide(false, false)}>
          {words.cancel}
        </button>
        <button type="button" className="button is-main" onClick={() => decide(true, isMuted)}>
          {words.warnGo}
        </button>
      </div>
    </Dialog>
  )
}

interface ConfirmProps {
  readonly title: string
  readonly text: string
  readonly go: string
  readonly onGo: () => void
  readonly onClose: () => void
}

export function ConfirmDialog({ title, text, go, onGo, onClose }: ConfirmProps): ReactElement {
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-text">{text}</p>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" className="button is-main" onClick={onGo}>
          {go}
        </button>
      </div>
    </Dialog>
  )
}

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title={words.shortcuts} onClose={onClose} className="is-wide">
      <dl className="keys">
        {words.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-buttons">
        <button type="button" className="button is-main" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  )
}
