import { relative } from 'node:path'
import { addDays } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { buildExtension } from '../build-extension.ts'
import { parisToday } from '../door/paris.ts'
import { root } from '../root.ts'
import { bankPage, type ShownLine } from './bank-page.ts'
import { keepUp, serveLiving } from './living-sheet.ts'
import { done, rows } from './workshop.ts'

/** The same at each start, so that a browser once connected stays so. */
const PORT = 47821

export interface Demo {
  close(): Promise<void>
}

/** The sheet's web app and an invented bank beside it, and how to see the extension with both. */
export async function serveDemo(emulator: () => Emulator): Promise<Demo> {
  const page = (path: string): string | undefined =>
    path === '/banque' ? bankPage(linesFor(emulator()), 'Démonstration') : undefined
  const server = await serveLiving(emulator, { port: PORT, page }).catch(() => serveLiving(emulator, { page }))
  console.log('\nL’extension, avec ce classeur (Chrome, Edge ou Chromium)')
  const folder = await buildExtension('chrome')
  const { pairing } = done(keepUp(emulator()), 'connect-extension', { url: server.url })
  console.log(
    [
      '  1. Ouvrez chrome://extensions et activez « Mode développeur », en haut à droite.',
      `  2. « Charger l’extension non empaquetée » : choisissez le dossier ${relative(root, folder)}`,
      '  3. Dans la page qui s’ouvre, collez ce code, puis « Connecter » :',
      `     ${pairing?.code ?? ''}`,
      '  4. « Ouvrir la banque de démonstration », puis cliquez sur l’icône Tabellion, puis sur « Rapprocher ».',
      `  La banque : ${new URL('/banque', server.url).href}`,
    ].join('\n'),
  )
  return { close: () => server.close() }
}

/** What a month of the account shows: most open invoices paid, in the ways that clients pay, among other movements. */
export function linesFor(emulator: Emulator): readonly ShownLine[] {
  const today = parisToday()
  const open = rows(emulator, 'invoices').flatMap((row) => {
    const left = Math.round(Number(row['balanceDue']) * 100)
    return row['kind'] !== 'Avoir' && left > 0
      ? [{ number: String(row['number']), client: String(row['client']), left }]
      : []
  })
  const ways: readonly ((at: (typeof open)[number]) => Omit<ShownLine, 'date'>)[] = [
    ({ number, client, left }) => ({
      label: `VIR SEPA RECU /DE ${bankName(client)} /MOTIF ${number}`,
      cents: cents(left),
    }),
    ({ number, client, left }) => ({
      label: `VIR INST ${bankName(client)} FACTURE ${number.replace(/\D+0*/g, ' ').trim()}`,
      cents: cents(left),
    }),
    ({ client, left }) => ({ label: `VIR SEPA RECU /DE ${bankName(client)}`, cents: cents(left) }),
    ({ number, client, left }) => ({
      label: `VIR SEPA RECU /DE ${bankName(client)} /MOTIF ACOMPTE ${number}`,
      cents: cents(Math.round(left / 2)),
    }),
  ]
  const paid = open.slice(0, 6).map((invoice, at): ShownLine => {
    const way = ways[at % ways.length] ?? ways[0]
    return { date: addDays(today, -at), ...(way?.(invoice) ?? { label: '', cents: cents(0) }) }
  })
  const others: readonly ShownLine[] = [
    { date: addDays(today, -1), label: 'CB PAPETERIE DU CENTRE', cents: cents(-3_490) },
    { date: addDays(today, -2), label: 'PRLV SEPA OPERATEUR MOBILE', cents: cents(-1_999) },
    { date: addDays(today, -4), label: 'VIR SEPA RECU /DE CPAM /MOTIF INDEMNITES', cents: cents(21_314) },
    { date: addDays(today, -5), label: 'PRLV SEPA URSSAF', cents: cents(-41_200) },
  ]
  return [...paid, ...others].sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0))
}

const bankName = (client: string): string =>
  client
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, ' ')
    .trim()
