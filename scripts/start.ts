import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cents, formatEuros } from '@tabellion/shared/money'
import type { Told } from '../sheets-addon/src/run-action.ts'
import { startWorkbench } from '../sheets-addon/workbench/server.ts'
import { buildAddon } from './build-addon.ts'
import { serveDemo } from './demo/serve.ts'
import { parisMorning } from './door/paris.ts'
import { type OpenWorkbook, openFolder } from './door/workbook.ts'
import { root } from './root.ts'

const BUSINESSES = [
  { name: 'graphiste', what: 'Une graphiste en franchise de TVA' },
  { name: 'menuisier', what: 'Un menuisier assujetti à la TVA' },
] as const

/** Plays both demo ledgers through the very bundle that would be pushed to Google, says what came out, gives the first. */
async function playDemo(today: string): Promise<OpenWorkbook | undefined> {
  let first: OpenWorkbook | undefined
  for (const { name, what } of BUSINESSES) {
    const folder = join(root, 'build/demo', name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const workbook = await openFolder(folder, parisMorning(today), `Facturation – ${name}`)
    console.log(`\n${what} (${name})`)
    console.log(`  ${perform(workbook, 'sample-data', { business: name }).message}`)
    const issued = perform(workbook, 'issue-invoices', {})
    for (const { number, client, payableCents, file } of issued.issued ?? []) {
      console.log(
        `  ${number}  ${client.padEnd(36).slice(0, 36)}  ${formatEuros(cents(payableCents)).padStart(13)}  ${file}`,
      )
    }
    console.log(`  ${issued.message}`)
    const verdict = perform(workbook, 'verify', {})
    console.log(`  ${verdict.message}`)
    for (const action of perform(workbook, 'today', {}).actions ?? []) console.log(`  Aujourd’hui : ${action.message}`)
    workbook.save(folder)
    console.log(`  Classeur et documents : build/demo/${name}/`)
    first ??= workbook
  }
  return first
}

function perform({ emulator }: OpenWorkbook, action: string, args: object): Extract<Told, { ok: true }>['outcome'] {
  const run = emulator.run('perform', [action, JSON.stringify(args)], { context: 'rpc' })
  if (run.error) throw new Error(`${run.error.name}: ${run.error.message}\n${run.error.stack ?? ''}`)
  const told = JSON.parse(String(run.result)) as Told
  if (!told.ok) throw new Error(`${action}: ${told.error.message}`)
  return told.outcome
}

const today = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
}).format(new Date())
const demo = await playDemo(today)
if (demo && !process.argv.includes('--once')) {
  const workbench = await startWorkbench({
    bundle: await buildAddon(),
    state: demo.emulator.save(),
    mails: demo.emulator.mails(),
    content: (id) => demo.emulator.drive.content(id),
  })
  console.log(`\nLe classeur de la graphiste est ouvert ici, sans Google (Ctrl+C pour arrêter) :\n  ${workbench.url}`)
  const extension = serveDemo(() => workbench.emulator())
  extension.catch((error: unknown) => console.error(error))
  // What was typed a moment ago is written before leaving.
  const leave = (): void => void workbench.close().then(() => process.exit(0))
  process.once('SIGINT', leave).once('SIGTERM', leave)
}
