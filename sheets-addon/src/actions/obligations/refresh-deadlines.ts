import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { bookPurchases } from '../../obligations/purchases.ts'
import { refreshDeadlines } from '../../obligations/refresh.ts'
import { openDeadlines } from '../../obligations/todo.ts'
import { recordPayments } from '../../payments/record.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { repairStructure } from '../../workbook/repair.ts'
import { action, noArguments } from '../action.ts'

export const refreshDeadlinesAction = action({
  name: 'refresh-deadlines',
  menu: 'Mettre à jour les échéances',
  what: 'Remplit Échéances pour douze mois et Barèmes avec la loi connue ; ce que vous y avez écrit reste.',
  args: noArguments,
  run: (ports) =>
    ports.lock.need(() => {
      const before = openWorkbook(ports)
      if (before.tableIfAny('deadlines') === undefined || before.tableIfAny('rates') === undefined)
        repairStructure(ports, ['deadlines', 'rates'])
      recordPayments(ports, openWorkbook(ports))
      const bought = bookPurchases(ports, openWorkbook(ports))
      const { added, findings, rows } = refreshDeadlines(ports, openWorkbook(ports), true)
      const near = openDeadlines(rows, ports.clock.today).length
      const what =
        added === 0 ? 'Vos échéances sont à jour' : `${counted(added, 'échéance ajoutée', 'échéances ajoutées')}`
      const missing = findings.some(({ code }) => code === 'setting-needed')
      return {
        message: typeset(
          missing
            ? 'Vos échéances ne peuvent être calculées : il manque un réglage.'
            : `${what}${near === 0 ? '.' : ` ; ${counted(near, 'est proche ou en retard', 'sont proches ou en retard')}.`}`,
        ),
        findings: [...findings, ...bought.findings],
      }
    }),
})
