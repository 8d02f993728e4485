import type { Decided, Refused } from '../answers.ts'
import { isQuota } from '../store/store.ts'
import { eraseAll, exportAll } from '../store/whole.ts'
import { refusals } from '../words/refusals.ts'
import { prepareBlock, takeBlock } from './by-block.ts'
import { cardOf, toMatch } from './cards.ts'
import { connect, disconnect } from './connect.ts'
import { decide } from './decide.ts'
import { deliver } from './deliver.ts'
import type { Desk } from './desk.ts'
import type { Handlers, Sender } from './handlers.ts'
import { keepLines } from './keep-lines.ts'
import { log } from './log.ts'
import { forgetName, keepName, learntNames } from './names.ts'
import { openInvoices, overviewNow } from './overview.ts'
import { addressOf } from './page/where.ts'
import { synchronise } from './pull.ts'
import { marksOf, readRows } from './read-rows.ts'
import { viewNow } from './seen.ts'
import { settleQuestion, undo } from './take-back.ts'
import { issueToken, lineOfToken, openToken } from './tokens.ts'

const late: Refused = { refused: 'token', text: refusals.token }
const orQuota = (error: unknown): Refused => {
  if (isQuota(error)) return { refused: 'quota', text: refusals.quota }
  throw error
}
const NOTHING = { cards: [], done: [], others: [] } as const

/** What the worker answers; the pages of banks and their permissions are in page/handlers.ts. */
export function ownHandlers(desk: Desk) {
  /** A frame decides about the one line it was opened for. */
  const mayDecide = async (token: string | undefined, sender: Sender, line: string | undefined): Promise<boolean> =>
    token === undefined || (line !== undefined && (await lineOfToken(token, sender)) === line)
  const lineDecided = async (decision: string): Promise<string | undefined> =>
    (await desk.store.decisions.get(decision))?.line
  const sendSoon = (): void => void deliver(desk)

  return {
    'page-read': async (asked, sender) => {
      const address = addressOf(sender)
      return address === undefined ? { marks: [] } : readRows(desk, asked, new URL(address).origin)
    },
    'page-marks': async ({ lines }) => marksOf(desk, lines),
    'mark-clicked': async ({ line }, { tab }) => {
      const view = await viewNow(desk)
      if (tab?.id === undefined || !view?.lines.has(line))
        return { refused: 'unknown-line', text: refusals.unknownLine }
      return { token: await issueToken(tab.id, line) }
    },
    'frame-open': async ({ token }, sender) => {
      const line = await openToken(token, sender)
      const view = line === undefined ? undefined : await viewNow(desk)
      return (view && line !== undefined && cardOf(view, line)) || late
    },
    decide: async ({ choices, token }, sender): Promise<Decided | Refused> => {
      for (const { line } of choices) if (!(await mayDecide(token, sender, line))) return late
      const decided = await decide(desk, choices)
      sendSoon()
      return decided
    },
    undo: async ({ decision, token }, sender) => {
      if (!(await mayDecide(token, sender, await lineDecided(decision)))) return late
      const undone = await undo(desk, decision)
      sendSoon()
      return undone
    },
    settle: async ({ decision, verdict, token }, sender) => {
      if (!(await mayDecide(token, sender, await lineDecided(decision)))) return late
      const settled = await settleQuestion(desk, decision, verdict)
      sendSoon()
      return settled
    },
    'open-invoices': async ({ token }, sender) => {
      if (token !== undefined && (await lineOfToken(token, sender)) === undefined) return []
      const view = await viewNow(desk)
      return view ? openInvoices(view, desk.today()) : []
    },
    overview: () => overviewNow(desk),
    'to-match': async () => {
      const view = await viewNow(desk)
      return view ? toMatch(view, desk.now()) : NOTHING
    },
    connect: ({ code }) => connect(desk, code),
    disconnect: () => disconnect(desk),
    'prepare-block': () => prepareBlock(desk),
    'take-block': ({ block }) => takeBlock(desk, block),
    sync: async ({ patience = false }) => {
      await synchronise(desk, patience)
      return overviewNow(desk)
    },
    'import-lines': async ({ file, format, lines, last }) => {
      const from = { source: `file:${format}`, account: `file:${format}`, name: file }
      const added = await keepLines(desk, lines, from).catch(orQuota)
      if (typeof added === 'object') return { read: 0, added: 0, refused: added }
      await log(desk, { kind: 'file-read', file, rows: lines.length, added })
      if (!last) return { read: lines.length, added }
      const view = await viewNow(desk)
      desk.tellChanged()
      const found = new Set(view ? toMatch(view, desk.now()).cards.map(({ line }) => line.id) : [])
      return { read: lines.length, added, toMatch: found.size }
    },
    learnt: () => learntNames(desk),
    forget: async ({ id }) => {
      const forgotten = await forgetName(desk, id)
      sendSoon()
      return forgotten
    },
    'keep-name': async ({ id }) => {
      const kept = await keepName(desk, id)
      sendSoon()
      return kept
    },
    banks: () => desk.store.banks.toArray(),
    'privacy-log': () => desk.store.log.orderBy('id').reverse().limit(500).toArray(),
    export: async () => {
      const json = await exportAll(desk.store, desk.now())
      await log(desk, { kind: 'exported' })
      return { json }
    },
    erase: async () => {
      await eraseAll(desk.store)
      await chrome.storage.session.clear()
      desk.tellChanged()
      return { erased: true }
    },
  } satisfies Partial<Handlers>
}
