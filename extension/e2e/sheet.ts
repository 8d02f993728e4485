import { addDays, type Day, day, formatDay } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { bankPage, type ShownLine } from '../../scripts/demo/bank-page.ts'
import { serveLiving } from '../../scripts/demo/living-sheet.ts'
import type { Emulator, EmulatorState, WebAppServer } from '../../scripts/demo/workshop.ts'
import { client, done, rows, sale, workshop } from '../../scripts/demo/workshop.ts'

export const today: Day = day(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()))
const instantOf = (on: Day): string => `${on}T08:00:00.000Z`

/** Issued forty days ago, ten days ago and today, so that one is late whenever the test runs. */
const issued: EmulatorState = (() => {
  const long = addDays(today, -40)
  const emulator = workshop(undefined, instantOf(long))
  const settings = {
    'Prénom et nom': 'Camille Orme',
    Adresse: '3, rue des Essais',
    'Code postal': '69003',
    Ville: 'Lyon',
    SIRET: '99999037700015',
    IBAN: 'FR7699999000420001234567873',
    'Date de début': '01/01/2024',
  }
  done(emulator, 'setup', { settings })
  client(emulator, 'Brasserie du Ponant')
  client(emulator, 'Éditions du Merle')
  client(emulator, 'Atelier Vidal')
  const issue = (on: Day, name: string, label: string, unitPrice: string): void => {
    emulator.clock.set(instantOf(on))
    sale(emulator, name, { date: formatDay(on), label, unitPrice })
    done(emulator, 'issue-invoices')
  }
  issue(long, 'Brasserie du Ponant', 'Maquette de la page d’accueil', '450')
  issue(addDays(today, -10), 'Éditions du Merle', 'Couverture du catalogue', '1000')
  issue(addDays(today, -10), 'Brasserie du Ponant', 'Retouches de la carte', '180')
  issue(addDays(today, -1), 'Atelier Vidal', 'Logo et papeterie', '720')
  return emulator.save()
})()

export const numbers = (emulator: Emulator): readonly string[] =>
  rows(emulator, 'invoices').map((row) => String(row['number']))

export interface Sheet {
  readonly emulator: Emulator
  readonly server: WebAppServer
  readonly bank: string
  /** A code for one more browser. */
  code(): string
  show(lines: readonly ShownLine[]): void
  close(): Promise<void>
}

/** The workbook with four open invoices, its web app on the loopback, and a bank page beside it. */
export async function openSheet(): Promise<Sheet> {
  const emulator = workshop(issued, new Date().toISOString())
  let shown = linesFor(emulator)
  const server = await serveLiving(() => emulator, {
    page: (path) => (path === '/banque' ? bankPage(shown, 'Camille Orme') : undefined),
  })
  return {
    emulator,
    server,
    bank: new URL('/banque', server.url).href,
    code: () => done(emulator, 'connect-extension', { url: server.url }).pairing?.code ?? '',
    show(lines) {
      shown = lines
    },
    close: () => server.close(),
  }
}

/** Two transfers that cite their invoice, one that does not, a purchase, and money from nobody known. */
export function linesFor(emulator: Emulator): readonly ShownLine[] {
  const [first = '', second = ''] = numbers(emulator)
  return [
    { date: today, label: `VIR SEPA RECU /DE BRASSERIE DU PONANT /MOTIF ${first}`, cents: cents(45_000) },
    {
      date: addDays(today, -1),
      label: `VIR SEPA RECU /DE EDITIONS DU MERLE /MOTIF FACTURE ${second}`,
      cents: cents(100_000),
    },
    { date: addDays(today, -1), label: 'CB PAPETERIE DU CENTRE', cents: cents(-3_490) },
    { date: addDays(today, -2), label: 'VIR SEPA RECU /DE MME HURLOT /MOTIF LOGO', cents: cents(72_000) },
    { date: addDays(today, -3), label: 'VIR SEPA RECU /DE CPAM 69 /MOTIF INDEMNITES', cents: cents(21_314) },
    { date: addDays(today, -4), label: 'PRLV SEPA OPERATEUR MOBILE', cents: cents(-1_999) },
  ]
}

/** The same as a file of the bank's. */
export const csvOf = (lines: readonly ShownLine[]): string =>
  [
    'Date;Libellé;Montant',
    ...lines.map(
      ({ date, label, cents: amount }) => `${formatDay(date)};${label};${(amount / 100).toFixed(2).replace('.', ',')}`,
    ),
  ].join('\n')
