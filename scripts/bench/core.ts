import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { draftDocument, groupLines, nameKey } from '@tabellion/shared/invoicing'
import { franchise, issueDate, ledgerLine, ponant } from '@tabellion/shared/invoicing/fixtures'
import { createEmulator } from '../../sheets-addon/emulator/index.ts'
import { buildAddon } from '../build-addon.ts'
import { root } from '../root.ts'

/** Milliseconds to group and draft 5 000 ledger rows, two to a document: the pure core alone. */
function draftLedger(): number {
  const lines = Array.from({ length: 5_000 }, (_, index) =>
    ledgerLine({
      row: index + 4,
      id: String(index),
      group: `Lot ${Math.floor(index / 2)}`,
      label: `Prestation n° ${index + 1}`,
    }),
  )
  const start = performance.now()
  for (const group of groupLines(lines, new Map([[nameKey(ponant.name), ponant]])))
    draftDocument({ group, client: ponant, profile: franchise, issueDate, openDeposits: [] })
  return performance.now() - start
}

/** Milliseconds of an edit that concerns nobody: what the whole bundle costs at each keystroke. */
async function idleEdit(): Promise<number> {
  const bundle = await buildAddon()
  const emulator = createEmulator({
    bundle,
    seed: 1,
    instant: '2026-11-25T08:00:00Z',
  })
  emulator.book.addSheet('Notes', { rows: 50, columns: 5 })
  return median(9, () => {
    const start = performance.now()
    emulator.user.edit('Notes', 'A5', 'x')
    return performance.now() - start
  })
}

/** Milliseconds to read a script and run its top level in a new context, as for the first time: V8 keeps what it has compiled. */
function cold(code: string): number {
  let round = 0
  return median(15, () => {
    const context = vm.createContext({})
    const unseen = `/* ${round++} */${code}`
    const start = performance.now()
    vm.runInContext(unseen, context)
    return performance.now() - start
  })
}

/** The annex room by room: what the first call into each adds. */
function annexRooms(annex: string): string {
  const lines = annex.split('\n')
  return lines
    .flatMap((line, at) => {
      const code = lines[at + 1] ?? ''
      return line.startsWith('@') ? [`${line.slice(1)} ${cold(`(()=>{${code}})()`).toFixed(1)}`] : []
    })
    .join(', ')
}

function median(rounds: number, measure: () => number): number {
  const values = Array.from({ length: rounds }, measure).sort((a, b) => a - b)
  return values[Math.floor(rounds / 2)] ?? 0
}

const bytesOf = (file: string): string => {
  try {
    return statSync(join(root, file)).size.toLocaleString('en')
  } catch {
    return 'not built'
  }
}

/** The popup's script, whatever name the bundler gave it. */
function popupScript(): string {
  try {
    const html = readFileSync(join(root, 'extension/build/chrome-mv3-prod/popup.html'), 'utf8')
    return `extension/build/chrome-mv3-prod${/src="(\/popup[^"]*\.js)"/.exec(html)?.[1] ?? '/popup.js'}`
  } catch {
    return 'extension/build/chrome-mv3-prod/popup.js'
  }
}

export async function coreTable(): Promise<string> {
  const { code, html } = await buildAddon()
  return [
    '| what | figure |',
    '| --- | ---: |',
    `| drafting 5 000 ledger rows, core alone | ${median(5, draftLedger).toFixed(0)} ms |`,
    `| \`onEdit\` in a tab that is not ours, whole bundle loaded | ${(await idleEdit()).toFixed(0)} ms |`,
    `| \`Code.js\` read for the first time, in a new context | ${cold(code).toFixed(1)} ms |`,
    `| a room of the annex at its first call | ${annexRooms(html['annex'] ?? '')} ms |`,
    `| \`Code.js\` | ${bytesOf('sheets-addon/dist/Code.js')} bytes |`,
    `| \`annex.html\` | ${bytesOf('sheets-addon/dist/annex.html')} bytes |`,
    `| popup script | ${bytesOf(popupScript())} bytes |`,
  ].join('\n')
}
