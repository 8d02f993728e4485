/**
 * What the extension's parts ask the service worker: the popup, the options, the frame on the bank's page and the content script.
 * Each ask is checked on arrival, and against who may ask it; answers (`answers.ts`) need no check, since only the worker gives them.
 * Content scripts import the types alone: the schemas stay in the worker.
 */
import { type Day, day as dayFrom, parseDay } from '@tabellion/shared/calendar'
import { type Cents, cents as centsFrom } from '@tabellion/shared/money'
import * as v from 'valibot'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const lineId = v.pipe(v.string(), v.regex(/^[\w.:-]{1,80}$/))
const day = v.pipe(
  v.string(),
  v.check((value) => parseDay(value) !== undefined),
  v.transform((value): Day => dayFrom(value)),
)
const cents = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((value): Cents => centsFrom(value)),
)
const notNegative = v.pipe(
  cents,
  v.check((value) => value >= 0),
)
const ulid = v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))
/** 128 bits of chance, in hexadecimal. */
const token = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** `https://banque.example`, without path. */
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[\w.:-]{1,253}$/))
const bound = <Schema extends v.GenericSchema>(item: Schema, most: number) => v.pipe(v.array(item), v.maxLength(most))

/** `Guide`: see reader/guide.ts. */
const selector = text(1_000)
export const guide = v.strictObject({
  rows: selector,
  pending: v.exactOptional(selector),
  date: v.exactOptional(selector),
  label: v.exactOptional(selector),
  amount: v.exactOptional(selector),
  isLearnt: v.exactOptional(v.boolean()),
})

/** `PageFacts` as they come through the wire: see reader/facts.ts. */
const row = v.strictObject({
  date: v.optional(day),
  valueDate: v.optional(day),
  cents: notNegative,
  currency: v.optional(text(8)),
  sign: v.optional(v.picklist([-1, 1])),
  texts: bound(text(2_000), 60),
  isPending: v.boolean(),
  key: v.optional(text(300)),
})

// ── From the content script ──

/**
 * All rows known of the list so far (`accumulate`), again whenever they changed. Answered by a `Mark` for each row, in their order.
 * The worker takes the place from the browser's word for the sender, never from the message.
 */
const pageRead = v.strictObject({
  ask: v.literal('page-read'),
  state: v.picklist(['rows', 'empty', 'unreadable', 'none']),
  rows: bound(row, 5_000),
  assumedDebitLeft: v.boolean(),
})
/** What became of lines already read, after a `changed` of the worker's. */
const pageMarks = v.strictObject({ ask: v.literal('page-marks'), lines: bound(lineId, 5_000) })
/** A trusted click on a mark. Answered by a token, that opens the proposal once, in a frame of this tab, within a minute. */
const markClicked = v.strictObject({ ask: v.literal('mark-clicked'), line: lineId })
/** The page as it could be learnt: what the reader's profile of it says. */
const pageLearnt = v.strictObject({ ask: v.literal('page-learnt'), guide })
/** The reader has been put into a page: the day, and what is known of such pages. */
const pageOpen = v.strictObject({ ask: v.literal('page-open') })
/** There is a list: what gathers and marks its rows is wanted there. */
const pageFollow = v.strictObject({ ask: v.literal('page-follow') })

// ── From the frame: each with its token ──

const frameOpen = v.strictObject({ ask: v.literal('frame-open'), token })

// ── From the popup and the options; those of a frame carry its token ──

const allocation = v.strictObject({
  number: text(40),
  amountCents: cents,
  /** What was left to pay when the person saw it. */
  openCents: cents,
})
/** The very offer that was shown, or what was put together by hand. The reasons are worked out again by the worker. */
const confirm = v.strictObject({
  do: v.literal('confirm'),
  line: lineId,
  allocations: v.pipe(bound(allocation, 40), v.minLength(1)),
  feeCents: v.exactOptional(notNegative),
})
const ignore = v.strictObject({ do: v.literal('ignore'), line: lineId })
const choice = v.variant('do', [confirm, ignore])

/** Recorded locally first, all or none, and sent when possible. */
const decide = v.strictObject({
  ask: v.literal('decide'),
  choices: v.pipe(bound(choice, 500), v.minLength(1)),
  token: v.exactOptional(token),
})
const undo = v.strictObject({ ask: v.literal('undo'), decision: ulid, token: v.exactOptional(token) })
/** The sheet asked back: send it again with this accepted, or give it up. */
const settle = v.strictObject({
  ask: v.literal('settle'),
  decision: ulid,
  verdict: v.picklist(['accept', 'drop']),
  token: v.exactOptional(token),
})
/** Open invoices to choose from, for *Autre facture…*. */
const openInvoices = v.strictObject({ ask: v.literal('open-invoices'), token: v.exactOptional(token) })

