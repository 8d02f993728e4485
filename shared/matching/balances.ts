import type { Balances, Receipt } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import type { Decision } from './model.ts'
import type { Weighing } from './weigh.ts'

/** From this probability on, money that a later line takes back may be what this line brought. */
const LIKELY = 0.3

/** The balances of one page, as its lines are decided. A balance is a resource: what a line takes for sure, no other line gets. */
export interface PageBalances {
  readonly balances: Balances
  record(decision: Decision, weighing: Weighing): void
  /** Has anything that this weighing looked at changed since it was made? */
  changes(weighing: Weighing): boolean
}

export function pageBalances(): PageBalances {
  const taken = new Map<IndexedInvoice, number>()
  const promises = new Map<IndexedInvoice, number>()
  const touched = new Set<IndexedInvoice>()
  const changedClients = new Set<string>()
  const receipts = new Map<number, Receipt[]>()
  const balances: Balances = {
    open: (item) => item.open - (taken.get(item) ?? 0),
    promised: (item) => promises.get(item) ?? 0,
    touched,
    received: (amount) => receipts.get(amount) ?? [],
  }

  function record(decision: Decision, { scene, readings }: Weighing): void {
    const [best] = readings
    if (!best) return
    const { line, at } = scene.reading
    if (line.amount > 0 && best.probability >= LIKELY)
      receipts.set(line.amount, [...balances.received(line.amount), { parts: best.hypothesis.parts, at }])
    if (decision === 'automatic')
      for (const { item, settles } of best.hypothesis.parts) {
        taken.set(item, (taken.get(item) ?? 0) + settles)
        touched.add(item)
        changedClients.add(item.clientId)
      }
    else
      for (const { hypothesis, probability } of readings.slice(0, 6)) {
        if (probability < 0.05) break
        for (const { item } of hypothesis.parts) {
          promises.set(item, 1 - (1 - balances.promised(item)) * (1 - Math.min(1, probability)))
          changedClients.add(item.clientId)
        }
      }
  }

  function changes({ scene, readings }: Weighing): boolean {
    if (changedClients.size === 0) return false
    const { kind, line } = scene.reading
    if (line.amount < 0 || kind === 'payout' || kind === 'cheque' || kind === 'terminal') return true
    for (const clientId of scene.debts.keys()) if (changedClients.has(clientId)) return true
    for (const item of touched) if (balances.open(item) === line.amount) return true
    return readings.some(({ hypothesis }) => hypothesis.parts.some(({ item }) => changedClients.has(item.clientId)))
  }

  return { balances, record, changes }
}
