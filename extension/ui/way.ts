import type { Offer } from '../answers.ts'
import { ask } from '../background/ask.ts'
import type { Choice } from '../messages.ts'
import { words } from '../words/ui.ts'

/** How the user's click reaches the worker: the popup as itself, the frame with its token. */
export interface Way {
  decide(choices: readonly Choice[]): Promise<string | undefined>
  undo(decision: string): Promise<string | undefined>
  settle(decision: string, verdict: 'accept' | 'drop'): Promise<string | undefined>
  readonly token?: string
}

export function wayOf(token?: string): Way {
  const with_ = token === undefined ? {} : { token }
  const refusalIn = (answer: object | undefined): string | undefined =>
    answer === undefined ? words.noAnswer : 'text' in answer ? String(answer.text) : undefined
  return {
    decide: async (choices) => refusalIn(await ask({ ask: 'decide', choices: [...choices], ...with_ })),
    undo: async (decision) => refusalIn(await ask({ ask: 'undo', decision, ...with_ })),
    settle: async (decision, verdict) => refusalIn(await ask({ ask: 'settle', decision, verdict, ...with_ })),
    ...with_,
  }
}

export const confirmChoice = (line: string, { allocations, feeCents }: Offer): Choice => ({
  do: 'confirm',
  line,
  allocations: allocations.map(({ number, amountCents, openCents }) => ({ number, amountCents, openCents })),
  ...(feeCents !== undefined && { feeCents }),
})
