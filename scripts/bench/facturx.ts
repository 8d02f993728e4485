import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { toCii } from '@tabellion/shared/documents/cii'
import { tenLines } from '@tabellion/shared/documents/fixtures'
import { renderDocument } from '@tabellion/shared/documents/pdf'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { paymentNotes } from '@tabellion/shared/regulation'
import { judge, prepareTools, type RawVerdict, Unavailable } from '../conformance/tools.ts'
import { root } from '../root.ts'
import { facturXKit, nodeZugferd, type Peer } from './facturx-peers.ts'

const WARM_UPS = 3

export interface FacturXRow {
  readonly library: string
  readonly xmlMs: number
  readonly xmlBytes: number
  /** Page, XML and container. For a library that draws nothing: our page, then its attachment. */
  readonly facturXMs: number
  readonly facturXBytes: number
  /** `ok`, or what refuses; undefined when Java or the validators are not there. */
  readonly verdict?: string
}
export interface FacturXBench {
  readonly rows: readonly FacturXRow[]
  /** What making our page a Factur-X adds to the same drawing. */
  readonly added: { readonly ms: number; readonly bytes: number }
}

/** The same ten-line invoice by each library, in this run: medians of `rounds`, then the official verdicts on the files. */
export async function benchFacturX(rounds = 15): Promise<FacturXBench> {
  const document = tenLines
  const plain = renderDocument(document)
  const peers = [
    ours(document),
    await nodeZugferd(document, notesOf(document), REASON),
    await facturXKit(document, notesOf(document), REASON),
  ]
  const drawing: number[] = []
  const measured: { row: FacturXRow; file: Uint8Array }[] = []
  for (const peer of peers) {
    const [xml] = await medians(rounds, [() => peer.xml()])
    const [facturX, page] = await medians(rounds, [() => peer.facturX(plain), () => renderDocument(document)])
    drawing.push(page.ms)
    const row: FacturXRow = {
      library: peer.name,
      xmlMs: xml.ms,
      xmlBytes: Buffer.byteLength(xml.last),
      facturXMs: facturX.ms + (peer.draws ? 0 : page.ms),
      facturXBytes: facturX.last.length,
    }
    measured.push({ row, file: facturX.last })
  }
  const verdicts = await judged(measured.map(({ file }) => file))
  const rows = measured.map(({ row }, index) => (verdicts ? { ...row, verdict: verdicts[index] ?? 'not judged' } : row))
  const [own] = rows
  return {
    rows,
    added: { ms: (own?.facturXMs ?? 0) - (drawing[0] ?? 0), bytes: (own?.facturXBytes ?? 0) - plain.length },
  }
}

/** The table that `npm run bench` prints. */
export function facturXTable({ added, rows }: FacturXBench): string {
  const lines = rows.map(({ facturXBytes, facturXMs, library, verdict, xmlBytes, xmlMs }) => [
    library,
    `${xmlMs.toFixed(2)} ms`,
    `${xmlBytes} B`,
    `${facturXMs.toFixed(1)} ms`,
    `${facturXBytes} B`,
    verdict ?? 'not judged (Java, Maven or pip is missing)',
  ])
  const grid = [['same 10-line invoice', 'XML', '', 'Factur-X', '', 'official verdict'], ...lines]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...grid.map((line) => line[column]?.length ?? 0)))
  const table = grid.map((line) =>
    line
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [...table, `Making our page a Factur-X adds ${added.ms.toFixed(1)} ms and ${added.bytes} B.`].join('\n')
}

const REASON = 'TVA non applicable, article 293 B du CGI'
const notesOf = ({ buyer, issueDate }: IssuedDocument): readonly (readonly [string, string])[] => {
  const { AAB, PMD, PMT } = paymentNotes({ buyer: buyer.type, on: issueDate, discount: '' })
  return [
    ['PMD', PMD],
    ['PMT', PMT],
    ['AAB', AAB],
    ['BAR', 'B2B'],
  ]
}

function ours(document: IssuedDocument): Peer {
  return {
    name: 'Tabellion',
    draws: true,
    xml: async () => toCii(document),
    facturX: async () =>
      renderDocument(document, { attachment: { xml: toCii(document), description: `Factur-X, ${document.number}` } }),
  }
}

interface Timing<Value> {
  readonly ms: number
  readonly last: Value
}
type Made<Makers extends readonly (() => unknown)[]> = {
  readonly [K in keyof Makers]: Timing<Awaited<ReturnType<Makers[K]>>>
}

/** Medians of several ways, taken in turns, so that a busy moment of the machine falls on all of them. */
async function medians<const Makers extends readonly (() => unknown)[]>(
  rounds: number,
  makers: Makers,
): Promise<Made<Makers>> {
  const runs = makers.map((make) => ({ make, times: [] as number[], last: undefined as unknown }))
  for (let round = -WARM_UPS; round < rounds; round++)
    for (const run of runs) {
      const start = performance.now()
      run.last = await run.make()
      if (round >= 0) run.times.push(performance.now() - start)
    }
  return runs.map(({ last, times }) => ({
    ms: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0,
    last,
  })) as unknown as Made<Makers>
}

async function judged(files: readonly Uint8Array[]): Promise<readonly string[] | undefined> {
  try {
    prepareTools()
    const folder = join(root, 'build/bench/facturx')
    mkdirSync(folder, { recursive: true })
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}.pdf`)
      writeFileSync(path, file)
      return path
    })
    return (await judge('official', paths)).map(summary)
  } catch (error) {
    if (error instanceof Unavailable) return undefined
    throw error
  }
}

/** `ok`, or each set that refuses with how many findings. */
function summary({ findings }: RawVerdict): string {
  const counts = new Map<string, number>()
  for (const { fatal, set } of findings) if (fatal) counts.set(set, (counts.get(set) ?? 0) + 1)
  return counts.size === 0 ? 'ok' : [...counts].map(([set, count]) => `${set}: ${count} refusals`).join(', ')
}
