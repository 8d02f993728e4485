import { connect, type Socket } from 'node:net'

/** What Firefox speaks to whoever drives it, and what geckodriver itself uses: JSON behind its length, over a local socket. */
export interface Marionette {
  send(command: string, parameters?: object): Promise<unknown>
  close(): void
}

const COLON = ':'.charCodeAt(0)

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** `[1, id, error, value]`; what greets at first is no array. */
function replyIn(
  message: unknown,
): { readonly id: number; readonly error: unknown; readonly value: unknown } | undefined {
  if (!Array.isArray(message)) return undefined
  const [, id, error, value]: readonly unknown[] = message
  return typeof id === 'number' ? { id, error, value } : undefined
}

export async function openMarionette(port: number): Promise<Marionette> {
  const socket: Socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, Waiting>()
  let sent = 0
  let rest = Buffer.alloc(0)
  const greeted = new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk])
      for (let colon = rest.indexOf(COLON); colon > 0; colon = rest.indexOf(COLON)) {
        const end = colon + 1 + Number(rest.subarray(0, colon))
        if (rest.length < end) return
        const reply = replyIn(JSON.parse(rest.subarray(colon + 1, end).toString('utf8')))
        rest = rest.subarray(end)
        if (!reply) resolve()
        else if (reply.error) waiting.get(reply.id)?.reject(new Error(JSON.stringify(reply.error)))
        else waiting.get(reply.id)?.resolve(reply.value)
      }
    })
  })
  await greeted
  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = ++sent
        waiting.set(id, { resolve, reject })
        const message = JSON.stringify([0, id, command, parameters])
        socket.write(`${Buffer.byteLength(message)}:${message}`)
      }),
    close: () => void socket.destroy(),
  }
}
