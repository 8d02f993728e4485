/** A page of the script in its own origin, behind HtmlService's own sandbox; `google.script` speaks through here. */
import { type ReactElement, useEffect, useRef } from 'react'
import type { Frame, FromFrame } from '../../protocol.ts'
import { SANDBOX } from '../../sandbox.ts'
import type { Bench } from '../bench.ts'

interface ScriptFrameProps {
  readonly bench: Bench
  readonly frame: Frame
  readonly onSize?: (size: { readonly width?: number; readonly height?: number }) => void
  readonly onLeave: (isBack: boolean) => void
}

export function ScriptFrame({ bench, frame, onSize, onLeave }: ScriptFrameProps): ReactElement {
  const element = useRef<HTMLIFrameElement>(null)

  useEffect(() => {
    const { origin } = new URL(frame.src)
    const hear = ({ source, origin: from, data }: MessageEvent<FromFrame>): void => {
      const inside = element.current?.contentWindow
      if (!inside || source !== inside || from !== origin || typeof data !== 'object' || data === null) return
      if (data.tabellion === 'call') {
        void bench.callFromFrame(data.id, data.function, data.args).then((answer) => inside.postMessage(answer, origin))
      } else if (data.tabellion === 'close') void bench.closeFrame(frame.number)
      else if (data.tabellion === 'size') onSize?.(data)
      else if (data.tabellion === 'follow') bench.follow(data.href)
      else onLeave('isBack' in data ? data.isBack : true)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [bench, frame, onSize, onLeave])

  return <iframe ref={element} className="script-frame" title={frame.title} src={frame.src} sandbox={SANDBOX} />
}
