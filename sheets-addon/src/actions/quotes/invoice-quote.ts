import { isIssued, readSettings, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../../ports.ts'
import { quoteStates } from '../../quotes/states.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import type { Given } from '../arguments.ts'
import { about } from '../arguments.ts'
import { issueInvoices } from '../issue-invoices/run.ts'

const schema = about('du devis', {
  rows: {
    type: 'array',
    description: 'Les ID des lignes à facturer ; par défaut toutes celles qui ne le sont pas.',
    items: { type: 'string' },
  },
  send: { type: 'boolean', description: 'Envoyer aussi la facture par e-mail.' },
})

/** All that is left of an accepted quote, or some of its rows: its deposits are deducted. */
export const invoiceQuote = action({
  name: 'invoice-quote',
  menu: 'Facturer le devis…',
  what: 'Facture ce qui reste d’un devis accepté, ou une partie de ses lignes, acomptes déduits.',
  args: schema,
  run: invoice,
})

function invoice(ports: Ports, args: Given<typeof schema>): Outcome {
  const number = args.number.trim()
  const workbook = openWorkbook(ports)
  const state = quoteStates(workbook).get(number) ?? refuse({ code: 'unknown-quote', number })
  if (state.decision === 'declined') refuse({ code: 'quote-declined', number })
  if (state.decision !== 'accepted') refuse({ code: 'quote-not-accepted', number })
  const attached = workbook.table('sales').rows.filter((row) => textOf(row.cells.quote) === number)
  const ids = new Set(attached.map((row) => textOf(row.cells.id)))
  const unknown = args.rows?.find((id) => !ids.has(id))
  if (unknown !== undefined) refuse({ code: 'unknown-row', id: unknown })
  const open = attached.filter((row) => !isIssued(row)).map((row) => textOf(row.cells.id))
  const wanted = args.rows ?? open
  // Billed rows are finished by the same run if a stop left them so: nothing is billed twice.
  if (open.length === 0 && !isStopped(workbook)) refuse({ code: 'quote-billed', number })
  return issueInvoices(ports, { rows: wanted, ...(args.send === true ? { send: true } : {}) })
}

function isStopped(workbook: ReturnType<typeof openWorkbook>): boolean {
  const journal = workbook.journal()
  const closed = new Set(journal.keys('issued'))
  return journal.keys('reserved').some((number) => !closed.has(number))
}

/** *Facturer à l’acceptation*: the invoice follows at once, when the user said so. */
export function billAtOnce(ports: Ports, number: string, accepted: Outcome): Outcome {
  const settings = openWorkbook(ports).tableIfAny('settings')
  if (!settings || !/^(vrai|true|oui|x)$/i.test(readSettings(settings).text('Facturer à l’acceptation')))
    return accepted
  const outcome = invoice(ports, { number })
  return { ...outcome, message: `${accepted.message} ${outcome.message}` }
}
