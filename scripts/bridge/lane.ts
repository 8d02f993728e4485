import { type Answer, type BodyInput, type Op, readPairingCode } from '@tabellion/shared/exchange'
import { importKey, type Link, type Message, messageOf, send } from '../../extension/ledger/client.ts'
import { type Emulator, type EmulatorState, serveWebApp, type WebAppServer } from '../../sheets-addon/emulator/index.ts'
import { client, done, freshWorkbook, sale, workshop } from '../../sheets-addon/test/workshop.ts'

/** The extension's own client, for whoever may not import from it. */
export { importKey, messageOf, read, sealed, send } from '../../extension/ledger/client.ts'

/** Three invoices of two clients, open: F2026-0001 450 €, F2026-0002 1 000 €, F2026-0003 180 €. */
export const issued: EmulatorState = (() => {
  const emulator = freshWorkbook({ 'Date de début': '01/01/2024' })
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue', unitPrice: '1000' })
  done(emulator, 'issue-invoices')
  sale(emulator, 'Brasserie du Ponant', { label: 'Retouches', quantity: '1,5', unitPrice: '120' })
  done(emulator, 'issue-invoices')
  return emulator.save()
})()

/**
 * `fetch` as a browser's extension without host permissions has it: what carries no CORS header, on the way or at its end, is a
 * failure that says nothing (docs/decisions/0013).
 */
export const browserFetch: typeof fetch = async (input, init) => {
  const options = { ...init, redirect: 'manual' } as const
  let url = String(input)
  let response = await fetch(url, options)
  for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 5; hops++) {
    if (response.headers.get('access-control-allow-origin') !== '*') throw new TypeError('Failed to fetch')
    url = new URL(response.headers.get('location') ?? '', url).href
    await response.body?.cancel()
    const { body: _body, ...bare } = options
    response = await fetch(url, { ...bare, method: 'GET' })
  }
  if (response.headers.get('access-control-allow-origin') === '*') return response
  await response.body?.cancel()
  throw new TypeError('Failed to fetch')
}

let made = 0
/** Sortable and unique, as a ULID is; the same in every run. */
export const newId = (): string => `01JDGX5M2Q${String(++made).padStart(16, '0')}`

/** A browser that was given a key. */
export interface Browser {
  readonly link: Link
  /** Sends it as it is, and wants an answer. */
  tell<O extends Op>(message: Message<O>): Promise<Answer<O>>
  /** Decides and sends. */
  ask<O extends Op>(op: O, body: BodyInput<O>): Promise<Answer<O>>
}

export async function pair(emulator: Emulator, url: string, name = 'Chromium de test'): Promise<Browser> {
  const browser = await unproved(emulator, url)
  const answer = await browser.ask('hello', { browser: name, version: '0.1.0' })
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return browser
}

/** Given a key, and silent so far. */
export async function unproved(emulator: Emulator, url?: string): Promise<Browser> {
  const { pairing } = done(emulator, 'connect-extension', url === undefined ? {} : { url })
  const code = readPairingCode(pairing?.code ?? '')
  if (!code.ok) throw new Error(code.problem.code)
  const { kid, secret } = code.value
  const link: Link = { url: url ?? '', kid, key: await importKey(secret), now: () => emulator.clock.instant() }
  return speaking(link)
}

function speaking(link: Link): Browser {
  const tell = async <O extends Op>(message: Message<O>): Promise<Answer<O>> => {
    const delivery = await send(link, message, browserFetch)
    if (delivery.kind !== 'answered') throw new Error(JSON.stringify(delivery))
    return delivery.answer
  }
  return { link, tell, ask: (op, body) => tell(messageOf(newId(), op, body)) }
}

export interface Lane {
  readonly emulator: Emulator
  readonly server: WebAppServer
  /** Connected before the lane opened. */
  readonly browser: Browser
  close(): Promise<void>
}

/** Paired once, over HTTP; each lane goes on from there. */
let connected: { readonly state: EmulatorState; readonly link: Link } | undefined
export async function connectedState(): Promise<NonNullable<typeof connected>> {
  if (connected === undefined) {
    const emulator = workshop(issued)
    const server = await serveWebApp(emulator)
    const { link } = await pair(emulator, server.url)
    await server.close()
    connected = { state: emulator.save(), link }
  }
  return connected
}

export async function openLane(): Promise<Lane> {
  const { state, link } = await connectedState()
  const emulator = workshop(state)
  const server = await serveWebApp(emulator)
  const browser = speaking({ ...link, url: server.url, now: () => emulator.clock.instant() })
  return { emulator, server, browser, close: () => server.close() }
}

/** What the extension says of a transfer that pays one invoice. */
export const transfer = (
  number: string,
  amountCents: number,
  more: Partial<BodyInput<'record'>> & { readonly id?: string; readonly openCents?: number } = {},
): BodyInput<'record'> => {
  const { id = `tx-${number}`, openCents = amountCents, ...rest } = more
  return {
    line: { id, date: '2026-11-25', amountCents, label: `VIR SEPA RECU ${number}`, counterparty: 'PONANT' },
    allocations: [{ number, amountCents, openCents }],
    method: 'transfer',
    why: 'Montant exact, numéro dans le libellé.',
    decidedAt: '2026-11-25T08:00:00.000Z',
    ...rest,
  }
}
