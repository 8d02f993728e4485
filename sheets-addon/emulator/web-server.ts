/**
 * The web app's URL over real HTTP, on the loopback: POST, 302, a one-time GET elsewhere, no CORS header on Google's own
 * pages (ground truth §6). Modes put one of those pages in place of the script, or lose its answer.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { Emulator, WebAnswer } from './types.ts'

export type WebAppMode =
  | 'normal'
  /** Not deployed for everyone: Google's sign-in page, status 200. */
  | 'sign-in'
  | 'quota'
  | 'unauthorized'
  | 'denied'
  /** The deployment is archived. */
  | 'not-found'
  /** The script runs, its effect stays, and the redirect fails. */
  | 'lost-answer'

export interface WebAppServer {
  /** As pasted by the user: `http://127.0.0.1:1234/macros/s/<deployment>/exec`. */
  readonly url: string
  mode: WebAppMode
  close(): Promise<void>
}

const pages: Record<
  Exclude<WebAppMode, 'normal' | 'lost-answer'>,
  { readonly status: number; readonly title: string }
> = {
  'sign-in': { status: 200, title: 'Sign in - Google Accounts' },
  quota: { status: 200, title: 'Error' },
  unauthorized: { status: 401, title: 'Unauthorized' },
  denied: { status: 403, title: 'Access Denied' },
  'not-found': { status: 404, title: 'Page Not Found' },
}

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Readable by a page of any origin: only what the script answered through ContentService. */
const readable = { 'Access-Control-Allow-Origin': '*' }

const page = (status: number, title: string, body = ''): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`,
})
const notAllowed = page(405, 'Method Not Allowed')

export interface WebAppOptions {
  readonly port?: number
  /** Pages that stand beside the web app on this machine: HTML by path. */
  readonly page?: (path: string) => string | undefined
}

export async function serveWebApp(emulator: Pick<Emulator, 'web'>, options: WebAppOptions = {}): Promise<WebAppServer> {
  const waiting = new Map<string, Extract<WebAnswer, { kind: 'content' }>>()
  let answers = 0
  const running: { mode: WebAppMode } = { mode: 'normal' }

  async function exec(request: IncomingMessage, url: URL, pathInfo: string): Promise<Reply> {
    const { mode } = running
    if (request.method === 'HEAD') return page(403, 'Forbidden')
    // A JSON content type makes a browser ask first: Google has no answer to that.
    if (request.method !== 'GET' && request.method !== 'POST') return notAllowed
    if (mode !== 'normal' && mode !== 'lost-answer') return page(pages[mode].status, pages[mode].title)
    // With a path, Google wants a login even of anyone; two parameter names are its own (ground truth 24).
    if (pathInfo !== '') return page(200, pages['sign-in'].title)
    if (url.searchParams.has('c') || url.searchParams.has('sid')) return notAllowed
    const query = url.search.slice(1)
    const contentType = request.headers['content-type'] ?? 'application/octet-stream'
    const { answer } =
      request.method === 'GET'
        ? emulator.web({ method: 'GET', query })
        : emulator.web({ method: 'POST', query, body: await bodyOf(request), contentType })
    if (answer.kind === 'page') return page(200, answer.title, answer.message)
    if (answer.kind === 'html') return page(200, answer.title, answer.html)
    const key = `answer-${++answers}`
    if (mode === 'normal') waiting.set(key, answer)
    return { status: 302, headers: { ...readable, Location: `/macros/echo?user_content_key=${key}` }, body: '' }
  }

  /** On another host, live: `script.googleusercontent.com`. */
  function echo(request: IncomingMessage, key: string): Reply {
    if (request.method !== 'GET') return notAllowed
    const answer = waiting.get(key)
    waiting.delete(key)
    if (!answer) return page(404, 'Page Not Found')
    const { mimeType, text, download } = answer
    const disposition = download === undefined ? {} : { 'Content-Disposition': `attachment; filename="${download}"` }
    return {
      status: 200,
      headers: { ...readable, ...disposition, 'Content-Type': `${mimeType}; charset=utf-8` },
      body: text,
    }
  }

  async function reply(request: IncomingMessage): Promise<Reply> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/macros/echo') return echo(request, url.searchParams.get('user_content_key') ?? '')
    const path = /^\/macros\/s\/[\w-]+\/exec(\/.*)?$/.exec(url.pathname)
    if (path) return exec(request, url, path[1]?.slice(1) ?? '')
    const beside = request.method === 'GET' ? options.page?.(url.pathname) : undefined
    if (beside === undefined) return page(404, 'Page Not Found')
    return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: beside }
  }

  const server = createServer((request, response) => {
    reply(request)
      .catch((error: unknown) => page(500, 'Error', String(error)))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.destroy())
  })
  // A port that is taken is the caller's to replace: without `error` heard, it would end the process.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/macros/s/emulated-deployment/exec`,
    get mode() {
      return running.mode
    },
    set mode(mode) {
      running.mode = mode
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
