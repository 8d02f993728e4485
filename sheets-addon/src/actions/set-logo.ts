import { sha256Hex } from '@tabellion/shared/kernel'
import { readSettings } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { readImage } from '../workbook/image.ts'
import { fromBase64, toBase64 } from '../workbook/logo.ts'
import { headProperty, openWorkbook, pendingProperty } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'

/** features F-023. */
const MOST_BYTES = 1_000_000
const LEAST_WIDTH = 300
/** A cell holds 50 000 characters. */
const CHUNK = 45_000

/** Keeps the logo in the workbook, append-only: an issued document keeps the logo it was issued with. */
export const setLogo = action({
  name: 'set-logo',
  menu: 'Modèles et logo…',
  what: 'Vérifie le logo, PNG ou JPEG, et le garde dans le fichier pour les prochains documents.',
  args: {
    properties: {
      file: { type: 'string', description: 'Le nom de l’image.' },
      data: { type: 'string', description: 'Ses octets en base 64 ; la porte les lit du fichier.' },
      remove: { type: 'boolean', description: 'Retirer le logo des prochains documents.' },
    },
  },
  run: (ports, args) => {
    if (args.remove === true)
      return ports.lock.need(() => writeSetting(ports, '', 'Logo retiré des prochains documents.'))
    const bytes = fromBase64(args.data ?? '')
    if (bytes.length > MOST_BYTES) refuse({ code: 'image-too-large', bytes: bytes.length, most: MOST_BYTES })
    const image = readImage(bytes)
    if (!image.ok) return refuse(image.problem)
    if (image.value.width < LEAST_WIDTH)
      refuse({ code: 'image-too-small', width: image.value.width, least: LEAST_WIDTH })
    const name = args.file ?? 'logo'
    return ports.lock.need(() => keep(ports, name, bytes, image.value))
  },
})

function keep(
  ports: Ports,
  name: string,
  bytes: Uint8Array,
  { type, width, height }: { type: string; width: number; height: number },
): Outcome {
  const { sheets, store, clock } = ports
  const workbook = openWorkbook(ports)
  const images = workbook.table('images')
  const version = images.rows.reduce((highest, { cells }) => Math.max(highest, Number(cells.version) || 0), 0) + 1
  const text = toBase64(bytes)
  const digest = sha256Hex(bytes)
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, chunk) => ({
    image: name,
    version,
    type,
    width,
    height,
    digest,
    chunk: chunk + 1,
    data: text.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
  }))
  const journal = workbook.journal()
  const schema = schemaEvents(journal)
  appendRecords(sheets, images, chunks, positionsOf(images))
  store.write(pendingProperty)
  const head = appendEvents(sheets, [...schema, { type: 'logo', v: 1, version, digest }], journal.head, clock.instant)
  sheets.flush()
  store.write(headProperty(head))
  return writeSetting(
    ports,
    `${name} (${width} × ${height} pixels)`,
    'Logo enregistré : il paraîtra sur les prochains documents.',
  )
}

function writeSetting({ sheets, store }: Ports, value: string, message: string): Outcome {
  const table = openWorkbook({ sheets, store }).table('settings')
  const row = readSettings(table).row('Logo')
  const column = table.position.value
  if (row !== undefined && column !== undefined) sheets.writeEach('settings', [{ row, column }], value)
  else appendRecords(sheets, table, [{ section: 'Identité', name: 'Logo', value }], positionsOf(table))
  sheets.flush()
  return { message, findings: [] }
}
