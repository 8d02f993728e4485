import { type Balances, type Hypothesis, keyOfParts } from './hypothesis.ts'
import { openOf, type Scene, usedTo } from './candidates.ts'
import type { Citation, CitedHow } from './citations.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { refusalWeight } from './memory.ts'
import { nearNumber } from './near-number.ts'
import { type Payer, type PayerLevel, rankOf } from './payer-evidence.ts'
import type { Reading } from './reading.ts'
import { logChoose } from './subsets.ts'
import type { Code } from './weights.ts'

/** A piece of evidence and how much of it there is. */
export type Evidence = readonly [Code, number]

/** How much more another line of the page claims an invoice of this reading: 0..1. */
export type Rivalry = (item: IndexedInvoice) => number

export function evidenceFor(hypothesis: Hypothesis, scene: Scene, rivalry: Rivalry): Evidence[] {
  const all: Evidence[] = []
  const say = (code: Code, amount = 1) => {
    if (amount !== 0) all.push([code, amount])
  }
  numberEvidence(hypothesis, scene, say)
  payerEvidence(hypothesis, scene, say)
  amountEvidence(hypothesis, scene, say)
  if (hypothesis.scope === 'out') outEvidence(hypothesis, scene, say)
  else {
    dateEvidence(hypothesis, scene, say)
    groupEvidence(hypothesis, scene, say)
    pageEvidence(hypothesis, scene.balances, rivalry, say)
  }
  return all
}

type Say = (code: Code, amount?: number) => void

const STRONG: ReadonlySet<CitedHow> = new Set(['full', 'unpadded', 'short-year', 'swapped', 'listed', 'misread', 'order'])

function numberEvidence({ parts }: Hypothesis, { reading, balances }: Scene, say: Say): void {
  const items = new Set(parts.map((part) => part.item))
  const how = new Map<IndexedInvoice, CitedHow>()
  let othersOpen = 0
  let othersSettled = 0
  let othersWeak = 0
  for (const citation of [...reading.citations.cited, ...reading.orders]) {
    const mine = citation.invoices.filter((item) => items.has(item))
    for (const item of mine) {
      const known = how.get(item)
      if (known === undefined || ORDER.indexOf(citation.how) < ORDER.indexOf(known)) how.set(item, citation.how)
    }
    if (mine.length > 0 || overlapsMine(citation, reading.citations.cited, items)) continue
    if (!STRONG.has(citation.how)) othersWeak += citation.how === 'worded' || citation.how === 'ranged' ? 1 : 0
    else if (citation.invoices.some((item) => balances.open(item) !== 0)) othersOpen += 1
    else othersSettled += 1
  }
  const share = 1 / items.size
  let cited = 0
  for (const item of items) {
    const written = how.get(item)
    if (written !== undefined) {
      say(`number.${written}`, share)
      if (written !== 'elsewhere' && written !== 'bare') cited += 1
      continue
    }
    const near = nearNumber(reading.numberTexts, item)
    if (near !== undefined) say(`number.${near}`, share)
    else if (reading.dates.has(item.issuedAt)) say('number.date', share)
    else if (reading.dates.has(item.dueAt)) say('number.due-date', share)
  }
  if (cited > 0 && cited < items.size) say('number.part-cited', 1 - cited * share)
  if (how.size === 0 && reading.citations.cited.length === 0) say('number.none')
  say('number.others-open', Math.min(2, othersOpen))
  say('number.others-settled', Math.min(2, othersSettled))
  say('number.others-weak', Math.min(2, othersWeak))
  if (cited === 0) say('number.unknown', Math.min(1, reading.citations.unknown.length))
  if (reading.months.size > 0) {
    const inMonth = [...items].filter((item) => reading.months.has(item.month)).length
    if (inMonth > 0) say('number.month', inMonth * share)
    else if (cited === 0) say('number.other-month')
  }
}

const ORDER: readonly CitedHow[] = ['full', 'unpadded', 'listed', 'short-year', 'swapped', 'misread', 'order', 'odd', 'ranged', 'worded', 'quote', 'zeros', 'long', 'bare', 'elsewhere']

/** Another reading of the same characters is not another invoice. */
const overlapsMine = (citation: Citation, cited: readonly Citation[], items: ReadonlySet<IndexedInvoice>): boolean =>
  cited.some((other) => other !== citation && other.from < citation.to && citation.from < other.to && other.invoices.some((item) => items.has(item)))

