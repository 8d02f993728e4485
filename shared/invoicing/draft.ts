import { type Day, daysBetween, dueDate, earliest, latest, type PaymentTerm } from '@tabellion/shared/calendar'
import { cents, sum } from '@tabellion/shared/money'
import { mentionsFor, paymentTermProblem } from '@tabellion/shared/regulation'
import { buyerOf } from './buyer.ts'
import { depositsWithin } from './deposits.ts'
import type {
  DocumentAllowance,
  DocumentContent,
  DraftDocument,
  InvoiceKind,
  PrecedingDocument,
  SoldLine,
  Totals,
  VatGroup,
} from './document.ts'
import type { Group } from './group.ts'
import type { Client, LedgerLine, OpenDeposit, SellerProfile } from './input.ts'
import { draftLines } from './lines.ts'
import { mentionContext } from './mention-context.ts'
import type { DraftFinding, DraftProblem } from './problems.ts'
import { isLink } from './terms.ts'
import { soldLines, totalsOf, vatBreakdown } from './totals.ts'
import { vatKey } from './vat.ts'

/** Beyond this many rows a document deserves a look (features E.1). */
const MANY_LINES = 60

export interface DraftInput {
  readonly group: Group
  readonly client: Client
  readonly profile: SellerProfile
  readonly issueDate: Day
  /** Deposits of the same client and *Regroupement* (or quote) that no balance has deducted yet. */
  readonly openDeposits: readonly OpenDeposit[]
  /** Credited invoices that the rows bill again: named in BG-3, the credit notes having cancelled them already. */
  readonly replaced?: readonly PrecedingDocument[]
}

export interface Drafted {
  /** As complete as the cells allow; it may be issued only when no finding is blocking. */
  readonly draft: DraftDocument
  readonly findings: readonly DraftFinding[]
}

/** From ledger rows to a document without number: lines, VAT breakdown, totals, mentions, and everything that is wrong. */
export function draftDocument(input: DraftInput): Drafted {
  const { group, client, profile, issueDate, openDeposits } = input
  const { buyer, findings: buyerFindings } = buyerOf(client, issueDate)
  const findings: DraftFinding[] = [...buyerFindings]
  const first = group.lines[0]
  const onGroup = (
    problem: DraftProblem,
    severity: DraftFinding['severity'] = 'blocking',
    column = 'lineType',
  ): void => {
    findings.push({ ...problem, severity, at: { tab: 'sales', ...(first ? { row: first.row } : {}), column } })
  }

  const quoted = quoteOf(group.lines).quoteNumber !== undefined
  const kind = kindOf(group.lines, quoted && openDeposits.length > 0)
  if (kind === undefined) onGroup({ code: 'mixed-line-types', client: client.name })
  const drafted = draftLines(group.lines, buyer, profile.seller, issueDate)
  findings.push(...drafted.findings)
  const { lines, allowances } = drafted
  const sold = soldLines(lines)
  if (lines.length > MANY_LINES)
    onGroup({ code: 'many-lines', client: client.name, lines: lines.length }, 'info', 'label')
  if (kind === 'balance' && openDeposits.length === 0) onGroup({ code: 'balance-without-deposit', client: client.name })
  const vatGroups = vatBreakdown(lines, allowances)
  const billed = totalsOf(lines, allowances, vatGroups, cents(0)).gross
  // A part of a quote may be less than its deposit: what it does not cover waits for the next.
  const deposits = kind !== 'balance' ? [] : quoted ? depositsWithin(openDeposits, billed) : openDeposits
  const totals = totalsOf(lines, allowances, vatGroups, sum(deposits.map((deposit) => deposit.gross)))
  // A line that could not be read is missing from every sum: only sums of sound lines say something.
  if (drafted.findings.every((finding) => finding.severity !== 'blocking')) {
    for (const problem of amountProblems(client.name, totals, vatGroups, sold.length, allowances))
      onGroup(problem, 'blocking', 'unitPrice')
  }

  const references = [
    ...new Set(group.lines.map((line) => line.clientReference).filter((reference) => reference !== '')),
  ]
  if (references.length > 1)
    onGroup({ code: 'several-references', client: client.name, references }, 'blocking', 'clientReference')
  const term = termFor(client, profile)
  const due = dueDate(issueDate, term)
  const ceiling = buyer.type === 'consumer' ? undefined : paymentTermProblem(issueDate, term)
  if (ceiling) {
    findings.push({
      code: 'term-too-long',
      client: client.name,
      days: daysBetween(issueDate, ceiling.due),
      most: daysBetween(issueDate, ceiling.latest),
      severity: 'fix',
      at: { tab: 'clients', row: client.row, column: 'paymentTerm' },
    })
  }

  const content: DocumentContent = {
    kind: kind ?? 'standard',
    subject: group.groupKey || (sold[0]?.label ?? ''),
    issueDate,
    dueDate: due,
    ...deliveryOf(kind, sold),
    seller: profile.seller,
    buyer,
    lines,
    allowances,
    vatGroups,
    totals,
    deposits: deposits.map(({ number, whole: _whole, ...deposit }) => ({
      ...deposit,
      number: number as DocumentContent['deposits'][number]['number'],
    })),
    preceding: input.replaced ?? [],
    ...(references[0] === undefined ? {} : { orderReference: references[0] }),
    ...quoteOf(group.lines),
    ...(group.groupKey === '' ? {} : { groupKey: group.groupKey }),
    ...(profile.seller.franchise ? {} : { vatPoint: profile.vatPoint }),
    operation: operationOf(sold),
    payment: {
      methods: methodsFor(client, profile),
      ...(profile.iban === undefined
        ? {}
        : {
            transfer: {
              iban: profile.iban,
              ...(profile.bic === undefined ? {} : { bic: profile.bic }),
              holder: profile.accountHolder,
            },
          }),
      terms: termText(term),
    },
    mentions: mentionsFor(
      mentionContext(kind ?? 'standard', issueDate, buyer, client, profile, sold, allowances, deposits),
    ),
    ...text('textBefore', profile.textBefore),
    ...text('textAfter', profile.textAfter),
    ...text('personalMessage', client.message),
    ...text('termsVersion', profile.termsVersion),
    ...text('terms', isLink(profile.terms ?? '') ? (profile.terms ?? '') : ''),
    style: { ...profile.style, ...(client.preset === undefined ? {} : { preset: client.preset }) },
  }
  return { draft: { state: 'draft', ...content }, findings }
}

