import type { View } from '../ledger/view.ts'
import { viewOf } from '../ledger/view.ts'
import type { Desk } from './desk.ts'

/** Lost with the worker, and made again: it says nothing that the tables do not. */
let last: { readonly generation: number; readonly today: string; readonly view: View } | undefined

/** How everything stands now; undefined before the first pull. */
export async function viewNow(desk: Desk): Promise<View | undefined> {
  const { store } = desk
  const today = desk.today()
  const { generation } = store
  if (last?.generation === generation && last.today === today) return last.view
  const [ledger, transactions, decisions, aliases] = await store.transaction('r', store.tables, () =>
    Promise.all([
      store.ledger.get('pulled'),
      store.transactions.toArray(),
      store.decisions.orderBy('id').toArray(),
      store.aliases.toArray(),
    ]),
  )
  if (!ledger) return undefined
  const view = viewOf({ pulled: ledger.pulled, transactions, decisions, aliases }, today)
  last = { generation, today, view }
  return view
}
