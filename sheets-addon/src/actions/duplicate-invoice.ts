import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { columnsOf, numberKey, readRegister } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import type { Action, Outcome } from './action.ts'

/** *Dupliquer*, *Refaire une facture corrigée*: the rows again, to be changed and ticked. */
export const duplicateInvoice: Action = {
  name: 'duplicate-invoice',
  menu: 'Dupliquer une facture…',
  what: 'Recopie les lignes d’une facture émise dans Ventes, avec de nouveaux identifiants et sans les cocher.',
  args: {
    type: 'object',
    additionalProperties: false,
    properties: {
      number: { type: 'string', description: 'Le numéro de la facture.' },
      corrected: {
        type: 'boolean',
        description: 'Refaire une facture annulée par avoir : la nouvelle dira laquelle elle remplace.',
      },
    },
    required: ['number'],
  },
  run: (ports, args) =>
    ports.lock.hold(() => copyRows(ports, String(args['number']).trim(), args['corrected'] === true)) ??
    refuse({ code: 'lock-held' }),
}

function copyRows(ports: Ports, number: string, corrected: boolean): Outcome {
  const { sheets, ids } = ports
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
  const rows = event.rows.map(({ cells }) => ({
    ...typedCells(cells),
    id: ids.next(),
    ...(corrected ? { originInvoice: number } : {}),
  }))
  appendRecords(sheets, sales, rows, positionsOf(sales))
  sheets.flush()
  const counted = rows.length === 1 ? '1 ligne recopiée' : `${rows.length} lignes recopiées`
  return {
    message: `${counted} à la fin de Ventes, depuis ${number}. Corrigez-${rows.length === 1 ? 'la' : 'les'}, puis cochez À facturer.`,
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
