import { decimalMarkOf, looksLikeMoney, readCents } from '../amount.ts'
import { ordersOf } from '../date.ts'

/** What the cells of one column look like, over the rows that hold a date and an amount. */
export interface Profile {
  readonly filled: number
  readonly dates: number
  /** Cells that read as an amount, whole numbers included. */
  readonly amounts: number
  /** Amounts that could be nothing else: with cents, a sign or a currency. */
  readonly money: number
  readonly negative: number
  readonly positive: number
  /** Printed with a plus. */
  readonly plus: number
  readonly signWords: number
  readonly currencies: number
  readonly texts: number
  readonly length: number
  readonly distinct: number
}

/** Words and signs that say which way the money went, alone in their cell. */
const OUT =
  /^(?:-|[DS]|D[BRT]|DBIT|DEBIT(?:EUR|E)?|SORT(?:IE|ANT)|DEPENSE|DECAISSEMENT|EMIS|ENVOYE|PAYE|RETRAIT|(?:MONEY |PAID )?OUT(?:GOING|FLOW)?|SENT|WITHDRAWAL|SOLL)E?S?$/
const IN =
  /^(?:\+|[CH]|C[RT]|CRDT|CREDIT(?:EUR|E)?|ENTR(?:EE|ANT)|RECETTE|ENCAISSEMENT|RECU|VERSEMENT|DEPOT|(?:MONEY |PAID )?IN(?:COMING|FLOW)?|RECEIVED|DEPOSIT|HABEN)E?S?$/

/** 0: a row that moves no money in or out, as PayPal's « Mémo » and a conversion of one's own at Wise. */
export function signOf(cell: string): -1 | 0 | 1 | undefined {
  if (cell.length > 20) return undefined
  const word = cell
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
  return OUT.test(word) ? -1 : IN.test(word) ? 1 : /^(?:MEMO|NEUTRAL)$/.test(word) ? 0 : undefined
}

/** `-`, `--`: a cell left empty. */
export const isDash = (cell: string): boolean => /^[-\u2013\u2014]+$/.test(cell)

export const hasPlus = (cell: string): boolean => cell.includes('+')

/** Account numbers and codes have leading zeros or many digits; money has neither. */
export const isAmountCell = (cell: string): boolean =>
  cell.length < 30 && !/^[+-]?0\d/.test(cell.trim()) && !/^\d{10,}$/.test(cell.trim()) && !Number.isNaN(readCents(cell))

export function profileColumns(rows: readonly (readonly string[])[], width: number): Profile[] {
  return Array.from({ length: width }, (_, column) => {
    const profile = {
      filled: 0,
      dates: 0,
      amounts: 0,
      money: 0,
      negative: 0,
      positive: 0,
      plus: 0,
      signWords: 0,
      currencies: 0,
      texts: 0,
      length: 0,
      distinct: 0,
    }
    const values = new Set<string>()
    for (const row of rows) {
      const cell = (row[column] ?? '').trim()
      if (cell === '') continue
      if (signOf(cell) !== undefined) profile.signWords += 1
      if (isDash(cell)) continue
      profile.filled += 1
      values.add(cell)
      profile.length += cell.length
      if (/^[A-Z]{3}$/.test(cell)) profile.currencies += 1
      if (ordersOf(cell) !== undefined) profile.dates += 1
      else if (isAmountCell(cell)) {
        profile.amounts += 1
        if (looksLikeMoney(cell)) profile.money += 1
        const cents = readCents(cell)
        if (cents < 0) profile.negative += 1
        else if (cents > 0) profile.positive += 1
        if (hasPlus(cell)) profile.plus += 1
      } else if (/[A-Za-zÀ-ÿ]/.test(cell)) profile.texts += 1
    }
    return { ...profile, length: profile.filled === 0 ? 0 : profile.length / profile.filled, distinct: values.size }
  })
}

/** The decimal mark that the cells agree on. A tie or no sign of either: the comma, which French banks write. */
export function decimalMark(cells: Iterable<string>): ',' | '.' {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    const mark = decimalMarkOf(cell)
    if (mark === ',') commas += 1
    else if (mark === '.') points += 1
  }
  return points > commas ? '.' : ','
}
