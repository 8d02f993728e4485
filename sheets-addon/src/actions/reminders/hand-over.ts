import { numberKey, readRate } from '@tabellion/shared/ledger'
import { applyRate, cents, formatEuros, formatScaled, type Rate, rate } from '@tabellion/shared/money'
import { typeset } from '../../messages/typography.ts'
import { handedOver } from '../../payments/books.ts'
import type { Ports } from '../../ports.ts'
import { owing } from '../../reminders/choose.ts'
import { openDesk } from '../../reminders/desk.ts'
import { showReminders } from '../../reminders/rows.ts'
import { journalHeld } from '../../workbook/append.ts'
import { entryOf } from '../../workbook/entry.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { action, type Outcome } from '../action.ts'
import { about } from '../arguments.ts'

/** features F-057: another claims it, for a share; we are silent. */
export const handOver = action({
  name: 'hand-over',
  menu: 'Confier au recouvrement…',
  what: 'Note qu’une société de recouvrement réclame la facture, et sa commission ; les relances s’arrêtent. Peut être repris.',
  args: about('de la facture', {
    collector: { type: 'string', description: 'À qui elle est confiée.' },
    commission: { type: 'string', description: 'Sa part de ce qu’il encaisse, par exemple 12,5 %.' },
    undo: { type: 'boolean', description: 'La reprendre.' },
  }),
  run: (ports, args) =>
    ports.lock.need(() => {
      const number = args.number.trim()
      if (args.undo === true) return takeBack(ports, number)
      const commission = readRate(args.commission ?? '0')
      if (!commission.ok || (commission.value ?? 0) > 100_000)
        return refuse({ code: 'wrong-argument', argument: 'commission', expected: 'un pourcentage, de 0 à 100' })
      return give(ports, number, (args.collector ?? '').trim(), commission.value ?? rate(0))
    }),
})

function give(ports: Ports, given: string, collector: string, commission: Rate): Outcome {
  const desk = openDesk(ports)
  const { debt, number } = owing(desk, given)
  const event = { type: 'handedOver', v: 1, number, on: desk.today, collector, commission } as const
  journalHeld(ports, desk.workbook, { events: [event] })
  showReminders(ports, openDesk(ports))
  const net = cents(debt.left - applyRate(debt.left, commission))
  return {
    message: typeset(
      `${number} est confiée au recouvrement${collector === '' ? '' : ` (${collector})`} : ${formatEuros(debt.left)} à recouvrer, ${formatEuros(net)} attendus après commission de ${formatScaled(commission, 3)} %. Les relances s’arrêtent.`,
    ),
    findings: [],
  }
}

function takeBack(ports: Ports, given: string): Outcome {
  const workbook = openWorkbook(ports)
  const { number } = entryOf(workbook, given)
  if (handedOver(workbook).has(numberKey(number)))
    journalHeld(ports, workbook, {
      events: [...schemaEvents(workbook.journal()), { type: 'handOverUndone', v: 1, number, on: ports.clock.today }],
    })
  showReminders(ports, openDesk(ports))
  return { message: `${number} est reprise : ses relances continuent.`, findings: [] }
}
