import { crashed, receive } from '../bridge/receive.ts'
import { webPorts } from '../compose.ts'

/** What someone sees who opens the address in a browser. */
const WELCOME =
  'Tabellion répond. Cette adresse relie l’extension à votre feuille : Facturation › Réglages › Connecter l’extension.'

/**
 * The web app, as the owner of the file. Whatever happens it answers through ContentService: a page of Google's own has no CORS
 * header, and an extension would see a failed fetch (ground truth 9).
 */
export function answerPost(event: GoogleAppsScript.Events.DoPost): GoogleAppsScript.Content.TextOutput {
  let answer: string
  try {
    answer = receive(webPorts(), event.postData?.contents ?? '', 'web')
  } catch (error) {
    console.error(error)
    answer = crashed()
  }
  return ContentService.createTextOutput(answer).setMimeType(ContentService.MimeType.JSON)
}

export function answerGet(_event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.Content.TextOutput {
  return ContentService.createTextOutput(WELCOME)
}
