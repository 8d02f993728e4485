import { nameKey } from '@tabellion/shared/invoicing'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cell, type ColumnKey, clientTypes, type Row, textOf } from '@tabellion/shared/ledger'
import type { OrderProblem } from './problems.ts'

type ClientRow = Row<'clients'>
type ClientCells = Readonly<Partial<Record<ColumnKey<'clients'>, Cell>>>

/** Who an order is from: a client of the tab by its name there, or the row of a new one. */
export type Orderer = { readonly known: string } | { readonly added: ClientCells }

const siretKey = (cell: Cell): string => textOf(cell).replace(/\D/g, '')
const mailKey = (cell: Cell): string => textOf(cell).toLowerCase()

/**
 * By SIRET, e-mail, then name. A quote goes to the address that *Clients* has: where they point to different rows, or a name alone
 * is shared by two addresses, someone must say who it is.
 */
export function ordererOf({ cells }: Row<'orders'>, clients: readonly ClientRow[]): Result<Orderer, OrderProblem> {
  const [siret, email, name] = [siretKey(cells.siret), mailKey(cells.email), nameKey(textOf(cells.client))]
  const bySiret = clients.filter((row) => siret !== '' && siretKey(row.cells.siret) === siret)
  const byMail = clients.filter(
    (row) => email !== '' && [row.cells.email, row.cells.accountingEmail].some((cell) => mailKey(cell) === email),
  )
  const byName = clients.filter((row) => nameKey(textOf(row.cells.name)) === name)
  // A firm's accountant may write for several: the name tells which of them.
  const mailed = byMail.length > 1 ? byMail.filter((row) => byName.includes(row)) : byMail
  const meant = new Set([...bySiret, ...(byMail.length > 1 && mailed.length === 0 ? byMail : mailed), ...byName])
  const [first, ...others] = meant
  if (first === undefined) return ok({ added: newClient(cells) })
  if (others.length > 0)
    return fail({ code: 'order-clients-differ', clients: [...meant].map((row) => textOf(row.cells.name)) })
  const known = textOf(first.cells.name)
  const [theirSiret, theirMail] = [siretKey(first.cells.siret), mailKey(first.cells.email)]
  if (siret !== '' && theirSiret !== '' && siret !== theirSiret)
    return fail({ code: 'order-clients-differ', clients: [known, textOf(cells.client)] })
  if (bySiret.length + byMail.length === 0 && email !== '' && theirMail !== '')
    return fail({ code: 'order-namesake', client: known, email: textOf(cells.email) })
  return ok({ known })
}

/** As the order says it; a SIRET makes a business, and nothing else does but the word. */
function newClient(cells: Row<'orders'>['cells']): ClientCells {
  const { client, type, email, phone, address, postcode, city, country, siret, vatNumber } = cells
  const said = textOf(type)
  return {
    name: textOf(client),
    type: said || clientTypes.labels[textOf(siret) === '' ? 'consumer' : 'business'],
    email,
    phone,
    address,
    postcode,
    city,
    country,
    siret,
    vatNumber,
  }
}
