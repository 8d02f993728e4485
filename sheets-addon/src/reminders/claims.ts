import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { IssuedDocument } from '@tabellion/shared/invoicing'
import {
  clientTypes,
  numberKey,
  readPayments,
  readProfile,
  readRate,
  readRegister,
  readSettings,
  textOf,
} from '@tabellion/shared/ledger'
import { cents, formatEuros, negate, percent, type Rate } from '@tabellion/shared/money'
import { type DebtorKind, formatPenaltyRate } from '@tabellion/shared/regulation'
import { type Claim, claimOn, type Movement, tells } from '@tabellion/shared/reminders'
import type { Workbook } from '../workbook/open.ts'
import type { ReminderHistory } from './history.ts'
import type { Owed } from './owed.ts'

/** A consumer or a town is one by the invoice itself; by the client's card where there is none of ours. */
export function debtorOf({ client }: Owed, document: IssuedDocument | undefined): DebtorKind {
  const type = document?.buyer.type ?? clientTypes.parse(textOf(client?.cells.type ?? ''))
  return type === 'consumer' || type === 'public' ? type : 'business'
}

/** What can be claimed on `today` of what is asked: the invoice, or the instalments that were missed. */
export function claimFor(
  workbook: Workbook,
  history: ReminderHistory,
  owed: Owed,
  asked: { readonly anchor: Day; readonly amount: Claim['principal'] },
  document: IssuedDocument | undefined,
  today: Day,
): Claim {
  const debtor = debtorOf(owed, document)
  const agreed = agreedRate(workbook, owed, document)
  // A notice about one instalment says nothing of one that was still to come.
  const notice = history.said(owed.number).find((said) => said.level === 3 && tells(said, asked.anchor))
  const [first, ...more] = partsOf(owed, asked.amount)
  return claimOn(
    {
      debtor,
      owed: first?.amount ?? owed.settlement.entry.payable,
      due: asked.anchor,
      // Each is late from its own day only: until then it is no part of the debt.
      movements: first ? more.map(({ amount, on }) => ({ on, amount: negate(amount) })) : movementsOf(workbook, owed),
      ...(agreed === undefined ? {} : { agreed }),
      ...(notice ? { noticeOn: notice.on } : {}),
    },
    today,
  )
}

/** The instalments that make up what is asked, first to last. */
function partsOf({ debt: { instalments = [] } }: Owed, asked: Claim['principal']): readonly Movement[] {
  let rest = asked
  return instalments.flatMap(({ due, left }) => {
    const amount = cents(Math.min(left, rest))
    rest = cents(rest - amount)
    return amount > 0 ? [{ on: due, amount }] : []
  })
}

/** Payments, credit notes and what was paid back, each on its day: they add up to what is no longer due. */
function movementsOf(
  workbook: Workbook,
  { debt, number, settlement: { balanceDue, entry } }: Owed,
): readonly Movement[] {
  const family = readRegister(workbook.table('invoices')).filter(
    ({ kind, originInvoice }) => kind === 'credit' && numberKey(originInvoice) === numberKey(number),
  )
  const keys = new Set([entry, ...family].map((one) => numberKey(one.number)))
  const told = [
    ...readPayments(workbook.table('payments')).flatMap(({ amount, date, invoice }): Movement[] =>
      amount !== undefined && date !== undefined && keys.has(numberKey(invoice)) ? [{ on: date, amount }] : [],
    ),
    ...family.flatMap(({ issueDate, payable }): Movement[] =>
      issueDate === undefined ? [] : [{ on: issueDate, amount: negate(payable) }],
    ),
  ]
  // What came without a day counts from the start: nobody owes interest for our gap.
  const rest = entry.payable - balanceDue - told.reduce((all, { amount }) => all + amount, 0)
  return rest === 0 ? told : [...told, { on: debt.issued, amount: cents(rest) }]
}

/** The rate printed on the invoice when one was agreed: its own terms hold, whatever *Réglages* says since. */
function agreedRate(workbook: Workbook, { client }: Owed, document: IssuedDocument | undefined): Rate | undefined {
  if (document) return printedRate(document)
  const own = readRate(client?.cells.penaltyRate ?? '')
  return own.ok && own.value !== undefined
    ? own.value
    : readProfile(readSettings(workbook.table('settings')), 1).profile.penaltyRate
}

export function printedRate(document: IssuedDocument | undefined): Rate | undefined {
  const text = document?.mentions.find(({ id }) => id === 'penalty')?.text ?? ''
  const [, whole, decimals] = /: (\d+),(\d+)\s*% l’an/.exec(text.replaceAll('\u00a0', ' ')) ?? []
  return whole === undefined ? undefined : percent(`${whole}.${decimals}`)
}

/** The computation, line by line: what is explained, written in the letter, and added up. */
export function claimLines(
  { fee, interest, principal, total }: Claim,
  { debt, number }: Pick<Owed, 'debt' | 'number'>,
  due: Day,
  debtor: DebtorKind,
): readonly (readonly [label: string, amount: string])[] {
  const name = { business: 'Pénalités', consumer: 'Intérêts', public: 'Intérêts moratoires' }[debtor]
  return [
    [
      `${number}, ${debt.instalments ? 'échéances manquées depuis' : 'échue'} le ${formatDay(due)} : reste dû`,
      formatEuros(principal),
    ],
    ...interest.parts.map(
      ({ amount, base, days, from, rate, to }) =>
        [
          `${name} ${from === to ? `du ${formatDay(to)}` : `du ${formatDay(from)} au ${formatDay(to)}`} : ${formatEuros(base)}\u00a0×\u00a0${formatPenaltyRate(rate)}\u00a0×\u00a0${days}\u00a0/\u00a0365`,
          formatEuros(amount),
        ] as const,
    ),
    ...(fee === 0 ? [] : [['Indemnité forfaitaire pour frais de recouvrement', formatEuros(fee)] as const]),
    ['Total', formatEuros(total)],
  ]
}
