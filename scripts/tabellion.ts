import { nearest } from '@tabellion/shared/kernel'
import { DoorRefusal, type ExitCode, print } from './door/cli.ts'

interface Verb {
  readonly usage: string
  readonly what: string
  run(argv: readonly string[]): Promise<number>
}

/** Loaded when called: a statement is read without the add-on, an invoice without the readers. */
const verbs: Readonly<Record<string, Verb>> = {
  run: {
    usage:
      'run <action> --workbook DIR [--out DIR] --today AAAA-MM-JJ [--args JSON] [--fault K] [--unflushed kept|dropped]   |   run list',
    what: 'Joue une action du script sur un classeur gardé en CSV.',
    run: async (argv) => (await import('./door/run.ts')).run(argv),
  },
  verify: {
    usage: 'verify --workbook DIR',
    what: 'Compare chaque document émis avec le journal.',
    run: async (argv) => (await import('./door/verify.ts')).verify(argv),
  },
  statement: {
    usage: 'statement FICHIER… [--today AAAA-MM-JJ] [--date-order dmy|mdy]',
    what: 'Lit des relevés de banque : CSV, Excel, OFX, QIF, CAMT, MT940, CFONB 120, ou un ZIP de ceux-ci.',
    run: async (argv) => (await import('./door/statement.ts')).statement(argv),
  },
  page: {
    usage: 'page FICHIER|ADRESSE… [--today AAAA-MM-JJ] [--steps JSON]',
    what: 'Lit les opérations d’une page de banque, comme l’extension, dans un vrai Chromium.',
    run: async (argv) => (await import('./door/page.ts')).page(argv),
  },
  match: {
    usage: 'match --data DIR [--mode stream|batch]',
    what: 'Dit quelles factures paient les lignes de banque, au format du banc d’essai.',
    run: async (argv) => (await import('./door/match.ts')).match(argv),
  },
  deadlines: {
    usage: 'deadlines --profile FICHIER --from AAAA-MM-JJ --to AAAA-MM-JJ [--ics]',
    what: 'Liste ce qui est dû, avec sa source ; --ics en fait un calendrier.',
    run: async (argv) => (await import('./door/deadlines.ts')).deadlines(argv),
  },
  contributions: {
    usage: 'contributions --profile FICHIER --receipts FICHIER',
    what: 'Calcule ce que coûte chaque déclaration de chiffre d’affaires.',
    run: async (argv) => (await import('./door/deadlines.ts')).contributions(argv),
  },
}

async function main(argv: readonly string[]): Promise<ExitCode | number> {
  const [name, ...rest] = argv
  const verb = name === undefined ? undefined : verbs[name]
  if (name === undefined || name === '--help' || name === 'help') {
    process.stderr.write(`${help()}\n`)
    if (name !== undefined) return 0
    throw new DoorRefusal('missing-verb', `Il manque le verbe. Connus : ${Object.keys(verbs).join(', ')}.`)
  }
  if (verb === undefined) {
    const near = nearest(name, Object.keys(verbs))
    throw new DoorRefusal(
      'unknown-verb',
      `Le verbe « ${name} » n’existe pas.${near ? ` Vouliez-vous dire « ${near} » ?` : ''} Connus : ${Object.keys(verbs).join(', ')}.`,
    )
  }
  if (rest.includes('--help')) {
    process.stderr.write(`${verb.what}\n\n  tabellion ${verb.usage}\n`)
    return 0
  }
  return verb.run(rest)
}

const help = (): string =>
  [
    'La porte sans écran de Tabellion : JSON sur la sortie standard.',
    '',
    ...Object.values(verbs).map((verb) => `  tabellion ${verb.usage}\n      ${verb.what}`),
  ].join('\n')

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof DoorRefusal) {
    print({ error: { code: error.code, message: error.message } })
    process.exitCode = 2
  } else {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    process.exitCode = 1
  }
}
