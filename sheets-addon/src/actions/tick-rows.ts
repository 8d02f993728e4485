import { isIssued, textOf } from '@tabellion/shared/ledger'
import { openWorkbook } from '../workbook/open.ts'
import { action } from './action.ts'

/** *Retirer* in the pane: the tick itself, so that sheet and pane never disagree. */
export const tickRows = action({
  name: 'tick-rows',
  menu: '',
  what: 'Coche ou décoche « À facturer » sur des lignes de Ventes.',
  args: {
    properties: {
      rows: { type: 'array', description: 'Les ID des lignes.', items: { type: 'string' } },
      on: { type: 'boolean', description: 'Cocher ; sinon, décocher.' },
    },
    required: ['rows', 'on'],
  },
  run: (ports, args) =>
    ports.lock.need(() => {
      const sales = openWorkbook(ports).table('sales')
      const wanted = new Set(args.rows)
      const rows = sales.rows.filter((row) => wanted.has(textOf(row.cells.id)) && !isIssued(row))
      const column = sales.position.toInvoice
      if (column !== undefined && rows.length > 0) {
        ports.sheets.writeEach(
          'sales',
          rows.map(({ row }) => ({ row, column })),
          args.on === true,
        )
        ports.sheets.flush()
      }
      const done = args.on === true ? 'cochée' : 'décochée'
      return {
        message: `${rows.length} ligne${rows.length > 1 ? 's' : ''} ${done}${rows.length > 1 ? 's' : ''}.`,
        findings: [],
      }
    }),
})
