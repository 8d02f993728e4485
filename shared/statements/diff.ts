import { earliest, latest, ordinal } from '@tabellion/shared/calendar'
import { plainCapitals } from './label/clean.ts'
import type { Transaction } from './statement.ts'

/** What is compared: a transaction as it was stored, or as it has just been read. */
export type Comparable = Pick<Transaction, 'id' | 'date' | 'amountCents' | 'currency' | 'label' | 'pending'> &
  Partial<Pick<Transaction, 'operationDate' | 'bookedOn' | 'account' | 'bankId'>>

export type SameBecause = 'id' | 'bank-id' | 'label' | 'fuller-label' | 'only-candidate'

export interface Diff<Known extends Comparable, Read extends Comparable> {
  readonly same: readonly { readonly known: Known; readonly read: Read; readonly because: SameBecause }[]
  /** The user has to say: the amount agrees, the text or the day does not quite. */
  readonly maybeSame: readonly { readonly read: Read; readonly candidates: readonly Known[] }[]
  readonly new: readonly Read[]
  /** Known, within the days now read, and not there any more (a card authorisation that lapsed, a row cancelled). */
  readonly gone: readonly Known[]
}

/**
 * Compares what is known with what has just been read, from a page or any file. One known transaction answers for one row at
 * most, so twins stay two; rows that nothing but their rank tells apart are paired in order; nothing doubtful is merged.
 */
export function diff<Known extends Comparable, Read extends Comparable>(
  known: readonly Known[],
  read: readonly Read[],
): Diff<Known, Read> {
  const same: { known: Known; read: Read; because: SameBecause }[] = []
  const openKnown = new Set(known)
  const openRead = new Set(read)
  const pair = (one: Known, other: Read, because: SameBecause): void => {
    same.push({ known: one, read: other, because })
    openKnown.delete(one)
    openRead.delete(other)
  }
  const byId = new Map(known.map((one) => [one.id, one]))
  for (const other of read) {
    const one = byId.get(other.id)
    if (one !== undefined && openKnown.has(one)) pair(one, other, 'id')
  }
  for (const [one, other] of sameBankId(openKnown, openRead)) pair(one, other, 'bank-id')

  const maybeSame: { read: Read; candidates: readonly Known[] }[] = []
  for (const group of groupsByAmount(openKnown, openRead)) {
    for (const [relation, because] of TIERS) {
      for (const [one, other] of clearPairs(group, relation)) pair(one.row, other.row, because)
      group.known = group.known.filter(({ row }) => openKnown.has(row))
      group.read = group.read.filter(({ row }) => openRead.has(row))
    }
    for (const other of group.read) {
      const candidates = group.known.filter((one) => relationOf(one, other) !== undefined).map(({ row }) => row)
      if (candidates.length > 0) maybeSame.push({ read: other.row, candidates })
    }
  }
  for (const { read: doubtful } of maybeSame) openRead.delete(doubtful)
  const doubted = new Set(maybeSame.flatMap(({ candidates }) => candidates))
  const isWithin = windowsOf(read)
  const gone = [...openKnown].filter((one) => !doubted.has(one) && isWithin(one))
  return { same, maybeSame, new: [...openRead], gone }
}

/** Strongest first. `silent`: one of the two says nothing but how the money moved. */
type Relation = 'equal' | 'fuller' | 'silent' | 'doubtful'
const TIERS = [
  ['equal', 'label'],
  ['fuller', 'fuller-label'],
  ['silent', 'only-candidate'],
] as const

/** A row with what is compared of it, worked out once. */
interface Compared<Row extends Comparable> {
  readonly row: Row
  readonly days: readonly number[]
  readonly words: string
}
interface Group<Known extends Comparable, Read extends Comparable> {
  known: Compared<Known>[]
  read: Compared<Read>[]
}

/** A pending row is booked within so many days. */
const BOOKING_DAYS = 10
/** Banks date one booking differently on the page and in the file. */
const DATING_DAYS = 3

/** Bank ids prove only where each stands once on either side: some banks write the same one on every row. */
function sameBankId<Known extends Comparable, Read extends Comparable>(
  known: Iterable<Known>,
  read: Iterable<Read>,
): [Known, Read][] {
  const others = onceByBankId(read)
  const pairs: [Known, Read][] = []
  for (const [key, one] of onceByBankId(known)) {
    const other = others.get(key)
    if (one !== undefined && other !== undefined && nearness(daysOf(one), daysOf(other)) <= BOOKING_DAYS)
      pairs.push([one, other])
  }
  return pairs
}

function onceByBankId<Row extends Comparable>(rows: Iterable<Row>): Map<string, Row | undefined> {
  const found = new Map<string, Row | undefined>()
  for (const row of rows) {
    if (row.bankId === undefined) continue
    const key = `${row.bankId} ${row.amountCents} ${row.currency}`
    found.set(key, found.has(key) ? undefined : row)
  }
  return found
}

