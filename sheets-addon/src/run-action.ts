import { nearest, say } from '@tabellion/shared/kernel'
import type { Outcome } from './actions/action.ts'
import { type Arguments, checkArguments } from './actions/arguments.ts'
import { actions } from './actions/registry.ts'
import { annexSentences, isAnnexProblem } from './messages/annex.ts'
import { findingSentence, sentenceWithoutPlace } from './messages/findings.ts'
import { type Place, placeOf } from './messages/places.ts'
import { refusalSentence } from './messages/refusals.ts'
import type { Ports } from './ports.ts'
import type { Finding } from './workbook/finding.ts'
import { Refusal, type RefusalProblem, refuse } from './workbook/refusal.ts'

/** A finding in words, with the names people see. `row` is the sheet's. */
export interface ToldFinding extends Place {
  readonly code: string
  readonly severity: Finding['severity']
  readonly message: string
  /** The message without its place, for who shows that apart. */
  readonly text: string
}

export type Told =
  | { readonly ok: true; readonly outcome: Omit<Outcome, 'findings'> & { readonly findings: readonly ToldFinding[] } }
  | { readonly ok: false; readonly error: Refused }

/** A refusal in words; with its place when one cell is what is missing. */
interface Refused extends Place {
  readonly code: string
  readonly message: string
}

/** Runs an action by its name: what menu, sidebar and door share. The one place where a refusal becomes a sentence. */
export function runAction(ports: () => Ports, name: string, args: unknown): Told {
  try {
    const action = actions.find((candidate) => candidate.name === name)
    if (!action) {
      const near = nearest(
        name,
        actions.map((candidate) => candidate.name),
      )
      return refuse({ code: 'unknown-action', action: name, ...(near === undefined ? {} : { nearest: near }) })
    }
    const checked: Arguments = checkArguments(args, action.args)
    const outcome = action.run(ports(), checked)
    return { ok: true, outcome: { ...outcome, findings: outcome.findings.map(told) } }
  } catch (error) {
    if (error instanceof Refusal) {
      const { problem } = error
      return {
        ok: false,
        error: { code: problem.code, message: inWords(problem), ...('at' in problem ? placeOf(problem) : {}) },
      }
    }
    throw error
  }
}

const inWords = (problem: RefusalProblem): string =>
  isAnnexProblem(problem) ? say(annexSentences, problem) : refusalSentence(problem)

const told = (finding: Finding): ToldFinding => ({
  code: finding.code,
  severity: finding.severity,
  ...placeOf(finding),
  message: findingSentence(finding),
  text: sentenceWithoutPlace(finding),
})