const overview = v.strictObject({ ask: v.literal('overview') })
const toMatch = v.strictObject({ ask: v.literal('to-match') })
const connect = v.strictObject({ ask: v.literal('connect'), code: text(4_000) })
const disconnect = v.strictObject({ ask: v.literal('disconnect') })
/** What waits, as a block to be carried to the sheet by hand; and the block of answers that it gave. */
const prepareBlock = v.strictObject({ ask: v.literal('prepare-block') })
const takeBlock = v.strictObject({ ask: v.literal('take-block'), block: text(4_000_000) })
/** Sends what waits and pulls. `patience`: a person asked, so that waiting times are forgotten. */
const sync = v.strictObject({ ask: v.literal('sync'), patience: v.exactOptional(v.boolean()) })
/** Reads the tab through activeTab: the popup asks as it opens. */
const readTab = v.strictObject({ ask: v.literal('read-tab'), tab: v.pipe(v.number(), v.safeInteger()) })

/** *Apprendre cette page*: three clicks in the tab, which the popup leaves to itself. */
const learnTab = v.strictObject({ ask: v.literal('learn-tab'), tab: v.pipe(v.number(), v.safeInteger()) })
/** The structure of the page without its words and figures, to be looked at and then saved by the user. */
const copyTab = v.strictObject({ ask: v.literal('copy-tab'), tab: v.pipe(v.number(), v.safeInteger()) })
/** The text that the user has selected in the page, to be read like a pasted one. */
const selectionOf = v.strictObject({ ask: v.literal('selection'), tab: v.pipe(v.number(), v.safeInteger()) })

/** One line of a file, understood by the page that has the file (`transactionsOf`). */
const fileLine = v.strictObject({
  id: lineId,
  date: day,
  valueDate: v.exactOptional(day),
  amountCents: cents,
  currency: text(8),
  label: text(4_000),
  counterparty: v.exactOptional(text(500)),
  iban: v.exactOptional(text(60)),
  reference: v.exactOptional(text(500)),
  account: v.exactOptional(text(100)),
})
/** Comes in parts, in order; lines that are known change nothing. `last`: then all is matched. */
const importLines = v.strictObject({
  ask: v.literal('import-lines'),
  file: text(200),
  format: text(20),
  lines: bound(fileLine, 2_000),
  last: v.boolean(),
})

const banks = v.strictObject({ ask: v.literal('banks') })
/** Permission is asked by the page that has the gesture; the worker then registers its script. */
const alwaysOn = v.strictObject({
  ask: v.literal('always-on'),
  origin,
  /** Origins of the frames that hold the list. */
  frames: bound(origin, 10),
})
const alwaysOff = v.strictObject({ ask: v.literal('always-off'), origin })
/** The pages that were learnt, each as the file that another browser takes in. */
const learntPages = v.strictObject({ ask: v.literal('learnt-pages') })
const takePage = v.strictObject({ ask: v.literal('take-page'), file: text(20_000) })
const forgetPage = v.strictObject({ ask: v.literal('forget-page'), place: text(600) })

const learnt = v.strictObject({ ask: v.literal('learnt') })
const forget = v.strictObject({ ask: v.literal('forget'), id: text(300) })
/** Writes a learnt name in *Noms en banque*. */
const keepName = v.strictObject({ ask: v.literal('keep-name'), id: text(300) })
const privacyLog = v.strictObject({ ask: v.literal('privacy-log') })
const exportAll = v.strictObject({ ask: v.literal('export') })
const eraseAll = v.strictObject({ ask: v.literal('erase') })

const asks = {
  /** May be asked by a script in the bank's page. */
  page: [pageRead, pageMarks, markClicked, pageLearnt, pageOpen, pageFollow],
  /** By a frame in the bank's page: only with the token it was opened by. */
  frame: [frameOpen, decide, undo, settle, openInvoices],
  /** By the popup, the options and the first-run page. */
  own: [
    ...[
      overview,
      toMatch,
      openInvoices,
      connect,
      disconnect,
      prepareBlock,
      takeBlock,
      sync,
      readTab,
      learnTab,
      copyTab,
      selectionOf,
    ],
    ...[importLines, decide, undo, settle],
    ...[
      banks,
      alwaysOn,
      alwaysOff,
      learntPages,
      takePage,
      forgetPage,
      learnt,
      forget,
      keepName,
      privacyLog,
      exportAll,
      eraseAll,
    ],
  ],
} as const

/** Who asks, told by the browser. */
export type Asker = keyof typeof asks

const schemas = {
  page: v.variant('ask', [...asks.page]),
  frame: v.variant('ask', [...asks.frame]),
  own: v.variant('ask', [...asks.own]),
} as const

/** As it is written by who asks… */
export type Ask = v.InferInput<(typeof schemas)[Asker]>
export type AskOf<Name extends Ask['ask']> = Extract<Ask, { ask: Name }>
/** …and as the worker reads it. */
export type Asked = v.InferOutput<(typeof schemas)[Asker]>
export type AskedOf<Name extends Ask['ask']> = Extract<Asked, { ask: Name }>
export type Choice = v.InferOutput<typeof choice>
export type FileLine = v.InferOutput<typeof fileLine>

/** Undefined when it is no ask, or not one that this asker may make. */
export function readAsk(asker: Asker, message: unknown): Asked | undefined {
  const read = v.safeParse(schemas[asker], message)
  return read.success ? read.output : undefined
}
