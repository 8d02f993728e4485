import { type Day, daysBetween } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import { isIssued, isToInvoice, quoteStatusOf, textOf } from '@tabellion/shared/ledger'
import { applyRate, cents } from '@tabellion/shared/money'
import { readAddresses } from '../../mail/addresses.ts'
import { addressOf } from '../../mail/prepare.ts'
import { counted } from '../../messages/sentences.ts'
import { type KnownQuote, refreshQuotes, restOf } from '../../quotes/refresh.ts'
import { openWorkbook, type Workbook } from '../../workbook/open.ts'
import { action, noArguments } from '../action.ts'

/** A quote that still asks for something. */
export interface ToldQuote {
  readonly number: string
  readonly version: number
  readonly client: string
  readonly subject: string
  /** Of *Devis*. */
  readonly row: number
  readonly status: Exclude<ReturnType<typeof quoteStatusOf>, 'declined' | 'invoiced'>
  /** It left, or may have. */
  readonly wasSent: boolean
  readonly date: string
  readonly daysOld: number
  readonly validUntil: string
  /** Negative once it is over. */
  readonly daysValid: number
  readonly grossCents: number
  readonly restCents: number
  /** What *Acompte %* asks for; 0: nothing, or it was asked. */
  readonly depositCents: number
  readonly to: readonly string[]
  readonly file: string
}
export interface ToldQuotes {
  readonly list: readonly ToldQuote[]
  /** Ticked rows that no quote holds. */
  readonly ticked: number
  readonly today: string
}

export const listQuotes = action({
  name: 'list-quotes',
  menu: 'Devis en cours',
  what: 'Les devis à envoyer, sans réponse, expirés, et acceptés avec ce qui reste à facturer.',
  args: noArguments,
  run: (ports) =>
    ports.lock.need(() => {
      const { today } = ports.clock
      const known = refreshQuotes(ports, openWorkbook(ports))
      const workbook = openWorkbook(ports)
      const list = [...known.values()].flatMap((quote) => told(workbook, quote, today))
      const free = (workbook.tableIfAny('sales')?.rows ?? []).filter(
        (row) => !isIssued(row) && isToInvoice(row) && textOf(row.cells.quote) === '',
      )
      return {
        message: list.length === 0 ? 'Aucun devis en cours.' : `${counted(list.length, 'devis', 'devis')} en cours.`,
        findings: [],
        quotes: { list, ticked: free.length, today },
      }
    }),
})

function told(workbook: Workbook, quote: KnownQuote, today: Day): readonly ToldQuote[] {
  const { entry, state } = quote
  const status = quoteStatusOf(quote, today)
  if (status === 'declined' || status === 'invoiced') return []
  const table = workbook.table('quotes')
  const cells = table.rows.find(({ row }) => row === entry.row)?.cells
  const client = workbook
    .tableIfAny('clients')
    ?.rows.find((row) => nameKey(textOf(row.cells.name)) === nameKey(entry.client))
  const to = readAddresses(addressOf(client))
  return [
    {
      number: entry.number,
      version: entry.version,
      client: entry.client,
      subject: textOf(cells?.subject ?? ''),
      row: entry.row,
      status,
      wasSent: state.sent || state.unsure,
      date: entry.date ?? '',
      daysOld: entry.date === undefined ? 0 : daysBetween(entry.date, today),
      validUntil: entry.validUntil ?? '',
      daysValid: entry.validUntil === undefined ? 0 : daysBetween(today, entry.validUntil),
      grossCents: quote.gross,
      restCents: restOf(quote),
      depositCents: quote.invoiced > 0 ? cents(0) : applyRate(quote.gross, entry.depositRate),
      to: to.ok ? to.value : [],
      file: textOf(cells?.file ?? ''),
    },
  ]
}
