import { readPairingCode } from '@tabellion/shared/exchange'
import type { Answers, ConnectProblem } from '../answers.ts'
import { importKey, type Link, messageOf } from '../ledger/client.ts'
import type { SheetRow } from '../store/rows.ts'
import { isQuota } from '../store/store.ts'
import { words } from '../words/ui.ts'
import type { Desk } from './desk.ts'
import { log } from './log.ts'
import { enqueue } from './outbox.ts'
import { post } from './post.ts'
import { synchronise } from './pull.ts'

/** The code as pasted: the sheet is asked who it is before anything is kept. */
export async function connect(desk: Desk, pasted: string): Promise<Answers['connect']> {
  const read = readPairingCode(pasted)
  if (!read.ok) return { problem: read.problem.code }
  const { kid, secret, url } = read.value
  const key = await importKey(secret)
  // The first block says hello, and the sheet's answer its name.
  if (url === undefined)
    return keep(desk, { key: 'sheet', kid, secret: key, file: words.byHandFile, pairedAt: desk.now() })
  const greeted = await greet(desk, { url, kid, key, now: desk.now })
  if (typeof greeted !== 'object') return { problem: greeted }
  const sheet: SheetRow = { key: 'sheet', url, kid, secret: key, file: greeted.file, pairedAt: desk.now() }
  const kept = await keep(desk, sheet)
  if ('connected' in kept) await synchronise(desk, true)
  return kept
}

/** Another sheet's invoices are none of this one's; what was decided for it cannot be sent there. */
async function keep(desk: Desk, sheet: SheetRow): Promise<Answers['connect']> {
  const { file, kid } = sheet
  try {
    await desk.store.write(async () => {
      const before = await desk.store.sheet.get('sheet')
      if (before?.kid !== kid) await Promise.all([desk.store.ledger.clear(), desk.store.outbox.clear()])
      await desk.store.sheet.put(sheet)
      if (sheet.url === undefined) await enqueue(desk, desk.newId(), 'hello', helloOf(desk))
    })
  } catch (error) {
    if (isQuota(error)) return { problem: 'quota' }
    throw error
  }
  await log(desk, { kind: 'connected', file })
  desk.tellChanged()
  return { connected: true, file }
}

const helloOf = ({ browserName, version }: Desk) => ({ browser: browserName, version })

async function greet(desk: Desk, link: Link): Promise<{ readonly file: string } | ConnectProblem> {
  const hello = messageOf(desk.newId(), 'hello', helloOf(desk))
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
