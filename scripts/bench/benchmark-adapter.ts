import { day } from '@tabellion/shared/calendar'
import {
  type BankLine,
  createMatcher as createOurs,
  type LineMatch,
  type MatchInvoice,
  type MatchLedger,
  type Training,
} from '@tabellion/shared/matching'
import { cents, percent, type Rate, rate } from '@tabellion/shared/money'

/** The benchmark's own shapes: ../shared/matching/benchmark/README.md. */
export interface BenchInvoice {
  id: string
  number: string
  clientId: string
  issueDate: string
  dueDate: string
  totalCents: number
  openCents: number
  subject?: string
  poNumber?: string
  quoteNumber?: string
  discountTerms?: { percent: number; days: number }
  instalments?: { dueDate: string; amountCents: number }[]
  paymentMethod?: string
  creditOf?: string
}
export interface BenchLine {
  id: string
  date: string
  amountCents: number
  label: string
  counterparty?: string
  reference?: string
  counterpartyIban?: string
  type?: string
  accountId?: string
  source?: string
}
export interface BenchData {
  invoices: BenchInvoice[]
  clients: { id: string; name: string; kind?: string; siren?: string }[]
  history: (Omit<BenchLine, 'id'> & { clientId: string })[]
  seller: {
    ownerName: string
    tradeName: string
    vatRate: number
    psp: { id: string; name: string; pct: number; fixedCents: number }[]
    latePenaltyFlatCents: number
    latePenaltyAnnualPct: number
  }
}
export interface BenchAllocation {
  invoiceId: string
  amountCents: number
}
export interface BenchPrediction {
  decision: 'auto' | 'suggest' | 'none'
  proposals: { allocations: BenchAllocation[]; confidence: number }[]
  duplicateOf?: string
}

const hundredths = (value: number): Rate => rate(Math.round(value * 1_000))

export function readInvoice(invoice: BenchInvoice): MatchInvoice {
  return {
    id: invoice.id,
    number: invoice.number,
    clientId: invoice.clientId,
    issuedOn: day(invoice.issueDate),
    dueOn: day(invoice.dueDate),
    total: cents(invoice.totalCents),
    open: cents(invoice.openCents),
    ...(invoice.subject !== undefined && { subject: invoice.subject }),
    ...(invoice.poNumber !== undefined && { purchaseOrder: invoice.poNumber }),
    ...(invoice.quoteNumber !== undefined && { quote: invoice.quoteNumber }),
    ...(invoice.discountTerms && {
      discount: { rate: hundredths(invoice.discountTerms.percent), withinDays: invoice.discountTerms.days },
    }),
    ...(invoice.instalments && {
      instalments: invoice.instalments.map((part) => ({ dueOn: day(part.dueDate), amount: cents(part.amountCents) })),
    }),
    ...(invoice.paymentMethod !== undefined && { method: invoice.paymentMethod }),
    ...(invoice.creditOf !== undefined && { creditOf: invoice.creditOf }),
  }
}

export function readBankLine(line: BenchLine): BankLine {
  return {
    id: line.id,
    bookedOn: day(line.date),
    amount: cents(line.amountCents),
    label: line.label,
    ...(line.counterparty !== undefined && { counterparty: line.counterparty }),
    ...(line.reference !== undefined && { reference: line.reference }),
    ...(line.counterpartyIban !== undefined && { iban: line.counterpartyIban }),
    ...(line.type !== undefined && { operation: line.type }),
    ...(line.accountId !== undefined && { account: line.accountId }),
    ...(line.source !== undefined && { source: line.source }),
  }
}

export function readData({ invoices, clients, history, seller }: BenchData): MatchLedger {
  return {
    seller: {
      names: [...new Set([seller.ownerName, seller.tradeName])],
      processors: seller.psp.map((psp) => ({
        id: psp.id,
        name: psp.name,
        rate: hundredths(psp.pct),
        fixed: cents(psp.fixedCents),
      })),
      vatRates: seller.vatRate > 0 ? [percent(String(seller.vatRate))] : [],
      latePenalty: { flat: cents(seller.latePenaltyFlatCents), yearly: hundredths(seller.latePenaltyAnnualPct) },
    },
    clients: clients.map(({ id, name, kind, siren }) => ({
      id,
      name,
      ...(siren !== undefined && { siren }),
      ...(kind === 'foreign' && { foreign: true }),
      ...(kind === 'person' && { consumer: true }),
    })),
    invoices: invoices.map(readInvoice),
    confirmed: history.map((past, index) => ({
      line: readBankLine({ ...past, id: `history-${index}` }),
      allocations: [],
      clientId: past.clientId,
    })),
  }
}

export const name = 'tabellion'

const DECISIONS = { automatic: 'auto', suggest: 'suggest', none: 'none' } as const

export function createMatcher(data: BenchData, training?: Training) {
  const matcher = createOurs(readData(data), training)
  return {
    match: (lines: BenchLine[]): Record<string, BenchPrediction> =>
      Object.fromEntries(matcher.match(lines.map(readBankLine)).map((found) => [found.lineId, predict(found)])),
    confirm(line: BenchLine, allocations: BenchAllocation[]): void {
      matcher.confirm({
        line: readBankLine(line),
        allocations: allocations.map(({ invoiceId, amountCents }) => ({ invoiceId, amount: cents(amountCents) })),
      })
    },
  }
}

function predict({ decision, proposals, duplicateOf, repeatedBy }: LineMatch): BenchPrediction {
  // Two copies of which neither pays anything: each repeats the other.
  const copyOf = duplicateOf ?? (decision === 'none' ? repeatedBy : undefined)
  return {
    decision: DECISIONS[decision],
    proposals: proposals.map(({ allocations, probability }) => ({
      allocations: allocations.map(({ invoiceId, amount }) => ({ invoiceId, amountCents: amount })),
      confidence: probability,
    })),
    ...(copyOf !== undefined && { duplicateOf: copyOf }),
  }
}
