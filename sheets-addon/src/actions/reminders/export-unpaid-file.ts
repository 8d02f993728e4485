import { sha256Hex } from '@tabellion/shared/kernel'
import { numberKey } from '@tabellion/shared/ledger'
import { journalled } from '../../exports/run.ts'
import { typeset } from '../../messages/typography.ts'
import { openDesk } from '../../reminders/desk.ts'
import { gatherDossier } from '../../reminders/dossier.ts'
import { dossierFiles } from '../../reminders/dossier-files.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action } from '../action.ts'
import { about } from '../arguments.ts'

/** features F-055. A debt in dispute, given up or handed over has its papers too. */
export const exportUnpaidFile = action({
  name: 'export-unpaid-file',
  menu: 'Exporter le dossier d’impayé…',
  what: 'Réunit en un PDF et une archive tout ce qui prouve une facture impayée : pièces, envois, relances, réponses, compte.',
  args: about('de la facture', {}),
  run: (ports, args) => {
    const number = args.number.trim()
    const { event, files } = ports.lock.need(() => {
      const desk = openDesk(ports)
      const known = desk.statuses.get(numberKey(number))
      if (known === undefined) return refuse({ code: 'unknown-number', number })
      const owed = desk.owed.find((one) => numberKey(one.number) === numberKey(number))
      if (owed === undefined)
        return refuse({ code: 'not-reminded', number: known.settlement.entry.number, why: 'settled', detail: '' })
      const files = dossierFiles(gatherDossier(desk, owed), owed.number)
      const content = sha256Hex(files.map(({ bytes }) => sha256Hex(bytes)).join('\n')).slice(0, 16)
      const event = journalled(ports, openWorkbook(ports), {
        kind: `unpaid-${owed.number}`,
        from: owed.debt.issued,
        to: desk.today,
        content,
        names: files.map(({ name }) => name),
        folder: 'Impayés',
      })
      return { event, files }
    })
    const paths = files.map(({ bytes, name, type }, index) => {
      ports.files.create({ id: event.files[index]?.id ?? '', name, folder: event.folder, type, bytes })
      return `Drive/${event.folder}/${name}`
    })
    return { message: typeset(`Dossier prêt : ${paths.join(', ')}.`), findings: [], files: paths }
  },
})
