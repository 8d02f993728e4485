/** A dialog of the script: modal over everything, or modeless in a corner of the grid. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { Frame } from '../protocol.ts'
import type { Bench } from './bench.ts'
import { ScriptFrame } from './frame/script-frame.tsx'
import { words } from './words.ts'

/** What Google gives a dialog without a size. */
const WIDTH = 600
const HEIGHT = 400

interface ScriptDialogProps {
  readonly bench: Bench
  readonly frame: Frame
  readonly onLeave: (isBack: boolean) => void
}

export function ScriptDialog({ bench, frame, onLeave }: ScriptDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const [size, setSize] = useState({ width: frame.width ?? WIDTH, height: frame.height ?? HEIGHT })
  useEffect(() => {
    const { current } = dialog
    if (frame.modal) current?.showModal()
    else current?.show()
    return () => current?.close()
  }, [frame.modal])
  const close = (): void => void bench.closeFrame(frame.number)
  return (
    <dialog
      ref={dialog}
      className={`dialog script-dialog${frame.modal ? '' : ' is-modeless'}`}
      aria-label={frame.title}
      style={{ width: size.width }}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header className="panel-head">
        <h2>{frame.title}</h2>
        <button type="button" className="close" aria-label={words.close} onClick={close} />
      </header>
      <div style={{ height: size.height }}>
        <ScriptFrame
          bench={bench}
          frame={frame}
          onSize={(asked) =>
            setSize((now) => ({ width: asked.width ?? now.width, height: asked.height ?? now.height }))
          }
          onLeave={onLeave}
        />
      </div>
    </dialog>
  )
}
