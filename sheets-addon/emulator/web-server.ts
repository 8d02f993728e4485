/**
 * The web app's URL over real HTTP, on the loopback: POST, 302, a one-time GET elsewhere, no CORS header on Google's own
 * pages (ground truth §6). Modes put one of those pages in place of the script, or lose its answer.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** Readable by a page of any origin: only what the script answered through ContentService. */
const readable = { 'Access-Control-Allow-Origin': '*' }

export async function serveWebApp(emulator: Emulator, options: { readonly port?: number } = {}): Promise<WebAppServer> {
  const waiting = new Map<string, Extract<WebAnswer, { kind: 'content' }>>()
  let answers = 0
  const running: { mode: WebAppMode } = { mode: 'normal' }

  async function exec(request: IncomingMessage, response: ServerResponse, url: URL, pathInfo: string): Promise<void> {
    const { mode } = running
    if (request.method === 'HEAD') return page(response, 403, 'Forbidden', '')
    // A JSON content type makes a browser ask first: Google has no answer to that.
    if (request.method !== 'GET' && request.method !== 'POST') return page(response, 405, 'Method Not Allowed', '')
    if (mode !== 'normal' && mode !== 'lost-answer') return page(response, pages[mode].status, pages[mode].title, '')
    // With a path, Google wants a login even of anyone; two parameter names are its own (ground truth 24).
    if (pathInfo !== '') return page(response, 200, pages['sign-in'].title, '')
    if (url.searchParams.has('c') || url.searchParams.has('sid')) return page(response, 405, 'Method Not Allowed', '')
    const query = url.search.slice(1)
    const { answer } =
      request.method === 'GET'
        ? emulator.web({ method: 'GET', query })
        : emulator.web({
            method: 'POST',
            query,
            body: await bodyOf(request),
            contentType: request.headers['content-type'] ?? 'application/octet-stream',
          })
    if (answer.kind === 'page') return page(response, 200, answer.title, answer.message)
    if (answer.kind === 'html') return page(response, 200, answer.title, answer.html)
    const key = `answer-${++answers}`
    if (mode === 'normal') waiting.set(key, answer)
    response.writeHead(302, { ...readable, Location: `/macros/echo?user_content_key=${key}` })
    response.end()
  }

  /** Another host, live: `script.googleusercontent.com`. */
  function echo(request: IncomingMessage, response: ServerResponse, key: string): void {
    if (request.method !== 'GET') return page(response, 405, 'Method Not Allowed', '')
    const answer = waiting.get(key)
    waiting.delete(key)
    if (!answer) return page(response, 404, 'Page Not Found', '')
    const disposition =
      answer.download === undefined ? {} : { 'Content-Disposition': `attachment; filename="${answer.download}"` }
    response.writeHead(200, { ...readable, ...disposition, 'Content-Type': `${answer.mimeType}; charset=utf-8` })
    response.end(answer.text)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = /^\/macros\/s\/[\w-]+\/exec(\/.*)?$/.exec(url.pathname)
    if (url.pathname === '/macros/echo') return echo(request, response, url.searchParams.get('user_content_key') ?? '')
    if (!path) return page(response, 404, 'Page Not Found', '')
    exec(request, response, url, path[1]?.slice(1) ?? '').catch((error: unknown) =>
      page(response, 500, 'Error', String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/macros/s/emulated-deployment/exec`,
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

function page(response: ServerResponse, status: number, title: string, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
