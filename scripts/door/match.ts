import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BenchAllocation,
  type BenchData,
  type BenchLine,
  type BenchPrediction,
  createMatcher,
} from '../bench/benchmark-adapter.ts'
import { DoorRefusal, print, readFlags, typedPath } from './cli.ts'

const PAGE = 50
const NO_SELLER: BenchData['seller'] = {
  ownerName: '',
  tradeName: '',
  vatRate: 0,
  psp: [],
  latePenaltyFlatCents: 0,
  latePenaltyAnnualPct: 0,
}

/**
 * `match --data DIR [--mode stream|batch]`: which invoices the lines pay, in the shapes of the matching benchmark.
 * *batch*: all lines at once. *stream*: pages of fifty; after each, the user has answered: as `truth.json` says when it is there,
 * else by accepting what was ticked.
 */
export async function match(argv: readonly string[]): Promise<number> {
  const { flags } = readFlags(argv, {
    data: { value: true, required: true, what: 'le dossier du jeu de données' },
    mode: { value: true, what: 'stream (page à page) ou batch (tout à la fois)' },
  })
  const folder = typedPath(flags['data'] ?? '')
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new DoorRefusal('missing-folder', `Le dossier « ${flags['data']} » n’existe pas.`)
  const mode = flags['mode'] ?? 'stream'
  if (mode !== 'stream' && mode !== 'batch')
    throw new DoorRefusal('wrong-mode', `« ${mode} » n’est pas un mode. Écrivez stream ou batch.`)
  const data: BenchData = {
    invoices: readJson(folder, 'invoices', []),
    clients: readJson(folder, 'clients', []),
    history: readJson(folder, 'history', []),
    seller: { ...NO_SELLER, ...readJson(folder, 'seller', {}) },
  }
  const lines: BenchLine[] = readJson(folder, 'transactions', [])
  const answers: Readonly<Record<string, BenchAllocation[]>> | undefined = readJson(folder, 'truth', undefined)
  print({ mode, predictions: mode === 'batch' ? createMatcher(data).match(lines) : inPages(data, lines, answers) })
  return 0
}

function inPages(
  data: BenchData,
  lines: readonly BenchLine[],
  answers: Readonly<Record<string, BenchAllocation[]>> | undefined,
): Record<string, BenchPrediction> {
  const matcher = createMatcher(data)
  const predictions: Record<string, BenchPrediction> = {}
  for (let from = 0; from < lines.length; from += PAGE) {
    const page = lines.slice(from, from + PAGE)
    const found = matcher.match(page)
    Object.assign(predictions, found)
    for (const line of page) {
      const prediction = found[line.id]
      const ticked = prediction?.decision === 'auto' ? prediction.proposals[0]?.allocations : undefined
      const answer = answers ? (answers[line.id] ?? []) : ticked
      if (answer) matcher.confirm(line, answer)
    }
  }
  return predictions
}

function readJson<Value>(folder: string, name: string, missing: Value): Value {
  const file = join(folder, `${name}.json`)
  if (!existsSync(file)) return missing
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new DoorRefusal('unreadable-file', `« ${name}.json » n’est pas du JSON lisible. Vérifiez le fichier.`)
  }
}
