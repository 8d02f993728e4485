import { nameKey } from '@tabellion/shared/invoicing'
import { googlePorts } from '../compose.ts'
import { typeset } from '../messages/typography.ts'
import { runAction } from '../run-action.ts'
import { activeCell } from './active-row.ts'
import { show } from './menu.ts'

/**
 * *Aperçu des lignes cochées*: the document of the active row's client, else the first. A page without a script of its own, so that
 * it also shows where no page can call the script (ground truth 25).
 */
export function previewFromMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const told = runAction(googlePorts, 'preview-invoices', {})
  const groups = told.ok ? (told.outcome.preview?.groups ?? []) : []
  const wanted = nameKey(activeCell('sales', 'client') ?? '')
  const group = groups.find(({ client }) => nameKey(client) === wanted) ?? groups[0]
  if (group === undefined) {
    show(ui, told)
    return
  }
  const drawing = runAction(googlePorts, 'preview-document', { rows: group.rows })
  if (!drawing.ok || drawing.outcome.drawn === undefined) {
    show(ui, drawing)
    return
  }
  const rest = typeset(
    groups.length > 1
      ? `Une facture sur ${groups.length}. Pour en voir une autre, placez-vous sur une de ses lignes.`
      : 'Rien n’est émis tant que vous ne l’avez pas demandé.',
  )
  const pages = drawing.outcome.drawn.pages
    .map((page) => `<div style="border:1px solid #dfe2ea">${page}</div>`)
    .join('')
  const html = `<!DOCTYPE html><html lang="fr"><body style="font:13px/20px sans-serif;margin:16px;color:#161a2b;background:#fff"><p style="margin:0 0 12px">${rest}</p>${pages}</body></html>`
  ui.showModalDialog(HtmlService.createHtmlOutput(html).setWidth(720).setHeight(640), `Aperçu : ${group.client}`)
}
