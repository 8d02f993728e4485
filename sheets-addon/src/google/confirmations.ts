/**
 * The last question before money, a number or a mail: whose, how much, and what will happen. Read in passing, before any lock
 * (ground truth 2); the action decides again under its own.
 */
import {
  numberKey,
  type QuoteEntry,
  type RegisterEntry,
  readQuotes,
  readRegister,
  settlements,
} from '@tabellion/shared/ledger'
import { applyRate, cents, formatEuros, minus, rate } from '@tabellion/shared/money'
import { googlePorts } from '../compose.ts'
import { creditedInvoice } from '../issuing/credited-invoice.ts'
import { lostDeposit } from '../issuing/lost-deposit.ts'
import { sendStates } from '../mail/states.ts'
import { sentenceWithoutPlace } from '../messages/findings.ts'
import { creditOf, creditsOf } from '../payments/credits.ts'
import { runAction } from '../run-action.ts'
import { entryOf } from '../workbook/entry.ts'
import type { Workbook } from '../workbook/open.ts'

export type Given = Readonly<Partial<Record<string, unknown>>>

interface Named {
  readonly number: string
  readonly client: string
}

const MOST_LINES = 10

const about = ({ client, number }: Named, amount: number): string =>
  `${number}, ${client}, ${formatEuros(cents(amount))}`

function list(lines: readonly string[]): string {
  const more = lines.length > MOST_LINES ? [`… et ${lines.length - MOST_LINES} autres.`] : []
  return [...lines.slice(0, MOST_LINES).map((line) => `• ${line}`), ...more].join('\n')
}

const invoice =
  (say: (entry: RegisterEntry, given: Given, workbook: Workbook) => string) => (workbook: Workbook, given: Given) =>
    say(entryOf(workbook, String(given['number'])), given, workbook)

const quote = (say: (entry: QuoteEntry, given: Given) => string) => (workbook: Workbook, given: Given) => {
  const key = numberKey(String(given['number'] ?? given['quote']))
  const entry = readQuotes(workbook.table('quotes')).find(({ number }) => numberKey(number) === key)
  return entry === undefined ? '' : say(entry, given)
}

function creditNote(entry: RegisterEntry, { amountCents }: Given, workbook: Workbook): string {
  const rest = minus(entry.payable, entry.credited)
  const amount = typeof amountCents === 'number' ? cents(amountCents) : rest
  const left = minus(entry.balanceDue, amount)
  const then =
    left > 0
      ? `Il y restera ${formatEuros(left)} à recevoir.`
      : left < 0
        ? `${formatEuros(cents(-left))} déjà reçus seront à rendre, ou à imputer sur une autre facture.`
        : 'Il n’y restera rien à recevoir.'
  const [lost] = entry.kind === 'deposit' ? lostDeposit(creditedInvoice(workbook, entry.number), amount) : []
  const warning = lost === undefined ? '' : `\n\n${sentenceWithoutPlace(lost)}`
  return `Avoir de ${formatEuros(amount)} sur ${about(entry, entry.payable)}. ${then} L’avoir reçoit son numéro et ne pourra plus changer.${warning}`
}

function credit(entry: RegisterEntry, _: Given, workbook: Workbook): string {
  const credits = creditsOf(settlements(readRegister(workbook.table('invoices'))).values(), entry.client)
  const used = Math.min(creditOf(credits), entry.balanceDue)
  return `${about(entry, entry.balanceDue)} à recevoir : ${formatEuros(cents(Math.max(0, used)))} de son crédit la règlent, aucun argent ne bouge.`
}

function documents(workbook: Workbook, { numbers }: Given): string {
  const asked = Array.isArray(numbers) ? new Set(numbers.map((number) => numberKey(String(number)))) : undefined
  const state = sendStates(workbook)
  const ours = new Set(workbook.journal().keys('reserved'))
  const leaving = readRegister(workbook.table('invoices')).filter(({ number }) =>
    asked ? asked.has(numberKey(number)) : ours.has(number) && !state(number).sentBefore && !state(number).unsure,
  )
  return leaving.length === 0
    ? ''
    : `Par e-mail, à l’adresse de chaque client :\n${list(leaving.map((entry) => about(entry, entry.payable)))}`
}

