/** The service worker: listeners are registered at the top level and no state is kept in memory, since it may be stopped at any time. */
import type { Answers } from '../answers.ts'
import { isChanged } from '../changed.ts'
import { type Asked, readAsk } from '../messages.ts'
import { askerOf } from './asker.ts'
import { showBadge } from './badge.ts'
import { browserDesk, PULL, WAKE } from './browser-desk.ts'
import { deliver } from './deliver.ts'
import type { Handlers, Sender } from './handlers.ts'
import { overviewNow } from './overview.ts'
import { ownHandlers } from './own-handlers.ts'
import { pageHandlers } from './page/handlers.ts'
import { permissionGiven, readAgain, reconcile } from './page/registered.ts'
import { synchronise } from './pull.ts'

const desk = browserDesk(() => void refreshBadge())
const handlers: Handlers = { ...ownHandlers(desk), ...pageHandlers(desk) }

const refreshBadge = async (): Promise<void> => showBadge(await overviewNow(desk))

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (isChanged(message)) return
  const asker = askerOf(sender)
  const asked = asker && readAsk(asker, message)
  // A frame says with each ask by which token it was opened.
  if (!asked || (asker === 'frame' && !('token' in asked))) return
  // Who asked is told at once that nothing came of it; the error itself stays in the console of the worker.
  void answerTo(asked, sender).then(answer, (error) => {
    answer()
    throw error
  })
  return true
})

async function answerTo<Name extends Asked['ask']>(
  asked: Extract<Asked, { ask: Name }>,
  sender: Sender,
): Promise<Answers[Name] | undefined> {
  const handler: Handlers[Name] = handlers[asked.ask]
  return handler(asked, sender)
}

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === WAKE) void deliver(desk)
  if (name === PULL) void synchronise(desk, false)
})

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('tabs/welcome.html') })
  void chrome.alarms.create(PULL, { periodInMinutes: 60 })
  void refreshBadge()
  // A new version's script may have another content.
  void readAgain(desk)
})
// Taken back in the browser's own settings, or given there.
chrome.permissions.onRemoved.addListener(() => void reconcile(desk))
chrome.permissions.onAdded.addListener(() => void permissionGiven(desk))
chrome.runtime.onStartup.addListener(() => void synchronise(desk, false))

// Whatever woke the worker: what waits goes out.
void deliver(desk)
