/** What the worker says to its pages and, through `tabs.sendMessage`, to content scripts: look again. It holds nothing. */
export interface Changed {
  readonly tell: 'changed'
}
export const isChanged = (message: unknown): message is Changed =>
  typeof message === 'object' && message !== null && 'tell' in message && message.tell === 'changed'
