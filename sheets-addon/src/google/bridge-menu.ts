import { googlePorts } from '../compose.ts'
import { runAction, type Told } from '../run-action.ts'

type Ui = GoogleAppsScript.Base.Ui

/** *Connecter l’extension…*: the address is asked, the code is shown to be copied. */
export function connectFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const answer = ui.prompt(
    'Connecter l’extension',
    'Collez l’URL de l’application web : Extensions › Apps Script, Déployer › Gérer les déploiements ; elle finit par /exec.\n\nLaissez vide pour échanger par fichier ou bloc collé.',
    ui.ButtonSet.OK_CANCEL,
  )
  if (answer.getSelectedButton() !== ui.Button.OK) return
  const told = runAction(googlePorts, 'connect-extension', { url: answer.getResponseText() })
  showText(ui, 'Code d’appairage', told, (outcome) => outcome.pairing?.code)
}

/** *Clé des commandes…*: what the page shows, without the page. */
export function orderKeyFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const answer = ui.prompt(
    'Clé des commandes',
    'Collez l’URL de l’application web, qui finit par /exec : une nouvelle clé remplace l’ancienne.\n\nÉcrivez « révoquer » pour ne plus recevoir de commandes.',
    ui.ButtonSet.OK_CANCEL,
  )
  if (answer.getSelectedButton() !== ui.Button.OK) return
  const url = answer.getResponseText().trim()
  const told = runAction(googlePorts, 'orders-key', /^r[ée]voquer$/i.test(url) ? { do: 'revoke' } : { do: 'make', url })
  showText(ui, 'Clé des commandes', told, ({ site }) => (site ? [site.url, site.key, site.secret].join('\n') : ''))
}

/** *Échanger par bloc collé…* (features D-09). */
export function exchangeFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const answer = ui.prompt(
    'Échanger par bloc collé',
    'Collez le bloc que l’extension a préparé, de « ----- TABELLION » à « ----- FIN … ----- ».',
    ui.ButtonSet.OK_CANCEL,
  )
  if (answer.getSelectedButton() !== ui.Button.OK) return
  const told = runAction(googlePorts, 'exchange-block', { block: answer.getResponseText() })
  showText(ui, 'Réponses à rapporter à l’extension', told, (outcome) => outcome.block)
}

/** *Navigateurs connectés…*: the list, and revoking one by its place in it. */
export function browsersFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const told = runAction(googlePorts, 'paired-browsers', {})
  if (!told.ok) {
    ui.alert('Navigateurs connectés', told.error.message, ui.ButtonSet.OK)
    return
  }
  const living = (told.outcome.browsers ?? []).filter(({ state }) => state !== 'revoked')
  if (living.length === 0) {
    ui.alert('Navigateurs connectés', told.outcome.message, ui.ButtonSet.OK)
    return
  }
  const list = living.map(({ browser, since, byFile }, at) =>
    [`${at + 1}. ${browser || 'Sans nom'}`, since, ...(byFile ? ['par bloc ou fichier'] : [])].join(' · '),
  )
  const answer = ui.prompt(
    'Navigateurs connectés',
    `${list.join('\n')}\n\nPour en révoquer un, écrivez son numéro.`,
    ui.ButtonSet.OK_CANCEL,
  )
  const chosen = living[Number(answer.getResponseText().trim()) - 1]
  if (answer.getSelectedButton() !== ui.Button.OK || chosen === undefined) return
  const revoked = runAction(googlePorts, 'revoke-browser', { key: chosen.key })
  ui.alert('Navigateurs connectés', revoked.ok ? revoked.outcome.message : revoked.error.message, ui.ButtonSet.OK)
}

type Outcome = Extract<Told, { ok: true }>['outcome']

/** A text to be copied whole: an alert’s text cannot be selected everywhere. */
function showText(ui: Ui, title: string, told: Told, textOf: (outcome: Outcome) => string | undefined): void {
  if (!told.ok) {
    ui.alert('Rien n’a changé', told.error.message, ui.ButtonSet.OK)
    return
  }
  const page = [
    '<!DOCTYPE html><html lang="fr"><body style="font:14px/1.5 sans-serif;margin:16px;color:#1b2233">',
    `<p style="margin:0 0 12px">${escaped(told.outcome.message)}</p>`,
    '<label for="text" style="display:block;margin-bottom:4px">À copier en entier</label>',
    '<textarea id="text" readonly autofocus onfocus="this.select()" style="box-sizing:border-box;width:100%;height:180px;font:12px/1.4 monospace">',
    escaped(textOf(told.outcome) ?? ''),
    '</textarea></body></html>',
  ].join('')
  ui.showModalDialog(HtmlService.createHtmlOutput(page).setWidth(520).setHeight(340), title)
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
