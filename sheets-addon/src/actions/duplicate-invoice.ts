import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, numberKey, readRegister, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { keyOf } from '../workbook/given.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'
import { about } from './arguments.ts'

/** *Dupliquer*, *Refaire une facture corrigée*: the rows again, to be changed and ticked. */
export const duplicateInvoice = action({
  name: 'duplicate-invoice',
  menu: 'Dupliquer une facture…',
  what: 'Recopie les lignes d’une facture émise dans Ventes, avec de nouveaux identifiants et sans les cocher.',
  args: about('de la facture', {
    corrected: {
      type: 'boolean',
      description: 'Refaire une facture annulée par avoir : la nouvelle dira laquelle elle remplace.',
    },
    key: {
      type: 'string',
      description: 'Le nom de cette copie : redite avec le même nom, elle n’est faite qu’une fois.',
    },
  }),
  run: (ports, args) => {
    const copied = ports.lock.need(() => copyRows(ports, args.number.trim(), args.corrected === true, keyOf(args.key)))
    // Last of all: until here, whoever asked has not had the answer, and may ask again.
    ports.store.write({ [UNANSWERED]: '' })
    return copied
  },
})

/** What was asked and the name its rows were given, while the answer has not come: asked again after a stop, it is that copy. */
const UNANSWERED = 'duplicate.unanswered'

function copyRows(ports: Ports, number: string, corrected: boolean, key: string | undefined): Outcome {
  const { sheets, ids, store } = ports
  const workbook = openWorkbook(ports)
  const journal = workbook.journal()
  if (!journal.keys('reserved').includes(number))
    refuse(
      journal.keys('takenOver').includes(number)
        ? { code: 'taken-over-number', number }
        : { code: 'unknown-number', number },
    )
  const event = workbook
    .events(({ type, key }) => type === 'reserved' && key === number)
    .map((stored) => stored.event as NumberReserved)[0]
  if (event === undefined) return refuse({ code: 'unknown-number', number })
  if (event.document.kind === 'credit') refuse({ code: 'credit-not-copied', number })
  if (corrected) {
    const entry = readRegister(workbook.table('invoices')).find((one) => numberKey(one.number) === numberKey(number))
    if (entry === undefined || entry.credited < entry.payable) refuse({ code: 'not-wholly-credited', number })
  }
  const sales = workbook.table('sales')
  const asked = `${number}${corrected ? ' corrected' : ''}`
  const [stopped, before] = (workbook.properties()[UNANSWERED] ?? '').split('|')
  const name = key ?? (stopped === asked ? before : undefined) ?? ids.next()
  const rows = event.rows.map(({ cells }, index) => ({
    ...typedCells(cells),
    id: `${name}-${index + 1}`,
    ...(corrected ? { originInvoice: number } : {}),
  }))
  const present = sales.rows.find(({ cells }) => textOf(cells.id) === rows[0]?.id)
  if (present === undefined) {
    store.write({ [UNANSWERED]: `${asked}|${name}` })
    appendRecords(sheets, sales, rows, positionsOf(sales))
    sheets.flush()
  }
  const counted = rows.length === 1 ? '1 ligne recopiée' : `${rows.length} lignes recopiées`
  return {
    message: `${counted} ${present ? `ligne ${present.row} de Ventes` : 'à la fin de Ventes'}, depuis ${number}. Corrigez-${rows.length === 1 ? 'la' : 'les'}, puis cochez À facturer.`,
    findings: [],
  }
}

/** What the user had typed, as it was frozen; amounts are formulas again. */
const typedCells = (cells: StoredCells): StoredCells =>
  Object.fromEntries(
    columnsOf('sales').flatMap(([key, { frozen }]) => {
      const value = cells[key]
      return frozen && value !== undefined && value !== '' ? [[key, value]] : []
    }),
  )
