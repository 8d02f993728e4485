import { type Day, parseDay } from '@tabellion/shared/calendar'
import { HEADING_ROW } from '@tabellion/shared/ledger'
import type { Calls, Emulator, Run } from '../../sheets-addon/emulator/index.ts'
import type { Told } from '../../sheets-addon/src/run-action.ts'
import { DoorRefusal, type ExitCode, print, readFlags, typedPath } from './cli.ts'
import { withFile } from './given-file.ts'
import { parisMorning } from './paris.ts'
import { checkOut } from './save.ts'
import { openFolder } from './workbook.ts'

const FLAGS = {
  workbook: { value: true, what: 'le dossier du classeur' },
  out: { value: true, what: 'le dossier à écrire, par défaut le même' },
  today: { value: true, what: 'le jour, AAAA-MM-JJ' },
  args: { value: true, what: 'les arguments de l’action, en JSON' },
  fault: { value: true, what: 'le rang de l’appel de service qui échoue' },
  unflushed: {
    value: true,
    what: '« kept » ou « dropped » : ce que deviennent les écritures en attente au moment de la panne',
  },
} as const

/** `run <action> --workbook DIR …`: one action of the built bundle, in the emulator. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const { flags, operands } = readFlags(argv, FLAGS)
  const action = operands[0]
  if (action === undefined)
    throw new DoorRefusal('missing-action', 'Il manque le nom de l’action. « run list » les montre toutes.')
  if (operands.length > 1)
    throw new DoorRefusal('unknown-operand', `« ${operands[1]} » est de trop : une action à la fois.`)
  if (action === 'list') return list()
  const folder = typedPath(required(flags, 'workbook'))
  const out = flags['out'] === undefined ? folder : typedPath(flags['out'])
  checkOut(folder, out)
  const today = readToday(required(flags, 'today'))
  const instant = parisMorning(today)
  const { args, statement } = withFile(action, readArgs(flags['args']), today)
  const workbook = await openFolder(folder, instant)
  const fault =
    flags['fault'] === undefined
      ? undefined
      : {
          call: readRank(flags['fault']),
          unflushed: readUnflushed(flags['unflushed']),
        }
  const done = perform(workbook.emulator, action, args, fault)
  if (done.refused) {
    // The contract names these two; a pane is told the cell as well.
    const { code, message } = done.refused
    print({ error: { code, message } })
    return 2
  }
  // Statuses follow the day and payments typed by hand are taken in, whatever the action; only its own calls are counted.
  if (!done.fault && !REFRESHING.has(action)) perform(workbook.emulator, 'today', {}, undefined)
  const saved = workbook.save(out)
  const sent = new Map(workbook.emulator.mails().map((mail) => [mail.number, mail]))
  const { unfinished: _, verdict: __, issued, files: ___, message, findings, actions, ...rest } = done.outcome
  print({
    action,
    calls: done.calls,
    issued: issued ?? [],
    files: saved.files,
    mails: saved.mails.map(({ file, number }) => {
      const mail = sent.get(number)
      return {
        file,
        to: mail?.to ?? [],
        subject: mail?.subject ?? '',
        attachments: (mail?.attachments ?? []).map((attachment) => attachment.name),
      }
    }),
    findings: findings.map(csvRow),
    message,
    ...(actions ? { actions: actions.map(csvRow) } : {}),
    ...rest,
    ...(rest.statement ? { statement: { ...rest.statement, ...statement } } : {}),
    ...(done.fault ? { fault: done.fault } : {}),
  })
  return done.fault ? 3 : 0
}

/** Actions that do so by themselves. */
const REFRESHING = new Set(['record-payment', 'today', 'check-file'])

type Outcome = Extract<Told, { ok: true }>['outcome']
interface Done {
  readonly calls: Calls
  readonly outcome: Outcome
  readonly refused?: { readonly code: string; readonly message: string }
  readonly fault?: Run['fault']
}

/** Runs it until it is done: a long job goes on, its calls are summed. */
function perform(
  emulator: Emulator,
  action: string,
  args: Readonly<Record<string, unknown>>,
  fault: { call: number; unflushed: 'kept' | 'dropped' } | undefined,
): Done {
  let calls: Calls | undefined
  let outcome: Outcome = { message: '', findings: [] }
  for (;;) {
    const spent: number = calls?.total ?? 0
    const execution = emulator.run('perform', [action, JSON.stringify(args)], {
      context: 'rpc',
      ...(fault && fault.call > spent ? { fault: { ...fault, call: fault.call - spent } } : {}),
    })
    calls = calls ? add(calls, execution.calls) : execution.calls
    if (execution.fault)
      return {
        calls,
        outcome: { ...outcome, message: 'Arrêté par --fault.' },
        fault: { ...execution.fault, call: execution.fault.call + spent },
      }
    if (execution.error)
      throw new Error(`${execution.error.name}: ${execution.error.message}\n${execution.error.stack ?? ''}`)
    const told = JSON.parse(String(execution.result)) as Told
    if (!told.ok) return { calls, outcome, refused: told.error }
    outcome = { ...told.outcome, issued: [...(outcome.issued ?? []), ...(told.outcome.issued ?? [])] }
    if (!told.outcome.unfinished) return { calls, outcome }
  }
}

const add = (a: Calls, b: Calls): Calls =>
  Object.fromEntries(Object.keys(a).map((key) => [key, a[key as keyof Calls] + b[key as keyof Calls]])) as Calls

/** The record's number in the CSV file: headings are 1, where the sheet has them in row 3. */
export const csvRow = <Placed extends { readonly row?: number }>(placed: Placed): Placed =>
  placed.row === undefined ? placed : { ...placed, row: placed.row - HEADING_ROW + 1 }

async function list(): Promise<ExitCode> {
  const { listedActions } = await import('./list.ts')
  print(listedActions())
  return 0
}

function required(flags: Readonly<Record<string, string>>, name: 'workbook' | 'today'): string {
  const value = flags[name]
  if (value === undefined)
    throw new DoorRefusal('missing-flag', `Il manque l’option « --${name} » : ${FLAGS[name].what}.`)
  return value
}

function readToday(text: string): Day {
  const today = parseDay(text)
  if (today === undefined) throw new DoorRefusal('wrong-day', `« ${text} » n’est pas un jour. Écrivez AAAA-MM-JJ.`)
  return today
}

function readRank(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new DoorRefusal('wrong-rank', `« ${text} » n’est pas un rang d’appel. Écrivez 1, 2, 3…`)
  return Number(text)
}

function readUnflushed(text = 'kept'): 'kept' | 'dropped' {
  if (text === 'kept' || text === 'dropped') return text
  throw new DoorRefusal('wrong-unflushed', `« ${text} » ne se comprend pas. Écrivez kept ou dropped.`)
}

function readArgs(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>
  } catch {
    // Said below, like any other text that is not an object.
  }
  throw new DoorRefusal(
    'wrong-args',
    'Les arguments de --args ne sont pas un objet JSON. Exemple : --args \'{"send":true}\'.',
  )
}
