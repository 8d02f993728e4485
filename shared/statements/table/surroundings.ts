import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { looksLikeMoney, readCents } from '../amount.ts'
import { readDay } from '../date.ts'
import { cleanLabel, plainCapitals } from '../label/clean.ts'

/** What the rows around a list say: whose account, and its balances. */
export interface Surroundings {
  account?: string
  currency?: string
  opening?: Cents
  closing?: Cents
  closingDate?: Day
  /** The rows stand under « Opérations à venir ». */
  pending?: boolean
}

const OPENING = /\b(?:D.{1,2}BUT|INITIAL|ANCIEN|PRECEDENT|OPENING|START|ANTERIEUR|REPORT|PREVIOUS)\b/
const BALANCE = /\bSOLDES?\b|\bBALANCE\b|\bSALDO\b/
const OTHER_MONEY = /FRANC|FRF|DISPONIBLE|AVAILABLE|A VENIR|PREVISIONNEL|DECOUVERT|ENCOURS/
const ACCOUNT_WORDS = /\b(?:COMPTE|CPTE|CCHQ|ACCOUNT|KONTO|CARTE|VISA|MASTERCARD|LIVRET|IBAN|N[°O]|NO|NUMERO)\b/

/** A row that prints a balance, not a movement: « Solde au 31/01/2026 », « Ancien solde ». Not « SOLDE FACTURE », which a client writes. */
export function isBalanceLabel(label: string): boolean {
  if (ONLY_ACCOUNT.test(label)) return true
  const plain = plainCapitals(cleanLabel(label))
  return /^(?:(?:ANCIEN|NOUVEAU|SOUS-?)? ?(?:SOLDES?|BALANCE|SALDO)(?: ?$| (?:AU|CREDITEUR|DEBITEUR|INITIAL|FINAL|PRECEDENT|ANTERIEUR|REPORTE|COMPTABLE|EN (?:D.{1,2}BUT|FIN|DATE)|DE (?:D.{1,2}BUT|FIN|CLOTURE)|DU COMPTE|\(|EUR|AS (?:OF|AT)|AT )|:)|(?:OPENING|CLOSING) BALANCE|(?:A REPORTER|REPORT)(?: ?$|:| (?:DU )?SOLDE| A NOUVEAU)|TOTA(?:L|UX)\b(?! ?ENERGIES?| DIRECT| ACCESS| WASH| \w+ STATION)(?: ?$| (?:DES|DU|AU|DEBIT|CREDIT|GENERAL)|:))/.test(
    plain,
  )
}

/** LCL ends its list with the account and its balance, dated as a movement is: `00001 099887U`. */
const ONLY_ACCOUNT = /^(?:\d{5} ?\d{6,}[A-Z]?|[A-Z]{2}\d{2}[A-Z\d ]{11,30})$/

const TITLE = /^[^\d]*\b(?:OPERATIONS?|MOUVEMENTS?|ECRITURES?|PAIEMENTS?|TRANSACTIONS?)\b[^\d]*$/
const TO_COME = /A VENIR|EN ATTENTE|EN COURS|NON COMPTABILISE|PENDING|PREVISIONNEL/
const BOOKED = /COMPTABILISE|PASSE|ENREGISTRE|EFFECTUE|BOOKED|POSTED|COMPLETED/

/** Reads one row outside the list, or a balance row inside it; true when it told a balance or what the rows below are. */
export function readSurrounding(cells: readonly string[], into: Surroundings, isFooter: boolean): boolean {
  const texts = cells.map((cell) => cleanLabel(cell)).filter((cell) => cell !== '')
  if (texts.length === 0) return false
  const plain = plainCapitals(texts.join(' '))
  if (texts.length === 1 && TITLE.test(plain) && (TO_COME.test(plain) || BOOKED.test(plain))) {
    into.pending = TO_COME.test(plain)
    return true
  }
  readAccount(texts, plain, into, isFooter)
  const money = lastMoney(texts)
  if (money === undefined || OTHER_MONEY.test(plain)) return false
  if (BALANCE.test(plain)) {
    if (OPENING.test(plain)) into.opening ??= money.cents
    else if (into.closing === undefined) {
      into.closing = money.cents
      setDate(texts, into)
    }
    return true
  }
  // BNP and Société Générale print an account line with no word: names, number, a date, the balance at that date.
  const hasDate = texts.some((text) => readDay(text, 'dmy') !== undefined)
  if (isFooter || !hasDate || !money.isWholeCell || into.closing !== undefined) return false
  into.closing = money.cents
  setDate(texts, into)
  return true
}

/** The account a row names. Above a list the last one counts, but an IBAN is never given up; below it only fills a gap. */
function readAccount(texts: readonly string[], plain: string, into: Surroundings, isFooter: boolean): void {
  if (into.account !== undefined && (isFooter || IBAN.test(into.account))) return
  const iban = IBAN_IN_TEXT.exec(plain)?.[0].replace(/ /g, '')
  const formula = texts.map((text) => /^="?(\d{6,})"?$/.exec(text)?.[1]).find((found) => found !== undefined)
  const masked = texts.find((text) => /^(?:\*{2,}|[xX]{4,}) ?\d{3,6}$/.test(text))
  const numbered = ACCOUNT_WORDS.test(plain) ? ACCOUNT_NUMBER.exec(plain.replace(DATES, ' '))?.[1] : undefined
  const found = iban ?? formula ?? masked ?? numbered
  if (found !== undefined) into.account = found.replace(/ /g, '')
}
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/
const IBAN_IN_TEXT = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/
/** A number with at least four digits in a row, or a card's four groups. */
const ACCOUNT_NUMBER =
  /(?:^|[\s:;°])((?=[\dA-Z*]*\d{4})[\dA-Z*]{6,}|\d{4} ?[\dXx*]{2,4} ?[\dXx*]{4} ?[\dXx*]{2,4})(?:[\s;]|$)/
const DATES = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g

function lastMoney(texts: readonly string[]): { cents: Cents; isWholeCell: boolean } | undefined {
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const text = texts[at] ?? ''
    if (looksLikeMoney(text) && /[.,]\d{1,2}(?!\d)/.test(text))
      return { cents: cents(readCents(text)), isWholeCell: true }
    const tail = /(?:^|[\s:])([-+\u2212]?\d[\d\s.'\u00a0\u202f]*[.,]\d{2})\s*(?:€|EUR(?:OS?)?)?$/i.exec(text)?.[1]
    if (tail !== undefined && !Number.isNaN(readCents(tail)))
      return { cents: cents(readCents(tail)), isWholeCell: false }
    if (at === texts.length - 1 && looksLikeMoney(text) && /€|EUR/i.test(text))
      return { cents: cents(readCents(text)), isWholeCell: true }
  }
  return undefined
}

function setDate(texts: readonly string[], into: Surroundings): void {
  for (const text of texts) {
    const day = readDay(text, 'dmy') ?? readDay(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.exec(text)?.[0] ?? '', 'dmy')
    if (day !== undefined) into.closingDate = day
  }
}
