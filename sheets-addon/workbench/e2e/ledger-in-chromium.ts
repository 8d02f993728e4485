import { afterAll, beforeAll } from 'vitest'
import { ledgerScript } from './ledger-script.ts'
import { preparedState } from './prepared-state.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

/** A ledger of that many rows in the workbench, open for the whole file. */
export function ledgerInChromium(rows: number): () => Tried {
  let tried: Tried
  beforeAll(async () => {
    tried = await tryWorkbench(ledgerScript, preparedState(ledgerScript, rows))
  })
  afterAll(() => tried?.close())
  return () => tried
}
