import { type Connection, isConnection, type Question } from '../connection.ts'

/** What a page asks of the service worker; undefined when it does not answer. */
export async function askConnection(): Promise<Connection | undefined> {
  const question: Question = { ask: 'connection' }
  const answer: unknown = await chrome.runtime.sendMessage(question).catch(() => undefined)
  return isConnection(answer) ? answer : undefined
}
