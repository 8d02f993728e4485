import { formatDay, parseDay } from '@tabellion/shared/calendar'
import { bankStatuses } from '@tabellion/shared/ledger'
import { cents, formatEuros } from '@tabellion/shared/money'
import type { ToldLine } from '../actions/bank/told.ts'
import { googlePorts } from '../compose.ts'
import { runAction, type Told } from '../run-action.ts'
import { activeCell } from './active-row.ts'
import { ask } from './ask.ts'
import { show } from './menu.ts'

const IMPORT = 'Importer un relevé'
const LINE = 'Rapprocher la ligne'

/** *Sans le volet › Importer un relevé…*: the page read the file, and could not bring its lines itself. */
export function importFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const args = ask(
    ui,
    IMPORT,
    'Ouvrez « Importer un relevé bancaire… », choisissez votre fichier, puis « Copier les lignes lues ». Collez-les ici :',
    readObject,
  )
  if (args !== undefined) show(ui, runAction(googlePorts, 'import-statement', args))
}

/** *Réglages › Reprendre une liste lue…*: likewise, of the page that read clients or invoices of another tool. */
export function takeoverFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const given: { readonly list?: unknown } | undefined = ask(
    ui,
    'Reprendre une liste',
    'Ouvrez « Reprendre mes clients et factures… », choisissez votre fichier, puis copiez les lignes lues. Collez-les ici :',
    readObject,
  )
  if (given === undefined) return
  const { list, ...args } = given
  show(ui, runAction(googlePorts, list === 'invoices' ? 'import-open-invoices' : 'import-clients', args))
}

function readObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** *Sans le volet › Rapprocher la ligne de Banque…*: what the pane does with one line. */
export function lineFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const line = activeCell('bank', 'id')
  if (line === undefined) {
    ui.alert(LINE, 'Placez-vous d’abord sur une ligne de l’onglet Banque.', ui.ButtonSet.OK)
    return
  }
  const told = runAction(googlePorts, 'match-statement', {})
  if (!told.ok) {
    show(ui, told)
    return
  }
  const { matching } = told.outcome
  const found = matching?.lines.find((each) => each.line === line)
  const answer = ask(ui, LINE, questionAbout(found), (text) => text || found?.offers[0]?.text)
  if (answer !== undefined) show(ui, decide(line, answer, found, matching?.documents ?? []))
}

function questionAbout(found: ToldLine | undefined): string {
  if (found === undefined) return 'Cette ligne n’est plus à rapprocher. Écrivez « annuler » pour la reprendre :'
  const day = parseDay(found.date)
  const what = `${day ? formatDay(day) : found.date}, ${formatEuros(cents(found.amountCents))}, ${found.label}.`
  const [best] = found.offers
  const offer = best ? ` Proposition : ${best.text}. ${best.why} Laissez vide pour l’accepter, ou écrivez` : ' Écrivez'
  return `${what}${offer} le numéro d’une autre facture, ou « ignorer » :`
}

function decide(
  line: string,
  answer: string,
  found: ToldLine | undefined,
  documents: readonly { readonly number: string; readonly openCents: number }[],
): Told {
  const isAside = activeCell('bank', 'status') === bankStatuses.labels.ignored
  if (/^annuler$/i.test(answer))
    return isAside
      ? runAction(googlePorts, 'ignore-lines', { lines: [line], back: true })
      : runAction(googlePorts, 'undo-match', { line })
  if (/^ignorer$/i.test(answer)) return runAction(googlePorts, 'ignore-lines', { lines: [line] })
  const offer = found?.offers.find(({ text }) => text === answer)
  const document = documents.find(({ number }) => number.toUpperCase() === answer.toUpperCase())
  const amount = found?.amountCents ?? 0
  const amountCents =
    document === undefined
      ? amount
      : amount > 0
        ? Math.min(amount, document.openCents)
        : Math.max(amount, document.openCents)
  const match = offer
    ? { allocations: offer.allocations, ...(offer.feeCents === undefined ? {} : { feeCents: offer.feeCents }) }
    : { allocations: [{ number: document?.number ?? answer, amountCents }] }
  return runAction(googlePorts, 'confirm-matches', { matches: [{ line, ...match }] })
}
