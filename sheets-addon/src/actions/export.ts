import { addMonths, type Day, day, earliest, yearOf } from '@tabellion/shared/calendar'
import { EXPORTS, type ExportKind, exportFiles, NAMES } from '../exports/run.ts'
import { enumerate } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { dayOf } from '../workbook/given.ts'
import { action, type Outcome } from './action.ts'
import type { ArgumentsSchema, Given } from './arguments.ts'

const KINDS = [
  ...(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]),
  'calendar',
  'archive',
  'platform',
] as const satisfies readonly ExportKind[]

const schema = {
  required: ['what'],
  properties: {
    what: { type: 'string', description: KINDS.map((kind) => `${kind} : ${NAMES[kind]}`).join(' ; '), enum: KINDS },
    from: { type: 'string', description: 'Le premier jour ; par défaut le 1er janvier.', format: 'date' },
    to: { type: 'string', description: 'Le dernier jour ; par défaut aujourd’hui.', format: 'date' },
  },
} as const satisfies ArgumentsSchema

export const exportAction = action({
  name: 'export',
  menu: 'Exporter…',
  what: 'Fait un fichier à garder ou à transmettre : livre des recettes, factures, TVA, achats, échéances, FEC, agenda, archive, Factur-X pour la plateforme.',
  args: schema,
  run: (ports, args) => {
    const what = KINDS.find((kind) => kind === args.what) ?? 'receipts-book'
    return made(ports, what, ...rangeOf(args, what, ports.clock.today))
  },
})

/** This year up to today; what is still to come goes on as far as *Échéances* does. */
function rangeOf({ from, to: last }: Given<typeof schema>, what: ExportKind, today: Day): readonly [Day, Day] {
  const ahead = what === 'calendar' || what === 'deadlines'
  const to = dayOf(last, 'to') ?? (ahead ? addMonths(today, 24) : today)
  return [dayOf(from, 'from') ?? day(`${yearOf(earliest(to, today))}-01-01`), to]
}

function made(ports: Ports, what: ExportKind, from: Day, to: Day): Outcome {
  const { files, findings, folder, left } = exportFiles(ports, what, from, to)
  const names = files.map((path) => path.split('/').at(-1) ?? path)
  const message =
    left > 0
      ? `${enumerate(names)} : fait. Il reste ${left} fichiers à faire : relancez la même action pour les finir.`
      : `${enumerate(names)} : dans votre Drive, dossier ${folder}.`
  return { message: typeset(message), findings, files, ...(left > 0 ? { unfinished: left } : {}) }
}
