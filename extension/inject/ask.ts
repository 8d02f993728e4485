import type { AnswerTo } from '../answers.ts'
import type { Ask, AskOf } from '../messages.ts'

/** Asks the service worker; undefined when it does not answer, or when the extension was updated under the open page. */
export async function ask<Name extends Ask['ask']>(question: AskOf<Name>): Promise<AnswerTo<Name> | undefined> {
  try {
    return await chrome.runtime.sendMessage(question)
  } catch {
    return undefined
  }
}
