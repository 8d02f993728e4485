import { returnOf } from '@tabellion/shared/bookkeeping'
import { addDays, type Day, formatPeriod } from '@tabellion/shared/calendar'
import type { Acceptable, Body } from '@tabellion/shared/exchange'
import type { PeriodSealed } from '@tabellion/shared/journal'
import { type BankRow, numberKey, type Settlement } from '@tabellion/shared/ledger'
import type { Operation } from '../bank/operations.ts'
import type { QuestionFacts } from '../messages/bridge.ts'
import type { BookSetting } from '../payments/plan.ts'
import type { PaymentRequest } from '../payments/request.ts'

/** The file as it stands, as far as a line of the bank needs it. */
export interface RecordScene {
  /** By `numberKey`. */
  readonly settlements: ReadonlyMap<string, Settlement>
  /** Credit notes by the invoice they correct, by `numberKey`. */
  readonly notes: (number: string) => readonly string[]
  readonly operations: ReadonlyMap<string, Operation>
  /** The row of *Banque* that is this line, whatever it was read from. */
  readonly bankRow: BankRow | undefined
  readonly seals: readonly PeriodSealed[]
  readonly setting: BookSetting
}

export type RecordPlan =
  | { readonly kind: 'asks'; readonly questions: readonly QuestionFacts[] }
  /** The line pays the very same already: two browsers, or the sheet and a browser. */
  | { readonly kind: 'again'; readonly operation: Operation }
  | { readonly kind: 'records'; readonly request: PaymentRequest }

/** What a confirmation in the extension becomes, or what has to be asked first. Decides; reads and writes nothing. */
export function planRecord(scene: RecordScene, message: string, body: Body<'record'>): RecordPlan {
  const { line, allocations, accepted = [] } = body
  const operationId = scene.bankRow?.id ?? line.id
  const standing = scene.operations.get(operationId) ?? scene.operations.get(line.id)
  if (standing) {
    return isSame(standing, allocations)
      ? { kind: 'again', operation: standing }
      : {
          kind: 'asks',
          questions: [{ code: 'already-matched', documents: [...standing.shares.keys()], on: standing.date }],
        }
  }
  const questions = [
    ...(scene.bankRow?.status === 'ignored' ? [{ code: 'line-ignored' } as const] : []),
    ...allocations.flatMap((allocation) => aboutDocument(scene, allocation)),
    ...aboutPeriod(scene, line.date),
  ].filter(({ code }) => !accepted.includes(code as Acceptable))
  if (questions.length > 0) return { kind: 'asks', questions }
  return {
    kind: 'records',
    request: {
      payment: message,
      on: line.date,
      method: body.method,
      reference: line.label.slice(0, 200),
      source: 'extension',
      ...(body.feeCents === undefined || body.feeCents === 0 ? {} : { fee: body.feeCents }),
      operation: operationId,
      why: body.why,
      allocations: allocations.map(({ number, amountCents }) => ({ number, amount: amountCents })),
    },
  }
}

type Allocation = Body<'record'>['allocations'][number]

function aboutDocument(scene: RecordScene, { number, openCents, amountCents }: Allocation): readonly QuestionFacts[] {
  const found = scene.settlements.get(numberKey(number))
  if (found === undefined) return [{ code: 'unknown-invoice', number }]
  const { entry, balanceDue, credited, excess } = found
  const now = entry.kind === 'credit' ? -excess : Math.max(0, balanceDue)
  if (now === openCents) return []
  if (entry.kind !== 'credit' && amountCents > 0 && balanceDue <= 0)
    return credited >= entry.payable && credited > 0
      ? [{ code: 'invoice-credited', number: entry.number, documents: scene.notes(entry.number) }]
      : [{ code: 'already-settled', number: entry.number, shown: openCents }]
  return [{ code: 'balance-changed', number: entry.number, shown: openCents, now: now as typeof openCents }]
}

/** A sealed period takes nothing more: the person hears where the money will be declared. */
function aboutPeriod({ seals, setting }: RecordScene, on: Day): readonly QuestionFacts[] {
  const last = seals.reduce<PeriodSealed | undefined>(
    (latest, seal) => (latest && latest.last >= seal.last ? latest : seal),
    undefined,
  )
  if (last === undefined || on > last.last) return []
  const own = returnOf(setting.profile, on)
  const enters = returnOf(setting.profile, addDays(last.last, 1))
  return [{ code: 'period-closed', period: own, periodName: formatPeriod(own), entersName: formatPeriod(enters) }]
}

function isSame({ shares }: Operation, allocations: readonly Allocation[]): boolean {
  const wanted = new Map<string, number>()
  for (const { number, amountCents } of allocations)
    wanted.set(numberKey(number), (wanted.get(numberKey(number)) ?? 0) + amountCents)
  const held = [...shares].filter(([, amount]) => amount !== 0)
  return held.length === wanted.size && held.every(([number, amount]) => wanted.get(numberKey(number)) === amount)
}
