/** `google.script` inside a page of HtmlService: each call goes to the workbench around it, and its answer comes back. */
import type { FromFrame, ToFrame } from '../../protocol.ts'

type Handler = ((value: unknown, object: unknown) => void) | undefined
interface Call {
  readonly success: Handler
  readonly failure: Handler
  readonly object: unknown
}

/** The only origin that is told anything, and listened to. */
const page = document.currentScript?.dataset['page'] ?? ''
const tell = (message: FromFrame): void => parent.postMessage(message, page)
const calls = new Map<number, Call>()
let count = 0

/** Functions and dates cannot cross that wire (ground truth §5). */
function refuseIllegal(value: unknown): void {
  if (typeof value === 'function' || value instanceof Date) {
    throw new Error('Failed due to illegal value in property: 0')
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseIllegal)
}

const settings: Readonly<Record<string, (call: Call, value: never) => Call>> = {
  withSuccessHandler: (call, success: Handler) => ({ ...call, success }),
  withFailureHandler: (call, failure: Handler) => ({ ...call, failure }),
  withUserObject: (call, object: unknown) => ({ ...call, object }),
}

/** Any other name is a function of the script. */
function runner(call: Call): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return undefined
        const setting = settings[name]
        if (setting) return (value: never) => runner(setting(call, value))
        return (...args: unknown[]) => {
          refuseIllegal(args)
          calls.set(++count, call)
          tell({ tabellion: 'call', id: count, function: name, args: JSON.parse(JSON.stringify(args)) })
        }
      },
    },
  )
}

addEventListener('message', ({ origin, source, data }: MessageEvent<ToFrame>) => {
  if (origin !== page || source !== parent) return
  const call = calls.get(data.id)
  calls.delete(data.id)
  if (data.failure === undefined) {
    call?.success?.(data.result === undefined ? null : JSON.parse(data.result), call.object)
    return
  }
  const error = Object.assign(new Error(data.failure), { name: 'ScriptError' })
  if (!call?.failure) throw error
  call.failure(error, call.object)
})

// One leaves the frame as any other part of the page: F6.
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'F6') return
    event.preventDefault()
    tell({ tabellion: 'leave', isBack: event.shiftKey })
  },
  { capture: true },
)

// What leads to Google leads here to the same file, or to the same cell.
addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !/^(https?:|#gid=)/.test(link.getAttribute('href') ?? '')) return
    event.preventDefault()
    tell({ tabellion: 'follow', href: link.getAttribute('href') ?? '' })
  },
  { capture: true },
)

Object.assign(globalThis, {
  google: {
    script: {
      run: runner({ success: undefined, failure: undefined, object: undefined }),
      host: {
        origin: page,
        close: () => tell({ tabellion: 'close' }),
        setWidth: (width: number) => tell({ tabellion: 'size', width }),
        setHeight: (height: number) => tell({ tabellion: 'size', height }),
        editor: { focus: () => tell({ tabellion: 'focus' }) },
      },
    },
  },
})