function deposit({ client, depositRate, gross, number }: QuoteEntry, { amountCents, percent }: Given): string {
  const amount =
    typeof amountCents === 'number'
      ? cents(amountCents)
      : applyRate(gross, typeof percent === 'number' ? rate(percent * 1000) : depositRate)
  return `Acompte de ${formatEuros(amount)} sur le devis ${about({ client, number }, gross)}. La facture d’acompte reçoit son numéro et ne pourra plus changer.`
}

/** What an action that tells without writing a number would do. */
function reminders(): string {
  const told = runAction(googlePorts, 'prepare-reminders', {})
  const ready = told.ok ? (told.outcome.reminders ?? []).filter(({ isReady }) => isReady) : []
  return ready.length === 0
    ? ''
    : `Chacune part à son client, mises en demeure exceptées :\n${list(
        ready.map((reminder) => `${about(reminder, reminder.amountCents)} : ${reminder.level}`),
      )}`
}

function issued(): string {
  const told = runAction(googlePorts, 'preview-invoices', {})
  const groups = told.ok ? (told.outcome.preview?.groups ?? []) : []
  return groups.length === 0
    ? ''
    : `${list(groups.map(({ client, payableCents }) => `${client}, ${formatEuros(cents(payableCents))}`))}\nChaque facture reçoit son numéro et ne pourra plus changer.`
}

interface Question {
  readonly title: string
  /** Empty when nothing would happen: the action says so. */
  readonly say: (workbook: Workbook, given: Given) => string
}

export const QUESTIONS: Readonly<Record<string, Question>> = {
  'issue-invoices': { title: 'Facturer les lignes cochées', say: issued },
  'confirm-matches': {
    title: 'Rapprocher les certains',
    say: () => 'Le paiement de chaque ligne dont la proposition est certaine est enregistré. Chacun peut s’annuler.',
  },
  'send-documents': { title: 'Envoyer les documents', say: documents },
  'send-reminders': { title: 'Envoyer les relances', say: reminders },
  'formal-notice': {
    title: 'Mettre en demeure',
    say: invoice(
      (entry) =>
        `${about(entry, entry.balanceDue)} à recevoir, pénalités et indemnité en plus. La lettre est datée d’aujourd’hui. Sur papier, elle compte une fois postée ; par e-mail, elle part maintenant.`,
    ),
  },
  'hand-over': {
    title: 'Confier au recouvrement',
    say: invoice(
      (entry, { collector }) =>
        `${about(entry, entry.balanceDue)} à recevoir : confiée à ${String(collector) || 'un tiers'}, ses relances s’arrêtent.`,
    ),
  },
  'write-off': {
    title: 'Passer en irrécouvrable',
    say: invoice((entry) => `${about(entry, entry.balanceDue)} : cette somme ne sera plus réclamée ni relancée.`),
  },
  'use-credit': { title: 'Imputer un crédit', say: invoice(credit) },
  'create-credit-note': { title: 'Créer un avoir', say: invoice(creditNote) },
  'offer-plans': {
    title: 'Proposer 2, 3 ou 4 fois',
    say: invoice(
      (entry) => `${about(entry, entry.balanceDue)} à recevoir : la proposition part à son client par e-mail.`,
    ),
  },
  'cancel-plan': {
    title: 'Annuler un échéancier',
    say: invoice(
      (entry) => `${about(entry, entry.balanceDue)} : tout ce qui reste dû le sera à la date de la facture.`,
    ),
  },
  'invoice-quote': {
    title: 'Facturer le devis',
    say: quote(
      (entry) =>
        `Devis ${about(entry, entry.gross)} : ce qui en reste est facturé, acomptes déduits. La facture reçoit son numéro et ne pourra plus changer.`,
    ),
  },
  'request-deposit': { title: 'Demander un acompte', say: quote(deposit) },
  'send-quote': {
    title: 'Envoyer un devis',
    say: quote((entry) => `Devis ${about(entry, entry.gross)} : il part à son client par e-mail.`),
  },
  restore: {
    title: 'Restaurer ce qui a changé',
    say: () => 'Les cellules des documents émis reprennent leur valeur du journal.',
  },
}
