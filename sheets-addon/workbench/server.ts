/** Serves the workbench to one browser on this machine: nothing is reachable from elsewhere, nothing elsewhere is asked. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { root } from '../../scripts/root.ts'
import type { Bundle, Emulator, EmulatorState, SentMail } from '../emulator/index.ts'
import { buildWorkbench } from './build.ts'
import { type Desk, openDesk } from './desk.ts'
import { openDisk } from './disk.ts'
import { createFrames, FONTS, framed, frameSecurity } from './frames.ts'
import { download, html, json, notFound, readJson, send } from './http.ts'
import { isVerb } from './protocol-check.ts'
import { shell } from './shell.ts'
import { xlsxOf } from './workbook-file.ts'
import { wallClock } from './zoned-clock.ts'

export interface WorkbenchOptions {
  readonly bundle: Bundle
  /** What the workbook is the first time, and again after *Recommencer*; an empty spreadsheet when absent. */
  readonly state?: EmulatorState | undefined
  /** Mails and bytes of files that belong to `state`, which holds neither. */
  readonly mails?: readonly SentMail[] | undefined
  readonly content?: ((fileId: string) => Uint8Array | undefined) | undefined
  /** Any free one when absent. */
  readonly port?: number | undefined
  /** Where the workbook is kept between two runs; `build/workbench` when absent, nowhere when `null`. */
  readonly folder?: string | null | undefined
  /** The clock of a new workbook; now when absent. */
  readonly instant?: string | undefined
}

export interface Workbench {
  /** Holds a secret of this run: whoever does not know it is told nothing. */
  readonly url: string
  /** The one behind the page at this moment: another one after *Recommencer*. */
  emulator(): Emulator
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const SAVE_AFTER_MS = 800
const WATCH_EVERY_MS = 400

export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const built = await buildWorkbench()
  const token = randomBytes(18).toString('base64url')
  const [pages, frameServer] = [createServer(), createServer()]
  const port = await listen(pages, options.port ?? 0)
  const framePort = await listen(frameServer, 0)
  const origin = `http://${HOST}:${port}`
  const frameOrigin = `http://${HOST}:${framePort}`
  const folder = options.folder === undefined ? join(root, 'build/workbench') : options.folder
  const frames = createFrames((number) => `${frameOrigin}/${token}/frame/${number}`)
  const desk = openDesk({
    bundle: options.bundle,
    state: options.state,
    mails: options.mails,
    content: options.content,
    instant: options.instant ?? new Date().toISOString(),
    disk: folder === null ? undefined : openDisk(folder),
    frames,
  })
  const listeners = new Set<ServerResponse>()
  const security = pageSecurity(frameOrigin)
  const asset = (path: string): Buffer => readFileSync(join(root, 'assets', path))

  /** The web app and timers change the workbook without the page: it is told to look again. */
  const watch = setInterval(() => {
    if (!desk.hasChanged()) return
    save()
    for (const listener of listeners) listener.write(`data: ${desk.revision}\n\n`)
  }, WATCH_EVERY_MS)
  let saving: NodeJS.Timeout | undefined
  function save(): void {
    saving ??= setTimeout(() => {
      saving = undefined
      desk.save()
    }, SAVE_AFTER_MS)
  }

  async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathUnder(request, `${HOST}:${port}`, token)
    if (path === undefined) return notFound(response)
    if (request.method === 'POST') return answer(path, request, response)
    const [first = '', second = ''] = path.split('/')
    const font = FONTS.find((name) => name === first)
    if (font) return send(response, 'font/ttf', asset(`fonts/${font}`))
    switch (first) {
      case '':
        return html(response, shell, security)
      case 'page.js':
        return send(response, 'text/javascript; charset=utf-8', built.script)
      case 'page.css':
        return send(response, 'text/css; charset=utf-8', built.style)
      case 'icon.svg':
        return send(response, 'image/svg+xml', asset('icon.svg'))
      case 'changes':
        return listenTo(request, response)
      case 'file':
        return serveFile(desk, second, response)
      case 'mail':
        return serveMail(desk, path, response)
      case 'classeur.xlsx': {
        const day = wallClock(desk.emulator.clock.instant(), desk.emulator.book.timeZone()).today
        return download(response, `Facturation ${day}.xlsx`, XLSX, xlsxOf(desk.emulator.screen))
      }
      default:
        return notFound(response)
    }
  }

  async function answer(verb: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page of another site may send a request, never this header.
    if (request.headers.origin !== origin || !isVerb(verb)) return notFound(response)
    const answered = desk.answer(verb, await readJson(request))
    json(response, answered)
    save()
  }

  function listenTo(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': bonjour\n\n')
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
  }

  async function serveFrame(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathUnder(request, `${HOST}:${framePort}`, token)
    const [kind, number] = path?.split('/') ?? []
    const font = FONTS.find((name) => name === kind)
    if (font) return send(response, 'font/ttf', asset(`fonts/${font}`))
    if (kind === 'frame') {
      const page = frames.html(Number(number))
      if (page !== undefined) return html(response, framed(page, built.googleScript, origin), frameSecurity(origin))
    }
    if (kind === 'mail') {
      const mail = desk.mails.find((sent) => sent.number === Number(number))
      if (mail?.htmlBody !== undefined) return html(response, mail.htmlBody, mailSecurity(origin))
    }
    return notFound(response)
  }

  const guarded =
    (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      serve(request, response).catch((error: unknown) => {
        console.error(error)
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
        response.end(error instanceof Error ? error.message : String(error))
      })
    }
  pages.on('request', guarded(servePage))
  frameServer.on('request', guarded(serveFrame))

  return {
    url: `${origin}/${token}/`,
    emulator: () => desk.emulator,
    async close() {
      clearInterval(watch)
      clearTimeout(saving)
      desk.save()
      for (const listener of listeners) listener.end()
      await Promise.all([stop(pages), stop(frameServer)])
    },
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const pageSecurity = (frameOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src 'self' ${frameOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const mailSecurity = (page: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors ${page}`

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port))
  })
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Undefined for another host name (a site that resolves to this machine) and without the token. */
function pathUnder(request: IncomingMessage, host: string, token: string): string | undefined {
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (request.headers.host !== host || !path.startsWith(`/${token}/`)) return undefined
  return decodeURIComponent(path.slice(token.length + 2))
}

/** Shown beside the grid, or saved: only what a browser shows without running it. */
function serveFile(desk: Desk, id: string, response: ServerResponse): void {
  const file = desk.emulator.drive.files().find((made) => made.id === id)
  const bytes = file && desk.emulator.drive.content(id)
  if (!file || !bytes) notFound(response)
  else serveBytes(response, file.name, file.mimeType, bytes)
}

/** `mail/3.eml`, `mail/3/0`: the message, or one of its attachments. */
function serveMail(desk: Desk, path: string, response: ServerResponse): void {
  const [, number = '', place] = /^mail\/(\d+)(?:\.eml|\/(\d+))$/.exec(path) ?? []
  const mail = desk.mails.find((sent) => sent.number === Number(number))
  const attachment = place === undefined ? undefined : mail?.attachments[Number(place)]
  if (attachment) serveBytes(response, attachment.name, attachment.type, attachment.bytes)
  else if (mail && place === undefined)
    download(response, `${mail.subject}.eml`, 'message/rfc822', Buffer.from(mail.eml))
  else notFound(response)
}

function serveBytes(response: ServerResponse, name: string, type: string, bytes: Uint8Array): void {
  if (/^(application\/pdf|image\/(png|jpeg)|text\/plain)$/.test(type)) send(response, type, bytes)
  else download(response, name, type, bytes)
}
