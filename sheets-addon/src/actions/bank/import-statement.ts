import { readBankLine } from '@tabellion/shared/exchange'
import { openDesk } from '../../bank/desk.ts'
import { type ImportedLine, type ImportPlan, importedLine, planImport } from '../../bank/import-plan.ts'
import { bankCells, writeBank } from '../../bank/write-bank.ts'
import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import type { Ports } from '../../ports.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'
import { propose } from './match-statement.ts'

/** What a statement brought. The counts add up: read = added + known + doubtful + left. */
export interface ToldStatement {
  readonly read: number
  readonly added: number
  readonly known: number
  /** Added too, as *Doublon possible*. */
  readonly doubtful: number
  readonly left: number
}

const schema = {
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      description: 'Le relevé : CSV, Excel, OFX, QIF, CAMT, MT940, CFONB, ou une archive de ceux-ci.',
    },
    dateOrder: {
      type: 'string',
      description: 'L’ordre des dates, quand le fichier ne le dit pas : jour puis mois, ou mois puis jour.',
      enum: ['dmy', 'mdy'],
    },
    lines: {
      type: 'array',
      description: 'Ses opérations, lues du fichier par la porte ou le volet.',
      items: { type: 'object' },
    },
    aside: {
      type: 'object',
      description: 'Combien la lecture a laissé de côté : {"pending","foreign","problems"}.',
      additionalProperties: { type: 'integer' },
    },
    most: { type: 'integer', description: 'Combien de lignes ajouter au plus cette fois ; le reste vient ensuite.' },
  },
} as const satisfies ArgumentsSchema

export const importStatement = action({
  name: 'import-statement',
  menu: 'Importer un relevé bancaire…',
  what: 'Ajoute à Banque les lignes d’un relevé qui n’y sont pas encore, puis propose ce qu’elles paient.',
  args: schema,
  run: (ports, args) => {
    const statement = readArguments(args)
    return ports.lock.need(() => importLines(ports, statement))
  },
})

type Aside = Readonly<Record<'pending' | 'foreign' | 'problems', number>>
interface SentStatement {
  readonly lines: readonly ImportedLine[]
  readonly aside: Aside
  readonly most: number
}

/** Some three years of a busy account; the arguments of one call stay under ten million characters. */
const MOST_LINES = 20_000

/** Before the lock. Whoever read the file, its lines come from outside: each is checked again. */
function readArguments(args: Given<typeof schema>): SentStatement {
  const source = args.file.slice(0, 80)
  const given = args.lines ?? wrong('lines', 'une liste')
  if (given.length > MOST_LINES) wrong('lines', `${MOST_LINES} lignes au plus`)
  const lines = given.map((value, at): ImportedLine => {
    const line = readBankLine(value)
    return line ? importedLine(line, source) : wrong(`lines[${at}]`, 'une ligne de relevé')
  })
  const { pending = 0, foreign = 0, problems = 0 } = args.aside ?? {}
  return {
    lines: [...new Map(lines.map((line) => [line.id, line])).values()],
    aside: { pending, foreign, problems },
    most: Math.max(1, args.most ?? MOST_LINES),
  }
}

const wrong = (argument: string, expected: string): never => refuse({ code: 'wrong-argument', argument, expected })

function importLines(ports: Ports, { lines, aside, most }: SentStatement): Outcome {
  const { sheets, clock } = ports
  const desk = openDesk(ports)
  const plan = planImport(desk.rows, lines, most)
  const added = plan.added.map((line) => bankCells(line, clock.today))
  if (writeBank(sheets, desk.bank, plan.changes, added)) sheets.flush()
  const statement = told(lines, plan)
  const message = sentence(statement, aside)
  // What the lines may pay is worked out once, when all are there.
  if (plan.left > 0) return { message, findings: [], statement, unfinished: plan.left }
  const { message: next, ...proposed } = propose(ports)
  return { ...proposed, message: `${message} ${next}`, statement }
}

function told(lines: readonly ImportedLine[], plan: ImportPlan): ToldStatement {
  const doubtful = plan.added.filter(({ status }) => status === 'possibleDuplicate').length
  return {
    read: lines.length,
    added: plan.added.length - doubtful,
    known: plan.known,
    doubtful,
    left: plan.left,
  }
}

function sentence(
  { read, added, known, doubtful, left }: ToldStatement,
  { pending, foreign, problems }: Aside,
): string {
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
    problems === 0 ? '' : counted(problems, 'ligne à regarder', 'lignes à regarder'),
  ].filter((part) => part !== '')
  const told = `${counted(read, 'ligne lue', 'lignes lues')} : ${parts.join(', ')}.`
  return typeset(aside.length === 0 ? told : `${told} ${aside.join(', ')}.`)
}
