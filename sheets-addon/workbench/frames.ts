/** Pages of HtmlService, with the `google.script` that they expect. They live in an origin of their own, as at Google. */
import type { Dialog } from '../emulator/index.ts'
import type { Frame } from './protocol.ts'

export interface Frames {
  /** The page now shown in the sidebar or in a dialog, by its number. */
  html(number: number): string | undefined
  show(dialog: Dialog, html: string, title: string): void
  close(number: number): void
  closeAll(): void
  readonly sidebar: Frame | undefined
  readonly dialog: Frame | undefined
}

export function createFrames(address: (number: number) => string): Frames {
  let count = 0
  let sidebar: { readonly frame: Frame; readonly html: string } | undefined
  let dialog: typeof sidebar
  return {
    html: (number) => [sidebar, dialog].find((shown) => shown?.frame.number === number)?.html,
    show({ kind, width, height }, html, title) {
      const number = ++count
      const isSidebar = kind === 'sidebar'
      const frame: Frame = {
        number,
        title,
        src: address(number),
        ...(isSidebar || width === undefined ? {} : { width }),
        ...(isSidebar || height === undefined ? {} : { height }),
        modal: kind === 'modal',
      }
      if (isSidebar) sidebar = { frame, html }
      else dialog = { frame, html }
    },
    close(number) {
      if (sidebar?.frame.number === number) sidebar = undefined
      if (dialog?.frame.number === number) dialog = undefined
    },
    closeAll() {
      sidebar = undefined
      dialog = undefined
    },
    get sidebar() {
      return sidebar?.frame
    },
    get dialog() {
      return dialog?.frame
    },
  }
}

/** The fonts of the page around: a machine that has Inter, as those of our pictures. */
export const FONTS = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'] as const

const fontFaces = FONTS.map(
  (file, index) => `@font-face{font-family:Inter;font-weight:${index === 0 ? 400 : 600};src:url("../${file}")}`,
).join('')

/** Nothing but what is inside, and those fonts: no other host. */
export const frameSecurity = (page: string): string =>
  [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "font-src 'self' data:",
    'frame-src blob: data:',
    'object-src blob: data:',
    `frame-ancestors ${page}`,
  ].join('; ')

/** The page as HtmlService would serve it, with `google.script` (page/frame/google-script.ts) before its own scripts. */
export function framed(html: string, script: string, page: string): string {
  const start = `<script data-page="${page}">${script.replaceAll('</script', '<\\/script')}</script><style>${fontFaces}</style>`
  const document = /<html/i.test(html)
    ? html
    : `<!doctype html><html lang="fr"><head></head><body>${html}</body></html>`
  return /<head[^>]*>/i.test(document)
    ? document.replace(/<head[^>]*>/i, (head) => `${head}${start}`)
    : document.replace(/<html[^>]*>/i, (tag) => `${tag}<head>${start}</head>`)
}
