import { tabKeys, tabTitle } from '@tabellion/shared/ledger'
import { STATE_PROPERTY } from '../obligations/refresh.ts'
import { dashboard, readStamps } from '../workbook/dashboard.ts'
import { repairStructure } from '../workbook/repair.ts'
import { positionsOf } from '../workbook/write.ts'
import { action, noArguments } from './action.ts'

/** Tabs and columns that are missing, then formats, lists, ticks and warnings everywhere. */
export const repairTabs = action({
  name: 'repair-tabs',
  menu: 'Réparer les onglets',
  what: 'Recrée les onglets et colonnes manquants, et remet formats, listes et formules.',
  args: noArguments,
  run: (ports) =>
    ports.lock.need(() => {
      ports.structure.settleLocale()
      const repaired = repairStructure(ports, tabKeys)
      for (const { tab, position, headingRow } of repaired.placed)
        if (!repaired.tabs.includes(tab)) ports.structure.dress(tab, position, headingRow)
      ports.structure.drawDashboard(dashboard(positionsOf(...repaired.placed), readStamps(ports.sheets)))
      ports.structure.drawHelp()
      // The limits of the year are drawn again by the next run.
      ports.store.write({ [STATE_PROPERTY]: '' })
      ports.sheets.flush()
      const made = [
        ...repaired.tabs.map(
          (tab) => `l’onglet ${tabTitle(tab)}${repaired.found.includes(tab) ? ', qui avait changé de nom' : ''}`,
        ),
        ...repaired.columns.map(({ tab, heading }) => `la colonne « ${heading} » de ${tabTitle(tab)}`),
      ]
      const message =
        made.length === 0
          ? 'Rien ne manquait ; formats, listes et formules sont remis.'
          : `${repaired.found.length > 0 ? 'Remis' : 'Recréé'} : ${made.join(' ; ')}.`
      return { message, findings: [] }
    }),
})
