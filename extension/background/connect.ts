import { readPairingCode } from '@tabellion/shared/exchange'
import type { Answers, ConnectProblem } from '../answers.ts'
import { importKey, type Link, messageOf } from '../ledger/client.ts'
import type { SheetRow } from '../store/rows.ts'
import { isQuota } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { log } from './log.ts'
import { post } from './post.ts'
import { synchronise } from './pull.ts'

/** The code as pasted: the sheet is asked who it is before anything is kept. */
export async function connect(desk: Desk, pasted: string): Promise<Answers['connect']> {
  const read = readPairingCode(pasted)
  if (!read.ok) return { problem: read.problem.code }
  const { kid, secret, url } = read.value
  if (url === undefined) return { problem: 'pairing-code-address' }
  const key = await importKey(secret)
  const greeted = await greet(desk, { url, kid, key, now: desk.now })
  if (typeof greeted !== 'object') return { problem: greeted }
  const sheet: SheetRow = { key: 'sheet', url, kid, secret: key, file: greeted.file, pairedAt: desk.now() }
  try {
    await desk.store.write(async () => {
      // Another sheet's invoices are none of this one's; what was decided for it cannot be sent there.
      const before = await desk.store.sheet.get('sheet')
      if (before?.kid !== kid) await Promise.all([desk.store.ledger.clear(), desk.store.outbox.clear()])
      await desk.store.sheet.put(sheet)
    })
  } catch (error) {
    if (isQuota(error)) return { problem: 'quota' }
    throw error
  }
  await log(desk, { kind: 'connected', file: greeted.file })
  await synchronise(desk, true)
  return { connected: true, file: greeted.file }
}

async function greet(desk: Desk, link: Link): Promise<{ readonly file: string } | ConnectProblem> {
  const hello = messageOf(desk.newId(), 'hello', { browser: desk.browserName, version: desk.version })
  const delivery = await post(desk, link, hello)
  if (delivery.kind === 'refused') return delivery.code
  if (delivery.kind !== 'answered') return delivery.kind
  if (delivery.answer.status !== 'done') return 'sheet-refused'
  return { file: delivery.answer.result.file }
}

/** The key is forgotten here; in the sheet it is revoked by *Navigateurs connectés*. Bank lines stay, until they are erased. */
export async function disconnect(desk: Desk): Promise<Answers['disconnect']> {
  const { store } = desk
  const sheet = await store.sheet.get('sheet')
  await store.write(() =>
    Promise.all([store.sheet.clear(), store.ledger.clear(), store.outbox.clear(), store.standing.clear()]),
  )
  if (sheet) await log(desk, { kind: 'disconnected', file: sheet.file })
  desk.tellChanged()
  return { disconnected: true }
}
