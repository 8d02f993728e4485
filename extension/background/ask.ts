import type { AnswerTo } from '../answers.ts'
import { isChanged } from '../changed.ts'
import type { Ask, AskOf } from '../messages.ts'

/** Asks the service worker; undefined when it does not answer (the extension was updated under an open page). */
export async function ask<Name extends Ask['ask']>(question: AskOf<Name>): Promise<AnswerTo<Name> | undefined> {
  return chrome.runtime.sendMessage(question).catch(() => undefined)
}

/** Calls back whenever what the worker knows has changed, until the signal. */
export function onChanged(look: () => void, signal: AbortSignal): void {
  const listen = (message: unknown): void => {
    if (isChanged(message)) look()
  }
  chrome.runtime.onMessage.addListener(listen)
  signal.addEventListener('abort', () => chrome.runtime.onMessage.removeListener(listen))
}
