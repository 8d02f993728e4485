/** Answers of a small local server. Nothing is kept by the browser, nothing is guessed, no address leaks. */
import type { IncomingMessage, ServerResponse } from 'node:http'

const always = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
}

/** Larger than any paste; a runaway request is cut. */
const MOST_BYTES = 32_000_000

export function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { ...always, 'content-type': type })
  response.end(body)
}

export function html(response: ServerResponse, body: string, security: string): void {
  response.setHeader('content-security-policy', security)
  send(response, 'text/html; charset=utf-8', body)
}

export const json = (response: ServerResponse, value: unknown): void =>
  send(response, 'application/json; charset=utf-8', JSON.stringify(value))

/** RFC 6266: the name as UTF-8, since names of documents have accents. */
export function download(response: ServerResponse, name: string, type: string, body: Uint8Array): void {
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  send(response, type, body)
}

export function notFound(response: ServerResponse): void {
  response.writeHead(404, { ...always, 'content-type': 'text/plain; charset=utf-8' })
  response.end('Rien ici.')
}

export async function readJson(request: IncomingMessage): Promise<never> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    parts.push(part)
    size += part.length
    if (size > MOST_BYTES) throw new Error(`a request of more than ${MOST_BYTES} bytes`)
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as never
}