export function weakestPayer({ parts }: Hypothesis, { payers }: Scene): { level: PayerLevel; payer: Payer | undefined } {
  let weakest: { level: PayerLevel; payer: Payer | undefined } | undefined
  for (const { item } of parts) {
    const payer = payers.byClient.get(item.invoice.clientId)
    const level = payer?.level ?? 'none'
    if (!weakest || rankOf(level) > rankOf(weakest.level)) weakest = { level, payer }
  }
  return weakest ?? { level: 'none', payer: undefined }
}

function payerEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { reading, payers, state } = scene
  const { level, payer } = weakestPayer(hypothesis, scene)
  say(`payer.${level}`)
  if (hypothesis.scope === 'payout' || hypothesis.scope === 'cheques' || hypothesis.scope === 'terminal') return
  const clientIds = new Set(hypothesis.parts.map((part) => part.item.invoice.clientId))
  if (level === 'none' || level === 'word') {
    if (reading.strangers > 0) say('payer.stranger')
    else say('payer.bare')
    if (reading.classes.has('personal')) say('payer.personal')
  } else if (reading.strangers > 0) say('payer.extra', Math.min(2, reading.strangers))
  let other: Payer | undefined
  for (const candidate of payers.byClient.values()) if (!clientIds.has(candidate.clientId) && (!other || stronger(candidate, other))) other = candidate
  if (other && rankOf(other.level) <= rankOf('most')) {
    if (!payer || rankOf(other.level) < rankOf(level) || covers(other, payer)) say('payer.other')
    else if (rankOf(other.level) === rankOf(level)) say('payer.tied')
  }
  if (payers.ibanOwner !== undefined && !clientIds.has(payers.ibanOwner)) say('payer.other-iban')
  const refused = refusalWeight(state.memory, reading.nameWords.join(' '), hypothesis.parts[0]?.item.invoice.clientId ?? '', reading.at)
  say('payer.refused', refused)
}

const stronger = (a: Payer, b: Payer): boolean => rankOf(a.level) < rankOf(b.level) || (a.level === b.level && (a.name?.weight ?? 0) > (b.name?.weight ?? 0))

/** « NOVA CONSEIL » names Nova Conseil, not Nova: the longer name explains more. */
const covers = (other: Payer, payer: Payer): boolean =>
  other.name !== undefined && payer.name !== undefined && other.level === payer.level && other.name.at.size > payer.name.at.size && [...payer.name.at].every((at) => other.name?.at.has(at))

function amountEvidence({ parts, relation, scope }: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state } = scene
  say(`amount.${relation.code}`)
  const amount = Math.abs(reading.line.amount)
  const classes = reading.classes
  if (relation.code === 'exact' && parts.length === 1) {
    const clientId = parts[0]?.item.invoice.clientId
    let same = 0
    for (const item of state.invoices.openAmounts.get(reading.line.amount) ?? []) if (item.invoice.clientId !== clientId && item.issuedAt <= reading.at + 15) same += 1
    say('amount.shared', Math.log1p(same))
    say('amount.usual', Math.log1p((state.invoices.totals.get(reading.line.amount)?.length ?? 1) - 1))
  }
  if (scope === 'single' || scope === 'sum') say('amount.round', roundness(amount))
  const partial = ['part', 'round-part', 'share', 'equal-part', 'instalment'].includes(relation.code)
  if (partial && (classes.has('deposit') || classes.has('instalment'))) say('amount.word')
  if ((relation.code === 'discount' || relation.code === 'usual-discount') && classes.has('discount')) say('amount.word')
  if ((relation.code === 'flat-penalty' || relation.code === 'interest' || relation.code === 'over') && classes.has('penalty')) say('amount.word')
  if (relation.code === 'exact' && classes.has('balance') && parts.some(({ item }) => scene.balances.open(item) !== item.invoice.total)) say('amount.word')
  if ((relation.code === 'fee' || relation.code === 'round-fee') && state.clients.get(parts[0]?.item.invoice.clientId ?? '')?.foreign) say('amount.word')
}

const roundness = (amount: number): number => (amount % 10_000 === 0 ? 1 : amount % 1_000 === 0 ? 0.6 : amount % 100 === 0 ? 0.3 : 0)

