import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { QuoteDecided } from '@tabellion/shared/journal'
import { readQuotes } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { typeset } from '../../messages/typography.ts'
import type { Ports } from '../../ports.ts'
import { type KnownQuote, refreshQuotes, restOf } from '../../quotes/refresh.ts'
import { quoteStates } from '../../quotes/states.ts'
import { journalHeld } from '../../workbook/append.ts'
import { dayOf } from '../../workbook/given.ts'
import { openWorkbook, type Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { written } from '../../workbook/write.ts'
import { action, type Outcome } from '../action.ts'
import { about } from '../arguments.ts'
import { billAtOnce } from './invoice-quote.ts'

export const acceptQuote = action({
  name: 'accept-quote',
  menu: 'Accepter un devis…',
  what: 'Note qu’un devis est accepté, le jour et la preuve ; ses lignes deviennent facturables.',
  args: about(
    'du devis',
    {
      date: { type: 'string', description: 'Le jour de l’accord.', format: 'date' },
      proof: { type: 'string', description: 'Où est la preuve : un lien vers le devis signé, un e-mail.' },
    },
    ['date'],
  ),
  run: (ports, args) => {
    const number = args.number.trim()
    const on = dayOf(args.date, 'date') ?? ports.clock.today
    const proof = (args.proof ?? '').trim()
    const quote = ports.lock.need(() => decide(ports, { number, on, proof, type: 'quoteAccepted' }))
    const message = `Devis ${number} accepté le ${formatDay(on)} : ${formatEuros(restOf(quote))} à facturer.`
    return billAtOnce(ports, number, { message: typeset(message), findings: [] })
  },
})

export const declineQuote = action({
  name: 'decline-quote',
  menu: 'Devis refusé…',
  what: 'Note qu’un devis est refusé ; ses lignes sont de nouveau libres.',
  args: about('du devis', {
    date: { type: 'string', description: 'Le jour du refus ; par défaut aujourd’hui.', format: 'date' },
    reason: { type: 'string', description: 'Pourquoi, pour votre mémoire.' },
  }),
  run: (ports, args): Outcome => {
    const number = args.number.trim()
    const on = dayOf(args.date, 'date') ?? ports.clock.today
    const proof = (args.reason ?? '').trim()
    ports.lock.need(() => decide(ports, { number, on, proof, type: 'quoteDeclined' }))
    return { message: `Devis ${number} refusé : ses lignes sont de nouveau libres.`, findings: [] }
  },
})

type Decision = Pick<QuoteDecided, 'on' | 'proof' | 'type'> & { readonly number: string }

function decide(ports: Ports, { number, on, proof, type }: Decision): KnownQuote {
  let workbook = openWorkbook(ports)
  const schema = schemaEvents(workbook.journal())
  const state = quoteStates(workbook).get(number) ?? refuse({ code: 'unknown-quote', number })
  const entry =
    readQuotes(workbook.table('quotes')).find((one) => one.number === number) ??
    refuse({ code: 'unknown-quote', number })
  const said = earlier(workbook, number)
  const again = said?.type === type && said.on === on
  if (!again) {
    if (said?.type === 'quoteAccepted') refuse({ code: 'quote-already-accepted', number, on: said.on })
    if (said?.type === 'quoteDeclined') refuse({ code: 'quote-declined', number })
    const from = entry.date ?? on
    const { today } = ports.clock
    if (on > today || on < from) refuse({ code: 'quote-date', number, on, from, today })
    const { validUntil } = entry
    if (type === 'quoteAccepted' && validUntil !== undefined && on > validUntil)
      refuse({ code: 'quote-expired', number, validUntil, on })
    const { version } = state
    const event: QuoteDecided = {
      type,
      v: 1,
      number: number as QuoteDecided['number'],
      version,
      on,
      proof,
      source: 'action',
    }
    journalHeld(ports, workbook, { events: [...schema, event] })
  }
  if (type === 'quoteAccepted') show(ports, workbook, entry.row, on, said?.proof || proof)
  workbook = openWorkbook(ports)
  return refreshQuotes(ports, workbook).get(number) ?? refuse({ code: 'unknown-quote', number })
}

/** The decision on the version in force, if there is one. */
function earlier(workbook: Workbook, number: string): QuoteDecided | undefined {
  const { version } = quoteStates(workbook).get(number) ?? { version: 0 }
  return workbook
    .events(({ type, key }) => (type === 'quoteAccepted' || type === 'quoteDeclined') && key === number)
    .flatMap(({ event }) => (event.type === 'quoteAccepted' || event.type === 'quoteDeclined' ? [event] : []))
    .filter((event) => event.version === version)
    .at(-1)
}

/** *Accepté le* and *Preuve d'accord*: the user's columns, written cell by cell. */
function show({ sheets }: Ports, workbook: Workbook, row: number, on: Day, proof: string): void {
  const { position } = workbook.table('quotes')
  const put = (key: 'acceptedOn' | 'proof', value: string): void => {
    const column = position[key]
    if (column !== undefined && value !== '')
      sheets.writeEach('quotes', [{ row, column }], written('quotes', key, value))
  }
  put('acceptedOn', on)
  put('proof', proof)
  sheets.flush()
}
