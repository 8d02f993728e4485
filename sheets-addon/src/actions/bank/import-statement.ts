import { type DateOrder, readStatements, type Transaction, transactionsOf } from '@tabellion/shared/statements'
import { openDesk } from '../../bank/desk.ts'
import { type ImportedLine, type ImportPlan, linesOf, planImport } from '../../bank/import-plan.ts'
import { bankCells, writeBank } from '../../bank/write-bank.ts'
import { counted } from '../../messages/sentences.ts'
import { assumptionSentence, rowSentence } from '../../messages/statements.ts'
import { typeset } from '../../messages/typography.ts'
import type { Ports } from '../../ports.ts'
import { fromBase64 } from '../../workbook/logo.ts'
import { refuse } from '../../workbook/refusal.ts'
import type { Action, Outcome } from '../action.ts'
import type { Arguments } from '../arguments.ts'
import { propose } from './match-statement.ts'

/** What a statement brought. The counts add up: read = added + known + doubtful + left. */
export interface ToldStatement {
  readonly read: number
  readonly added: number
  readonly known: number
  /** Added too, as *Doublon possible*. */
  readonly doubtful: number
  readonly left: number
  readonly pending: number
  readonly foreign: number
  readonly problems: readonly { readonly line: number; readonly message: string }[]
  readonly assumed: readonly string[]
}

export const importStatement: Action = {
  name: 'import-statement',
  menu: 'Importer un relevé bancaire…',
  what: 'Ajoute à Banque les lignes d’un relevé qui n’y sont pas encore, puis propose ce qu’elles paient.',
  args: {
    type: 'object',
    additionalProperties: false,
    required: ['file'],
    properties: {
      file: {
        type: 'string',
        description: 'Le relevé : CSV, Excel, OFX, QIF, CAMT, MT940, CFONB, ou une archive de ceux-ci.',
      },
      data: { type: 'string', description: 'Ses octets en base 64 ; la porte et le volet les lisent du fichier.' },
      dateOrder: {
        type: 'string',
        description: 'L’ordre des dates, quand le fichier ne le dit pas : jour puis mois, ou mois puis jour.',
        enum: ['dmy', 'mdy'],
      },
    },
  },
  run: (ports, args) => {
    const statement = readFile(ports, args)
    return ports.lock.hold(() => importLines(ports, statement)) ?? refuse({ code: 'lock-held' })
  },
}

interface ReadFile extends ReturnType<typeof linesOf> {
  readonly problems: ToldStatement['problems']
  readonly assumed: readonly string[]
}

/** Before the lock: reading takes its time, and touches nothing. */
function readFile({ clock }: Ports, args: Arguments): ReadFile {
  const order = args['dateOrder'] as DateOrder | undefined
  const read = readStatements(fromBase64(String(args['data'] ?? '')), {
    today: clock.today,
    ...(order === undefined ? {} : { dateOrder: order }),
  })
  if (!read.ok) return refuse({ code: 'statement-refused', problem: read.problem })
  const transactions: Transaction[] = []
  const problems: { line: number; message: string }[] = []
  for (const statement of read.value) {
    const understood = transactionsOf(statement)
    transactions.push(...understood.transactions)
    problems.push(
      ...understood.problems.map((problem) => ({
        line: 'line' in problem ? problem.line : 0,
        message: rowSentence(problem),
      })),
    )
  }
  const source = String(args['file'] ?? 'relevé').slice(0, 80)
  return {
    ...linesOf(transactions, source),
    problems: problems.slice(0, 50),
    assumed: [...new Set(read.value.flatMap(({ assumed }) => assumed.map(assumptionSentence)))],
  }
}

function importLines(ports: Ports, { lines, pending, foreign, problems, assumed }: ReadFile): Outcome {
  const { sheets, clock } = ports
  const desk = openDesk(ports)
  const plan = planImport(desk.rows, lines)
  const added = plan.added.map((line) => bankCells(line, clock.today))
  if (writeBank(sheets, desk.bank, plan.changes, added)) sheets.flush()
  const statement = told(lines, plan, { pending, foreign, problems, assumed })
  const proposed = propose(ports)
  return {
    message: `${sentence(statement)} ${proposed.message}`,
    findings: [],
    statement,
    ...(proposed.matching ? { matching: proposed.matching } : {}),
    ...(plan.left > 0 ? { unfinished: plan.left } : {}),
  }
}

function told(
  lines: readonly ImportedLine[],
  plan: ImportPlan,
  more: Pick<ToldStatement, 'pending' | 'foreign' | 'problems' | 'assumed'>,
): ToldStatement {
  const doubtful = plan.added.filter(({ status }) => status === 'possibleDuplicate').length
  return {
    read: lines.length,
    added: plan.added.length - doubtful,
    known: plan.known,
    doubtful,
    left: plan.left,
    ...more,
  }
}

function sentence({ read, added, known, doubtful, left, pending, foreign, problems }: ToldStatement): string {
  const parts = [
    `${counted(added, 'nouvelle', 'nouvelles')}`,
    known === 0 ? '' : counted(known, 'déjà connue', 'déjà connues'),
    doubtful === 0 ? '' : counted(doubtful, 'à vérifier (doublon possible)', 'à vérifier (doublons possibles)'),
    left === 0 ? '' : counted(left, 'à lire encore', 'à lire encore'),
  ].filter((part) => part !== '')
  const aside = [
    pending === 0
      ? ''
      : counted(pending, 'opération en attente laissée de côté', 'opérations en attente laissées de côté'),
    foreign === 0 ? '' : counted(foreign, 'ligne en devise laissée de côté', 'lignes en devises laissées de côté'),
    problems.length === 0 ? '' : counted(problems.length, 'ligne à regarder', 'lignes à regarder'),
  ].filter((part) => part !== '')
  const told = `${counted(read, 'ligne lue', 'lignes lues')} : ${parts.join(', ')}.`
  return typeset(aside.length === 0 ? told : `${told} ${aside.join(', ')}.`)
}