function dateEvidence({ parts, relation }: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state, balances } = scene
  const last = parts.reduce((latest, part) => (part.item.issuedAt > latest.issuedAt ? part.item : latest), parts[0]?.item as IndexedInvoice)
  const delay = reading.at - last.dueAt
  if (reading.at < last.issuedAt) say('date.early', 1 + (last.issuedAt - reading.at) / 14)
  else if (delay < -5) say('date.before-due')
  else if (delay <= 14) say('date.on-time')
  else if (delay <= 50) say('date.late')
  else if (delay <= 130) say('date.very-late')
  else say('date.ancient')
  if (relation.code === 'discount' && reading.at > last.issuedAt + (last.invoice.discount?.withinDays ?? 0) + 4) say('date.discount-over')
  const habits = state.memory.habits.get(last.invoice.clientId)
  if (habits && habits.delays >= 2 && reading.at >= last.issuedAt) {
    const away = Math.abs(delay - habits.delaySum / habits.delays)
    if (away <= 6) say('date.habit')
    else if (away > 30) say('date.off-habit')
  }
  if (parts.length > 1) return
  const open = balances.open(last)
  const older = openOf(scene, last.invoice.clientId).filter((item) => item !== last && item.issuedAt <= last.issuedAt && item.invoice.id !== last.invoice.id && balances.open(item) === open && before(item, last))
  if (older.length > 0 && relation.code === 'exact') say('date.older-first', Math.min(2, older.length))
}

const before = (a: IndexedInvoice, b: IndexedInvoice): boolean => a.issuedAt < b.issuedAt || (a.issuedAt === b.issuedAt && a.invoice.number < b.invoice.number)

function groupEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { parts, pool, scope } = hypothesis
  const { reading, state } = scene
  if (scope === 'payout') payoutEvidence(hypothesis, scene, say)
  else if (scope === 'cheques' || scope === 'terminal' || reading.kind === 'cheque' || reading.kind === 'terminal') depositEvidence(hypothesis, scene, say)
  else if (reading.kind !== 'transfer') {
    if (reading.kind === 'cash' || reading.kind === 'card' || reading.kind === 'own' || reading.kind === 'interest') say(`kind.${reading.kind}`)
  }
  const habits = state.memory.habits.get(parts[0]?.item.invoice.clientId ?? '')
  if (habits && habits.lines >= 2 && !habits.kinds.has(reading.kind)) say('kind.unlike-client')
  if (parts.length < 2) return
  say(parts.length === 2 ? 'group.two' : parts.length === 3 ? 'group.three' : parts.length === 4 ? 'group.four' : 'group.more')
  say('group.choice', logChoose(Math.max(pool, parts.length), parts.length))
  if (scope !== 'sum') return
  const clients = new Set(parts.map((part) => part.item.invoice.clientId))
  if (clients.size > 1) {
    say('group.clients')
    return
  }
  const items = new Set(parts.map((part) => part.item))
  const debts = openOf(scene, parts[0]?.item.invoice.clientId ?? '').filter((item) => item.invoice.total > 0 && item.issuedAt <= reading.at + 2)
  const positions = debts.flatMap((item, index) => (items.has(item) ? [index] : []))
  const first = positions[0] ?? 0
  const lastPosition = positions.at(-1) ?? 0
  const skipped = lastPosition - first + 1 - positions.length
  if (skipped === 0) say('group.in-row')
  else say('group.skipped', Math.min(4, skipped))
  if (positions.length === debts.length) say('group.all')
  const credits = parts.filter((part) => part.item.invoice.total < 0)
  if (credits.length > 0) {
    say('group.credit', credits.length)
    if (credits.every((credit) => parts.some((part) => part.item.invoice.id === credit.item.invoice.creditOf))) say('group.own-credit')
  }
  const issued = parts.map((part) => part.item.issuedAt)
  say('group.spread', (Math.max(...issued) - Math.min(...issued)) / 30)
}

function payoutEvidence({ parts }: Hypothesis, scene: Scene, say: Say): void {
  const share = 1 / parts.length
  for (const { item } of parts) {
    if (item.invoice.method === scene.reading.processor?.id) say('payout.method', share)
    else if (usedTo(scene, item, 'payout')) say('payout.habit', share)
    else say('payout.other', share)
  }
  say('payout.delay', (scene.reading.at - Math.max(...parts.map((part) => part.item.issuedAt))) / 7)
}

function depositEvidence({ parts }: Hypothesis, scene: Scene, say: Say): void {
  const kind = scene.reading.kind === 'cheque' ? 'cheque' : 'terminal'
  const share = 1 / parts.length
  for (const { item } of parts) say(usedTo(scene, item, kind) ? `${kind}.habit` : `${kind}.other`, share)
  if (kind === 'terminal') say('terminal.delay', Math.min(6, (scene.reading.at - Math.max(...parts.map((part) => part.item.issuedAt))) / 5))
  else if (scene.reading.cheques !== undefined) say(scene.reading.cheques === parts.length ? 'cheque.count' : 'cheque.other-count')
  else if (parts.length === 1) say('cheque.single')
}

function outEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state, balances } = scene
  if (rankOf(weakestPayer(hypothesis, scene).level) <= rankOf('part')) say('out.named')
  else if (reading.strangers > 0) say('out.stranger')
  if (reading.classes.has('reject')) say('out.rejected')
  const item = hypothesis.parts[0]?.item
  if (!item) return
  if (hypothesis.relation.code === 'reversal') {
    const key = keyOfParts(hypothesis.parts.map((part) => ({ item: part.item, settles: -part.settles })))
    const same = (state.memory.byAmount.get(-reading.line.amount) ?? []).find((lesson) => lesson.allocations.map((allocation) => `${allocation.invoiceId}:${allocation.amount}`).sort().join(',') === key)
    if (same) say('out.same-line')
    else if (balances.open(item) === 0) say('out.settled')
  }
  if (reading.at - item.issuedAt <= 60) say('out.recent')
}

function pageEvidence({ parts, leansOn }: Hypothesis, balances: Balances, rivalry: Rivalry, say: Say): void {
  let promised = 0
  let rival = 0
  for (const { item } of parts) {
    if (leansOn === undefined) promised = Math.max(promised, balances.promised(item))
    rival = Math.max(rival, rivalry(item))
  }
  if (promised > 0.02) say('page.promised', Math.log(1 - Math.min(0.98, promised)))
  if (leansOn !== undefined) say('page.leans', Math.log(Math.max(0.02, leansOn)))
  if (rival > 0.02) say('page.rival', rival)
}

/** What speaks for the line paying no invoice at all. */
export function evidenceForNothing(scene: Scene): Evidence[] {
  const { reading, payers } = scene
  const all: Evidence[] = []
  const say = (code: Code, amount = 1) => all.push([code, amount])
  if (reading.line.amount < 0) {
    say('nothing.out')
    return all
  }
  say('nothing.base')
  say(`nothing.${reading.kind}`)
  const { classes } = reading
  for (const [wordClass, code] of WORD_CODES) if (classes.has(wordClass)) say(code)
  if (payers.nobody && payers.nobody.share >= 0.8) {
    if (payers.nobody.shared === 1) say('nothing.known', Math.log1p(payers.nobody.times))
    else say('nothing.known-name')
  }
  const best = [...payers.byClient.values()].reduce((level, payer) => Math.min(level, rankOf(payer.level)), rankOf('none'))
  if (best <= rankOf('most')) say('nothing.client')
  else if (reading.strangers > 0) say('nothing.stranger')
  else say('nothing.bare')
  const settled = reading.citations.cited.filter((citation) => STRONG.has(citation.how) && citation.invoices.every((item) => scene.balances.open(item) === 0))
  if (settled.length > 0) say('nothing.cites-settled')
  if (paidBefore(scene) !== undefined) say('nothing.twice')
  if (reading.citations.unknown.length > 0) say('nothing.cites-unknown')
  say('nothing.round', roundness(reading.line.amount))
  return all
}

const WORD_CODES = [
  ['refund', 'nothing.refund'], ['social', 'nothing.social'], ['salary', 'nothing.salary'], ['loan', 'nothing.loan'], ['personal', 'nothing.personal'], ['own', 'nothing.own-words'],
  ['invoice', 'nothing.invoice-word'], ['payment', 'nothing.payment-word'], ['business', 'nothing.business'], ['treasury', 'nothing.treasury'],
] as const

/** A settled invoice of exactly this amount, that the line cites or whose client it names: paid twice? */
export function paidBefore({ reading, payers, state, balances }: Scene): IndexedInvoice | undefined {
  const cited = new Set(reading.citations.cited.flatMap((citation) => (STRONG.has(citation.how) || citation.how === 'worded' ? citation.invoices : [])))
  for (const item of state.invoices.totals.get(reading.line.amount) ?? []) {
    if (balances.open(item) !== 0 || item.issuedAt > reading.at || item.issuedAt < reading.at - 240) continue
    if (cited.has(item)) return item
    const payer = payers.byClient.get(item.invoice.clientId)
    if (payer && rankOf(payer.level) <= rankOf('most') && reading.citations.cited.length === 0) return item
  }
  return undefined
}

export type { Reading }
