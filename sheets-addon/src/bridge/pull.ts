import { addDays, type Day } from '@tabellion/shared/calendar'
import type { Body, Pulled, ResultOf } from '@tabellion/shared/exchange'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import {
  type PaymentRow,
  type Row,
  readDate,
  readPayments,
  readScaled,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import { type LedgerFacts, ledgerFacts } from '../bank/ledger-facts.ts'
import { recordedOperations } from '../bank/operations.ts'
import type { Workbook } from '../workbook/open.ts'

/** Everything the extension needs to match and to show, offline too; nothing when it has that already. */
export function pullOp(workbook: Workbook, file: string, { known }: Body<'pull'>, today: Day): ResultOf<'pull'> {
  const payments = readPayments(workbook.table('payments'))
  const facts = ledgerFacts(
    {
      settings: workbook.table('settings'),
      clients: workbook.table('clients'),
      invoices: workbook.table('invoices'),
      payments,
    },
    today,
  )
  const said = {
    file,
    ...sides(facts),
    operations: operationsOf(payments, workbook.tableIfAny('bank'), today),
    deadlines: deadlinesOf(workbook.tableIfAny('deadlines'), today),
  }
  // Hand edits are not in the journal: what would be sent tells whether anything changed.
  const revision = sha256Hex(canonicalJson(said))
  return known === revision ? { unchanged: true, revision, today } : { unchanged: false, revision, today, ...said }
}

function sides({ seller, clients, invoices }: LedgerFacts): Pick<Pulled, 'seller' | 'clients' | 'invoices'> {
  return {
    seller: {
      names: seller.names,
      ibans: seller.ibans ?? [],
      vatRates: seller.vatRates ?? [],
      processors: (seller.processors ?? []).map(({ fixed, ...processor }) => ({ ...processor, fixedCents: fixed })),
      ...(seller.latePenalty
        ? { latePenalty: { flatCents: seller.latePenalty.flat, yearlyRate: seller.latePenalty.yearly } }
        : {}),
    },
    clients: clients.map(({ consumer, foreign, refusedNames, bankNames, ...client }) => ({
      ...client,
      ...(consumer ? { consumer: true as const } : {}),
      ...(foreign ? { foreign: true as const } : {}),
      ...(bankNames ? { bankNames } : {}),
      ...(refusedNames.length > 0 ? { refusedNames } : {}),
    })),
    invoices: invoices.map(({ number, clientId, issuedOn, dueOn, total, open, status, ...more }) => ({
      number,
      kind: status.settlement.entry.kind,
      clientId,
      issuedOn,
      dueOn,
      totalCents: total,
      openCents: open,
      ...(more.subject === undefined ? {} : { subject: more.subject.slice(0, 200) }),
      ...(more.purchaseOrder === undefined ? {} : { purchaseOrder: more.purchaseOrder.slice(0, 60) }),
      ...(more.quote === undefined ? {} : { quote: more.quote }),
      ...(more.creditOf === undefined ? {} : { creditOf: more.creditOf }),
      status: status.text,
    })),
  }
}

/** Lines of the bank recorded in the last year or so: another browser will not propose them again. */
const REMEMBERED_DAYS = 400

function operationsOf(
  payments: readonly PaymentRow[],
  bank: Table<'bank'> | undefined,
  today: Day,
): Pulled['operations'] {
  const since = addDays(today, -REMEMBERED_DAYS)
  const labels = new Map((bank?.rows ?? []).map(({ cells }) => [textOf(cells.id), textOf(cells.label)]))
  return [...recordedOperations(payments).values()]
    .filter(({ date }) => date >= since)
    .map(({ id, date, net, payments: names, shares }) => ({
      id,
      date,
      amountCents: net,
      ...(labels.get(id) ? { label: labels.get(id)?.slice(0, 500) ?? '' } : {}),
      payments: names,
      numbers: [...shares].flatMap(([number, amount]) => (amount === 0 ? [] : [number])),
    }))
}

/** So many of them, the soonest first. */
const MOST_DEADLINES = 8
const LATE_DAYS = 90

function deadlinesOf(table: Table<'deadlines'> | undefined, today: Day): Pulled['deadlines'] {
  return (table?.rows ?? [])
    .flatMap((row) => deadlineOf(row, addDays(today, -LATE_DAYS)))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, MOST_DEADLINES)
}

function deadlineOf({ cells }: Row<'deadlines'>, since: Day): Pulled['deadlines'] {
  const day = readDate(cells.day)
  const status = textOf(cells.status)
  if (!day.ok || day.value === undefined || day.value < since || /^(fait|sans objet)$/i.test(status)) return []
  const estimate = readScaled(cells.estimate, 2)
  return [
    {
      day: day.value,
      obligation: textOf(cells.obligation).slice(0, 200),
      authority: textOf(cells.authority).slice(0, 60),
      period: textOf(cells.period).slice(0, 40),
      status: status.slice(0, 40),
      ...(estimate.ok && estimate.value !== undefined ? { estimateCents: cents(estimate.value) } : {}),
    },
  ]
}
