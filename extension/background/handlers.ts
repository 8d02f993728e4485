import type { Answers } from '../answers.ts'
import type { Ask, AskedOf } from '../messages.ts'

export type Sender = chrome.runtime.MessageSender

/** One function for each ask; whoever asks has been checked already. */
export type Handlers = {
  readonly [Name in Ask['ask']]: (asked: AskedOf<Name>, sender: Sender) => Promise<Answers[Name]>
}
