import type { Lesson } from './memory.ts'
import type { Confirmation } from './model.ts'
import { readLine } from './reading.ts'
import type { State } from './state.ts'

/** What a confirmation teaches: who pays, under which name, from which account, by which means, how late. */
export function lessonOf(state: State, { line, allocations, clientId }: Confirmation): Lesson {
  const reading = readLine(line, state)
  const { kind, names, nameWords } = reading
  const items = allocations.flatMap(({ invoiceId }) => state.invoices.byId.get(invoiceId) ?? [])
  const clientIds = [
    ...new Set([...items.map((item) => item.clientId), ...(clientId === undefined ? [] : [clientId])]),
  ].sort()
  // Nobody's name or account: a processor, a counter, or money that leaves.
  const anonymous = line.amount < 0 || kind === 'payout' || kind === 'cheque' || kind === 'terminal' || kind === 'cash'
  const named = (clientIds.length > 0 ? clientIds : [...names.keys()]).some((id) => (names.get(id)?.share ?? 0) >= 0.66)
  const learnsName = !anonymous && !named && clientIds.length <= 1 && nameWords.length > 0
  return {
    line,
    allocations,
    clientIds,
    kind,
    alias: learnsName ? [...nameWords].sort().join(' ') : undefined,
    iban: anonymous ? undefined : line.iban,
    delays: line.amount > 0 ? items.filter((item) => item.total > 0).map((item) => reading.at - item.dueAt) : [],
  }
}
