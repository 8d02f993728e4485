import { addMonths, type Day, day, earliest, parseDay, yearOf } from '@tabellion/shared/calendar'
import { EXPORTS, type ExportKind, exportFiles, NAMES } from '../exports/run.ts'
import { enumerate } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { refuse } from '../workbook/refusal.ts'
import type { Action, Outcome } from './action.ts'
import type { Arguments } from './arguments.ts'

const KINDS = [
  ...(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]),
  'calendar',
  'archive',
  'platform',
] as const satisfies readonly ExportKind[]

export const exportAction: Action = {
  name: 'export',
  menu: 'Exporter…',
  what: 'Fait un fichier à garder ou à transmettre : livre des recettes, factures, TVA, achats, échéances, FEC, agenda, archive, Factur-X pour la plateforme.',
  args: {
    required: ['what'],
    properties: {
      what: { type: 'string', description: KINDS.map((kind) => `${kind} : ${NAMES[kind]}`).join(' ; '), enum: KINDS },
      from: { type: 'string', description: 'Le premier jour ; par défaut le 1er janvier.', format: 'date' },
      to: { type: 'string', description: 'Le dernier jour ; par défaut aujourd’hui.', format: 'date' },
    },
  },
  run: (ports, args) => {
    const what = KINDS.find((kind) => kind === args['what']) ?? 'receipts-book'
    return made(ports, what, ...rangeOf(args, what, ports.clock.today))
  },
}

/** This year up to today; what is still to come goes on as far as *Échéances* does. */
function rangeOf(args: Arguments, what: ExportKind, today: Day): readonly [Day, Day] {
  const ahead = what === 'calendar' || what === 'deadlines'
  const to = dayOf(args, 'to') ?? (ahead ? addMonths(today, 24) : today)
  return [dayOf(args, 'from') ?? day(`${yearOf(earliest(to, today))}-01-01`), to]
}

function dayOf(args: Arguments, name: string): Day | undefined {
  if (args[name] === undefined) return undefined
  return (
    parseDay(String(args[name])) ?? refuse({ code: 'wrong-argument', argument: name, expected: 'une date AAAA-MM-JJ' })
  )
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
