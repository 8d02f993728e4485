import { asciiJson, type BodyInput, readAnswer, readResponse, sealRequest } from '@tabellion/shared/exchange'
import type { Emulator, Fault, RunOptions } from '../emulator/index.ts'
import { done, freshWorkbook, rows, workshop } from './workshop.ts'

export const URL_OF_TEST = 'http://127.0.0.1:8765/macros/s/emulated-deployment/exec'

/** A site that holds the key of a file. */
export interface Site {
  readonly kid: string
  readonly secret: Uint8Array
}

/** A file whose owner gave a site its key. */
export function open(settings: Readonly<Record<string, string>> = {}): { emulator: Emulator; site: Site } {
  const emulator = workshop(freshWorkbook(settings).save())
  return { emulator, site: siteOf(emulator) }
}

export function siteOf(emulator: Emulator): Site {
  const { site } = done(emulator, 'orders-key', { do: 'make', url: URL_OF_TEST })
  if (site === undefined) throw new Error('no key')
  return { kid: site.key, secret: Uint8Array.from(Buffer.from(site.secret, 'hex')) }
}

export const ORDER = {
  order: '1042',
  client: {
    name: 'Zoé Martel',
    email: 'zoe@exemple.example',
    address: '1, rue des Lilas',
    postcode: '69003',
    city: 'Lyon',
  },
  lines: [
    { label: 'Affiche A3 pour la vitrine', quantity: 2, unitPriceCents: 4_500 },
    { label: 'Retouche des photographies', quantity: 1.5, unit: 'h', unitPriceCents: 6_000 },
  ],
} as const satisfies BodyInput<'order'>

let made = 0
export interface Said {
  readonly status?: string
  readonly code?: string
  readonly message?: string
  readonly calls: number
  readonly spreadsheetCalls: number
  readonly struck: boolean
  readonly text: string
}

/** One order over the emulator's web app, signed as a site does, changed on its way when `change` says so. */
export function post(
  emulator: Emulator,
  { kid, secret }: Site,
  body: object | string,
  {
    fault,
    at = emulator.clock.instant(),
    op = 'order',
    change = (wire) => wire,
    refusals,
  }: {
    fault?: Fault
    at?: string
    op?: string
    change?: (wire: string) => string
    refusals?: RunOptions['refusals']
  } = {},
): Said {
  const id = `0${String(++made).padStart(25, '0')}`
  const text = typeof body === 'string' ? body : asciiJson(body)
  const wire = change(asciiJson(sealRequest({ v: 1, kid, id, at, op, body: text }, secret)))
  const { answer, run } = emulator.web(
    { method: 'POST', body: wire },
    { ...(fault ? { fault } : {}), ...(refusals ? { refusals } : {}) },
  )
  const said = answer.kind === 'content' ? answer.text : ''
  const meter = { calls: run.calls.total, spreadsheetCalls: run.calls.spreadsheet, struck: run.fault !== undefined }
  const response = said === '' ? undefined : readResponse(said)
  if (response === undefined) return { ...meter, text: said }
  if ('refused' in response)
    return { ...meter, text: said, code: response.refused, message: String(JSON.parse(said).message) }
  const read = readAnswer('order', response.body)
  if (read === undefined) throw new Error(said)
  return {
    ...meter,
    text: said,
    status: read.status,
    ...(read.status === 'refused' ? { code: read.refusal.code, message: read.refusal.message } : {}),
  }
}

export const ordered = (emulator: Emulator) =>
  rows(emulator, 'orders').map((row) => [row['order'], row['status'], row['quote'], row['invoice']])

export const AUTOMATIC = { 'Commandes : créer le devis': 'VRAI' }
export const ALL_AUTOMATIC = {
  ...AUTOMATIC,
  'Commandes : envoyer le devis': 'VRAI',
  'Facturer à l’acceptation': 'VRAI',
}