function groupsByAmount<Known extends Comparable, Read extends Comparable>(
  known: Iterable<Known>,
  read: Iterable<Read>,
): Iterable<Group<Known, Read>> {
  const groups = new Map<string, Group<Known, Read>>()
  for (const row of read) {
    const key = `${row.amountCents} ${row.currency}`
    const group = groups.get(key) ?? { known: [], read: [] }
    group.read.push(compared(row))
    groups.set(key, group)
  }
  for (const row of known) groups.get(`${row.amountCents} ${row.currency}`)?.known.push(compared(row))
  return groups.values()
}

/** Pairs of that relation that exclude each other's rivals: alone on both sides, or as many on one side as on the other. */
function clearPairs<Known extends Comparable, Read extends Comparable>(
  { known, read }: Group<Known, Read>,
  relation: Relation,
): [Compared<Known>, Compared<Read>][] {
  const pairs: [Compared<Known>, Compared<Read>][] = []
  const taken = new Set<Compared<Comparable>>()
  for (const one of known) {
    if (taken.has(one)) continue
    const others = read.filter((other) => !taken.has(other) && relationOf(one, other) === relation)
    const first = others[0]
    if (first === undefined) continue
    const rivals = known.filter((rival) => !taken.has(rival) && relationOf(rival, first) === relation)
    const interchangeable =
      rivals.length === others.length &&
      rivals.every((rival) => others.every((other) => relationOf(rival, other) === relation))
    if (!interchangeable && relation !== 'equal') continue
    rivals.slice(0, others.length).forEach((rival, rank) => {
      const other = others[rank]
      if (other === undefined) return
      pairs.push([rival, other])
      taken.add(rival).add(other)
    })
  }
  return pairs
}

/** How two rows of one amount may be the same; undefined: they are not. */
function relationOf(known: Compared<Comparable>, read: Compared<Comparable>): Relation | undefined {
  const isSettling = known.row.pending && !read.row.pending
  const days = nearness(known.days, read.days)
  if (days > (isSettling ? BOOKING_DAYS : DATING_DAYS)) return undefined
  if (!accountsAgree(known.row.account, read.row.account)) return undefined
  const isNear = days === 0 || isSettling
  if (known.words === read.words) return known.words === '' ? 'silent' : isNear ? 'equal' : 'doubtful'
  if (known.words === '' || read.words === '') return 'silent'
  if (saysAll(known.words, read.words) || saysAll(read.words, known.words))
    return days <= 1 || isSettling ? 'fuller' : 'doubtful'
  return isNear ? 'doubtful' : undefined
}

const compared = <Row extends Comparable>(row: Row): Compared<Row> => ({
  row,
  days: daysOf(row),
  words: saying(row.label),
})
const daysOf = (row: Comparable): number[] => {
  const days = [row.date, row.bookedOn, row.operationDate].filter((day) => day !== undefined)
  return [...new Set(days)].map(ordinal)
}

/** Days between the closest of their dates. */
function nearness(one: readonly number[], other: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const a of one) for (const b of other) least = Math.min(least, Math.abs(a - b))
  return least
}

/** Masked and short forms (`****0042`) agree with the whole number; an unknown account with any. */
function accountsAgree(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true
  const a = one.replace(/[^\dA-Za-z]/g, '')
  const b = other.replace(/[^\dA-Za-z]/g, '')
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a)))
}

/** Words that say how money moved and not whose it is; a row that has only these is re-booked later with the name. */
const BOILERPLATE = new Set(
  (
    'VIR VIRT VIREMENT VIREMENTS SEPA INST INSTANTANE INSTANTANEE RECU RECUE EMIS CREDIT DEBIT DE DU LE LA EN VOTRE FAVEUR POUR ' +
    'PRLV PRELEVEMENT CB CARTE PAIEMENT ACHAT PAR OPERATION COURS ATTENTE AUTORISATION MOTIF REF REFERENCE NOTPROVIDED'
  ).split(' '),
)
const saying = (label: string): string =>
  plainCapitals(label)
    .split(/[^\dA-Z]+/)
    .filter((word) => word !== '' && !BOILERPLATE.has(word))
    .join(' ')

/** Whether the longer text says all that the shorter does; the shorter may be cut in its last word. */
function saysAll(longer: string, shorter: string): boolean {
  if (longer.length < shorter.length) return false
  if (longer.replaceAll(' ', '').includes(shorter.replaceAll(' ', ''))) return true
  const words = longer.split(' ')
  const sought = shorter.split(' ')
  const last = sought.length - 1
  return sought.every(
    (word, rank) =>
      words.includes(word) ||
      (rank === last && word.length >= 3 && words.some((candidate) => candidate.startsWith(word))),
  )
}

/** Whether a transaction lies within the days that were read; of the oldest day only a part may have been. */
function windowsOf(read: readonly Comparable[]): (one: Comparable) => boolean {
  const windows = new Map<string | undefined, { first: Comparable['date']; last: Comparable['date'] }>()
  for (const { account, date } of read) {
    const window = windows.get(account)
    windows.set(
      account,
      window === undefined
        ? { first: date, last: date }
        : { first: earliest(window.first, date), last: latest(window.last, date) },
    )
  }
  return (one) => {
    for (const [account, { first, last }] of windows) {
      if (accountsAgree(one.account, account) && one.date > first && one.date <= last) return true
    }
    return false
  }
}