function amountProblems(
  client: string,
  totals: Totals,
  vatGroups: readonly VatGroup[],
  soldCount: number,
  allowances: readonly DocumentAllowance[],
): readonly DraftProblem[] {
  if (soldCount === 0) return [{ code: 'no-sold-line', client }]
  if (totals.gross <= 0) return [{ code: 'total-not-positive', client }]
  if (totals.payable < 0) return [{ code: 'deposits-exceed-total', client }]
  return vatGroups.flatMap(({ vat, base }): readonly DraftProblem[] => {
    const allowance = allowances.find((candidate) => vatKey(candidate.vat) === vatKey(vat))
    return base < 0 && allowance ? [{ code: 'allowance-too-large', label: allowance.label }] : []
  })
}

/** Deposits are billed alone; a balance is made of its full lines; anything else is an invoice. Undefined when they are mixed. */
function kindOf(lines: readonly LedgerLine[], deducts: boolean): Exclude<InvoiceKind, 'credit'> | undefined {
  const deposits = lines.filter((line) => line.type === 'deposit').length
  const plain = lines.filter((line) => line.type === 'text').length
  if (deposits > 0) return deposits + plain === lines.length ? 'deposit' : undefined
  return deducts || lines.some((line) => line.type === 'balance') ? 'balance' : 'standard'
}

/** The span of the work (BG-14). A deposit comes before it. */
function deliveryOf(kind: InvoiceKind | undefined, sold: readonly SoldLine[]): Pick<DocumentContent, 'delivery'> {
  const [head, ...rest] = sold.map((line) => line.date)
  if (head === undefined || kind === 'deposit') return {}
  return { delivery: { from: rest.reduce(earliest, head), to: rest.reduce(latest, head) } }
}

/** CGI ann. II art. 242 nonies A, I-8° bis. */
function operationOf(sold: readonly SoldLine[]): DocumentContent['operation'] {
  const goods = sold.some((line) => line.nature === 'goods')
  const services = sold.some((line) => line.nature !== 'goods')
  return goods && services ? 'mixed' : goods ? 'goods' : 'services'
}

const quoteOf = (lines: readonly LedgerLine[]): Pick<DocumentContent, 'quoteNumber'> => {
  const quotes = [...new Set(lines.map((line) => line.quote).filter((quote) => quote !== ''))]
  return quotes.length === 1 && quotes[0] !== undefined ? { quoteNumber: quotes[0] } : {}
}

/** C. commande publique art. R2192-10: public buyers have their own delay, which the client's row may state. */
const termFor = (client: Client, profile: SellerProfile): PaymentTerm => client.term ?? profile.term

const methodsFor = (client: Client, profile: SellerProfile): readonly string[] =>
  client.preferredMethod === ''
    ? profile.methods
    : [client.preferredMethod, ...profile.methods.filter((method) => method !== client.preferredMethod)]

/** BT-20 in words. */
export function termText(term: PaymentTerm): string {
  switch (term.kind) {
    case 'on-receipt':
      return 'Paiement à réception'
    case 'days':
      return `Paiement à ${term.days} jours`
    case 'end-of-month':
      return `Paiement à ${term.days} jours fin de mois`
    case 'end-of-month-then-days':
      return `Paiement à fin de mois plus ${term.days} jours`
  }
}

const text = <Key extends string>(key: Key, value: string): { readonly [K in Key]?: string } =>
  (value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: string }
