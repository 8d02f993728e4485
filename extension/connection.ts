/** How the extension stands with the user's sheet. The service worker knows; pages ask. */
export type Connection = { readonly state: 'not-connected' }

export type Question = { readonly ask: 'connection' }

export const isQuestion = (message: unknown): message is Question =>
  typeof message === 'object' && message !== null && 'ask' in message && message.ask === 'connection'

export const isConnection = (answer: unknown): answer is Connection =>
  typeof answer === 'object' && answer !== null && 'state' in answer && answer.state === 'not-connected'
