/** The service worker: listeners are registered at the top level and no state is kept in memory, since it may be stopped at any time. */
import { type Connection, isQuestion } from '../connection.ts'

const connection: Connection = { state: 'not-connected' }

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (sender.id !== chrome.runtime.id || !isQuestion(message)) return
  answer(connection)
})
