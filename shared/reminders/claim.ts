import { addDays, type Day, day, daysBetween, earliest, latest, monthOf, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents, divideRounded, type Rate, sum } from '@tabellion/shared/money'
import { type DebtorKind, inForce, owedRate, recoveryFee } from '@tabellion/shared/regulation'

/** Money that lowered the debt, or raised it when negative, from the day after. */
export interface Movement {
  readonly on: Day
  readonly amount: Cents
}

export interface ClaimFacts {
  /** What was to be paid on `due`, VAT included. */
  readonly owed: Cents
  readonly due: Day
  readonly debtor: DebtorKind
  /** The yearly rate printed on the invoice, when one was agreed: it holds between professionals only. */
  readonly agreed?: Rate
  readonly movements: readonly Movement[]
  /** When the formal notice was sent: a consumer owes interest from the day after, and none before (C. civ. art. 1231-6). */
  readonly noticeOn?: Day
}

/** One stretch of days on one base at one rate. The amounts of all add up to the whole, to the cent. */
export interface InterestPart {
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly base: Cents
  readonly rate: Rate
  readonly amount: Cents
}
export interface Interest {
  readonly amount: Cents
  readonly parts: readonly InterestPart[]
  /** The first day of a half-year whose rate nobody has entered: what follows is not counted, never guessed. */
  readonly missing?: Day
}

export interface Claim {
  readonly principal: Cents
  readonly interest: Interest
  /** 40 € for each late invoice, professionals only (C. com. art. L441-10, II and D441-5). */
  readonly fee: Cents
  readonly total: Cents
  readonly daysLate: number
}

/** What can be claimed on `until`. Penalties run from the day after the due date to the day of payment included. */
export function claimOn(facts: ClaimFacts, until: Day): Claim {
  const { debtor, due, movements, owed } = facts
  const principal = cents(
    Math.max(0, owed - sum(movements.filter(({ on }) => on <= until).map(({ amount }) => amount))),
  )
  const interest = interestOn(facts, until)
  const late = Math.max(0, daysBetween(due, until))
  const fee = debtor === 'consumer' || late === 0 || principal === 0 ? 0 : (inForce(recoveryFee, until)?.value ?? 0)
  return { principal, interest, fee: cents(fee), total: sum([principal, interest.amount, cents(fee)]), daysLate: late }
}

/** Base × rate × days / 365 for each stretch; rounded once, the cents of the parts being those of the running total. */
function interestOn({ agreed, debtor, due, movements, noticeOn, owed }: ClaimFacts, until: Day): Interest {
  const begin = debtor === 'consumer' ? noticeOn : due
  if (begin === undefined) return { amount: cents(0), parts: [] }
  const first = addDays(latest(begin, due), 1)
  const parts: InterestPart[] = []
  let weighted = 0n
  let told = 0
  for (let from = first; from <= until; ) {
    const base = cents(Math.max(0, owed - sum(movements.filter(({ on }) => on < from).map(({ amount }) => amount))))
    const changes = movements.map(({ on }) => on).filter((on) => on >= from)
    const to = changes.reduce(earliest, earliest(endOfHalfYear(from), until))
    const rate = owedRate(from, debtor, first, agreed)
    if (rate === undefined) return { amount: cents(told), parts, missing: from }
    const days = daysBetween(from, to) + 1
    if (base > 0) {
      weighted += BigInt(base) * BigInt(rate) * BigInt(days)
      const total = Number(divideRounded(weighted, 36_500_000n))
      parts.push({ from, to, days, base, rate, amount: cents(total - told) })
      told = total
    }
    from = addDays(to, 1)
  }
  return { amount: cents(told), parts }
}

const endOfHalfYear = (on: Day): Day => day(`${yearOf(on)}-${monthOf(on) <= 6 ? '06-30' : '12-31'}`)
