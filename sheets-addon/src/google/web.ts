import { crashed, receive } from '../bridge/receive.ts'
import { webPorts } from '../compose.ts'
import { answerFeed } from '../obligations/feed.ts'
import { runAction } from '../run-action.ts'

/** What someone sees who opens the address in a browser. */
const WELCOME =
  'Tabellion répond. Cette adresse relie l’extension à votre feuille : Facturation › Réglages › Connecter l’extension.'

const UNKNOWN_LINK =
  'Ce lien d’agenda n’existe pas, ou a été révoqué. Un nouveau se fait par Facturation › Échéances › Lien secret vers mon agenda.'

/**
 * The web app, as the owner of the file. Whatever happens it answers through ContentService: a page of Google's own has no CORS
 * header, and an extension would see a failed fetch (ground truth 9).
 */
export function answerPost(event: GoogleAppsScript.Events.DoPost): GoogleAppsScript.Content.TextOutput {
  let answer: string
  let ordered = false
  try {
    answer = receive(webPorts(), event.postData?.contents ?? '', 'web', (op) => {
      if (op === 'order') ordered = true
    })
  } catch (error) {
    console.error(error)
    answer = crashed()
  }
  try {
    // The order stands, whatever becomes of its quote: what stops here goes on with the daily run.
    if (ordered) runAction(webPorts, 'quote-orders', { automatic: true })
  } catch (error) {
    console.error(error)
  }
  return ContentService.createTextOutput(answer).setMimeType(ContentService.MimeType.JSON)
}

/** `?f=` is the secret of the calendar feed (ground truth 24: no path, no `HEAD`). */
export function answerGet(event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.Content.TextOutput {
  const secret = event.parameter['f']
  if (secret === undefined) return ContentService.createTextOutput(WELCOME)
  const calendar = answerFeed(webPorts(), secret)
  return calendar === undefined
    ? ContentService.createTextOutput(UNKNOWN_LINK)
    : ContentService.createTextOutput(calendar).setMimeType(ContentService.MimeType.ICAL)
}
