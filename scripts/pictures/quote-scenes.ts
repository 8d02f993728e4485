import type { ShownPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import type { Emulator, EmulatorState } from '../../sheets-addon/emulator/index.ts'
import { done, freshWorkbook, workshop } from '../../sheets-addon/test/workshop.ts'
import type { Scene } from './pane-scenes.ts'

let made: EmulatorState | undefined
/** The designer's sample year: quotes in every state, reminders of each level. */
function year(): Emulator {
  if (made) return workshop(made)
  const emulator = workshop()
  done(emulator, 'sample-data', { business: 'graphiste' })
  made = emulator.save()
  return emulator
}

const press = (shown: ShownPage, name: RegExp): Promise<void> =>
  shown.frame.getByRole('button', { name }).first().click()
/** What is not the next step is folded, and named by its invoice. */
const otherwise = async (shown: ShownPage, name: RegExp, number: string): Promise<void> => {
  const folded = shown.frame.locator('details', { hasText: 'Autres suites' })
  await folded.evaluateAll((all, end) => {
    for (const each of all) if (each.querySelector(`[aria-label$="${end}"]`)) each.setAttribute('open', '')
  }, number)
  await press(shown, new RegExp(`${name.source} ${number}`))
}
const scene = (menu: string, height: number, go?: Scene['go']): Scene => ({
  workbook: year,
  menu,
  height,
  ...(go ? { go } : {}),
})

export const quoteScenes: Readonly<Record<string, Scene>> = {
  quotes: scene('menuQuotes', 1200),
  'quotes-accept': scene('menuQuotes', 1280, (shown) => press(shown, /^Accepté… D2026-0005/)),
  'quotes-deposit': scene('menuQuotes', 1400, async (shown) => {
    await press(shown, /^Accepté… D2026-0005/)
    await press(shown, /^Noter, puis demander/)
    await shown.frame.getByLabel('Montant TTC de l’acompte').waitFor()
  }),
  'quotes-bill': scene('menuQuotes', 900, (shown) => press(shown, /^Facturer… D2026-0001/)),
  'quotes-empty': { workbook: () => freshWorkbook(), menu: 'menuQuotes' },
  reminders: scene('menuPrepareReminders', 1080),
  'reminders-read': scene('menuPrepareReminders', 1280, async (shown) => {
    await press(shown, /^Lire et envoyer… F2026-0004/)
    await shown.frame.getByLabel('Texte de la relance').waitFor()
  }),
  'reminders-all': scene('menuPrepareReminders', 900, (shown) => press(shown, /^Envoyer \d/)),
  'reminders-plan': scene('menuPrepareReminders', 1500, async (shown) => {
    await otherwise(shown, /^Échéancier…/, 'F2026-0005')
    await shown.frame.getByLabel('Convenu en').waitFor()
  }),
  'reminders-explain': scene('menuPrepareReminders', 1500, async (shown) => {
    await otherwise(shown, /^Expliquer ce montant/, 'F2026-0001')
    await shown.frame.getByRole('button', { name: 'Fermer' }).waitFor()
  }),
  'reminders-empty': { workbook: () => freshWorkbook(), menu: 'menuPrepareReminders' },
}
