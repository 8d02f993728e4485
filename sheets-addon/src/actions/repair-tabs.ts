import { tabKeys, tabTitle } from '@tabellion/shared/ledger'
import { enumerate } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import { STATE_PROPERTY } from '../obligations/refresh.ts'
import { dashboard, readStamps } from '../workbook/dashboard.ts'
import { openWorkbook } from '../workbook/open.ts'
import { repairStructure } from '../workbook/repair.ts'
import { freshenSettings } from '../workbook/settings-texts.ts'
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
      const freshened = freshenSettings(ports.sheets, openWorkbook(ports).table('settings'))
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
      const texts =
        freshened.length === 0
          ? ''
          : ` ${enumerate(freshened.map((name) => `« ${name} »`))} : le texte d’une version précédente laisse place à celui d’aujourd’hui.`
      return { message: typeset(`${message}${texts}`), findings: [] }
    }),
})
