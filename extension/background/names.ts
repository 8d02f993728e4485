import { nameWords } from '@tabellion/shared/matching'
import type { Answers } from '../answers.ts'

import type { Desk } from './desk.ts'
import { enqueue } from './outbox.ts'
import { viewNow } from './seen.ts'

/** What confirmations taught of who pays: counted from them, kept nowhere else. */
export async function learntNames(desk: Desk): Promise<Answers['learnt']> {
  const view = await viewNow(desk)
  if (!view) return []
  const clients = new Map(view.kept.pulled.clients.map((client) => [client.id, client]))
  return view.matcher.learnt().flatMap(({ id, kind, text, payers }) => {
    const named = payers.flatMap(({ clientId, times }) => {
      const client = clients.get(clientId ?? '')
      return client ? [{ client, times }] : []
    })
    if (named.length === 0) return []
    const inSheet = named.every(({ client }) =>
      (client.bankNames ?? []).some((name) => nameWords(name) === nameWords(text)),
    )
    return [{ id, kind, text, clients: named.map(({ client, times }) => ({ name: client.name, times })), inSheet }]
  })
}

/** It counts no more; where the sheet has the name for a client, the sheet hears that it is not theirs. */
export async function forgetName(desk: Desk, id: string): Promise<Answers['forget']> {
  const known = (await learntNames(desk)).find((name) => name.id === id)
  if (!known) return { forgotten: false }
  await desk.wakeAt(desk.now())
  await desk.store.write(async () => {
    await desk.store.aliases.put({ id, verdict: 'forgotten', at: desk.now() })
    if (known.kind === 'name' && known.inSheet) await tell(desk, known, 'is-not')
  })
  desk.tellChanged()
  return { forgotten: true }
}

/** *Noms en banque* gets it, for all browsers and for the sheet's own matching. */
export async function keepName(desk: Desk, id: string): Promise<Answers['keep-name']> {
  const known = (await learntNames(desk)).find((name) => name.id === id)
  if (known?.kind !== 'name' || known.inSheet) return { kept: false }
  await desk.wakeAt(desk.now())
  await desk.store.write(() => tell(desk, known, 'is'))
  desk.tellChanged()
  return { kept: true }
}

async function tell(desk: Desk, { text, clients }: Answers['learnt'][number], verdict: 'is' | 'is-not'): Promise<void> {
  for (const { name } of clients)
    await enqueue(desk, desk.newId(), 'learn', { client: name, name: text.slice(0, 140), verdict })
}
