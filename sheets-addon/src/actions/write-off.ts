import { formatDay } from '@tabellion/shared/calendar'
import { numberKey, readRegister } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import { writtenOff } from '../payments/books.ts'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { journalHeld } from '../workbook/append.ts'
import { entryOf } from '../workbook/entry.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'
import { about } from './arguments.ts'

/** *Irrécouvrable*: no receipt was ever booked, so that nothing is to be reversed (features E.15). */
export const writeOff = action({
  name: 'write-off',
  menu: 'Passer en irrécouvrable…',
  what: 'Cesse de réclamer une facture impayée, avec la date et le motif ; peut être repris.',
  args: about('de la facture', {
    reason: { type: 'string', description: 'Pourquoi elle ne sera pas payée.' },
    undo: { type: 'boolean', description: 'La réclamer de nouveau.' },
  }),
  run: (ports, args) =>
    ports.lock.need(() =>
      args.undo === true
        ? claimAgain(ports, args.number.trim())
        : giveUp(ports, args.number.trim(), (args.reason ?? '').trim()),
    ),
})

function giveUp(ports: Ports, number: string, reason: string): Outcome {
  if (reason === '') refuse({ code: 'missing-write-off-reason', number })
  const workbook = openWorkbook(ports)
  const { statuses, findings } = recordPayments(ports, workbook)
  const document = statuses.get(numberKey(number))
  if (document === undefined) return refuse({ code: 'unknown-number', number })
  const { entry, balanceDue } = document.settlement
  if (entry.kind === 'credit' || balanceDue <= 0) refuse({ code: 'nothing-due', number: entry.number })
  const on = ports.clock.today
  const text = `Irrécouvrable le ${formatDay(on)} : ${reason}`
  if (!writtenOff(workbook).has(numberKey(number)))
    journalHeld(ports, openWorkbook(ports), {
      events: [{ type: 'writtenOff', v: 1, number: entry.number, on, reason }],
    })
  setStatus(ports, entry.number, typeset(text))
  const message = typeset(
    `${entry.number} est irrécouvrable : ${formatEuros(balanceDue)} ne sont plus réclamés. Un paiement tardif s’enregistre comme un autre.`,
  )
  return { message, findings }
}

function claimAgain(ports: Ports, number: string): Outcome {
  const workbook = openWorkbook(ports)
  const entry = entryOf(workbook, number)
  if (writtenOff(workbook).has(numberKey(number)))
    journalHeld(ports, workbook, {
      events: [
        ...schemaEvents(workbook.journal()),
        { type: 'writeOffUndone', v: 1, number: entry.number, on: ports.clock.today },
      ],
    })
  const { findings } = recordPayments(ports, openWorkbook(ports))
  return { message: `${entry.number} est réclamée de nouveau.`, findings }
}

function setStatus({ sheets, store }: Ports, number: string, status: string): void {
  const invoices = openWorkbook({ sheets, store }).table('invoices')
  const entry = readRegister(invoices).find((other) => other.number === number)
  if (entry === undefined || entry.status === status) return
  const patches = [{ row: entry.row, cells: { status } }]
  writePatches(sheets, invoices, patches, positionsOf(invoices), () => false)
  sheets.flush()
}
