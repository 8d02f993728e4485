import { cents } from '@tabellion/shared/money'
import type { CitedHow } from './citation.ts'
import { clearestCitation } from './evidence-number.ts'
import { type IndexedInvoice, monthBilled } from './invoice-index.ts'
import type { MatchReason, PlainReason, ReasonFacts } from './reason.ts'
import type { Scene } from './scene.ts'
import type { Weighed } from './weigh.ts'
import { type Code, WEIGHTS } from './weights.ts'

/** The reasons of one proposal, strongest first: nothing is said that did not count. */
export function explain(weighed: Weighed, scene: Scene): MatchReason[] {
  const reasons: MatchReason[] = []
  for (const [code, amount] of weighed.evidence) {
    const facts = factsOf(code, weighed, scene)
    const weight = Math.round(WEIGHTS[code] * amount * 10) / 10
    const same = facts && reasons.findIndex((reason) => reason.code === facts.code)
    if (facts && Math.abs(weight) >= FAINT && (same === -1 || facts.code === 'number-cited'))
      reasons.push({ ...facts, weight })
  }
  if (weighed.equals > 1) reasons.push({ code: 'oldest-of-equals', equals: weighed.equals - 1, weight: 0 })
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}

/** What weighs less decides nothing, and would only worry. */
const FAINT = 0.2

const HOW = {
  full: 'whole',
  unpadded: 'short',
  'short-year': 'short',
  swapped: 'short',
  listed: 'list',
  ranged: 'list',
  order: 'order',
  digits: 'short',
  worded: 'sequence',
  zeros: 'sequence',
  long: 'sequence',
  bare: 'sequence',
} as const satisfies Partial<Record<CitedHow, string>>

const PLAIN: Partial<Record<Code, PlainReason>> = {
  'number.other-month': 'other-month-named',
  'number.others-open': 'other-number-cited',
  'number.others-settled': 'settled-number-cited',
  'payer.stranger': 'payer-unknown',
  'payer.bare': 'payer-unnamed',
  'payer.other': 'other-payer',
  'payer.covered': 'other-payer',
  'payer.other-part': 'other-payer',
  'payer.other-iban': 'other-payer',
  'payer.refused': 'refused-before',
  'payer.other-means': 'unusual-means',
  'amount.refund': 'refund',
  'amount.reversal': 'taken-back',
  'amount.part': 'paid-in-part',
  'amount.round-part': 'paid-in-part',
  'amount.equal-part': 'paid-in-part',
  'amount.word': 'reason-in-words',
  'group.in-row': 'consecutive',
  'group.all': 'all-that-is-due',
  'gathered.asked': 'means-asked-for',
  'gathered.habit': 'usual-means',
  'gathered.some': 'usual-means',
  'page.promised': 'claimed-by-another-line',
  'page.rival': 'claimed-by-another-line',
}

function factsOf(code: Code, { hypothesis }: Weighed, scene: Scene): ReasonFacts | undefined {
  const { parts, relation } = hypothesis
  const { reading, payers } = scene
  const plain = PLAIN[code]
  if (plain !== undefined) return { code: plain }
  const [family, detail = ''] = code.split('.')
  const those = (wanted: (item: IndexedInvoice) => boolean) =>
    parts.filter(({ item }) => wanted(item)).map(({ item }) => item.id)
  const how = HOW[detail as keyof typeof HOW]
  if (family === 'number' && how !== undefined)
    return { code: 'number-cited', how, invoiceIds: those((item) => clearestCitation(item, scene) === detail) }
  const clientId = parts[0]?.item.clientId ?? ''
  const payer = payers.byClient.get(clientId)
  const days = reading.at - Math.max(...parts.map(({ item }) => item.dueAt))
  const difference = cents(relation.difference ?? 0)
  switch (code) {
    case 'number.slip':
      return {
        code: 'number-cited',
        how: 'slip',
        invoiceIds: those((item) => clearestCitation(item, scene) === undefined),
      }
    case 'number.date':
      return { code: 'date-cited', invoiceIds: those((item) => reading.dates.has(item.issuedAt)) }
    case 'number.month':
      return { code: 'month-named', invoiceIds: those((item) => reading.months.has(monthBilled(item))) }
    case 'payer.iban':
      return { code: 'payer-iban-known', clientId }
    case 'payer.confirmed':
    case 'payer.once':
    case 'payer.shared':
      return { code: 'payer-confirmed-before', clientId, times: payer?.known?.times ?? 1 }
    case 'payer.full':
    case 'payer.most':
    case 'payer.surname':
    case 'payer.part':
    case 'payer.word':
      return { code: 'payer-named', clientId, share: payer?.name?.share ?? 0 }
    case 'amount.exact': {
      const creditNotes = parts.filter(({ item }) => item.total < 0).length
      return parts.length === 1
        ? { code: 'amount-exact' }
        : { code: 'sum-exact', invoices: parts.length - creditNotes, creditNotes }
    }
    case 'amount.penny':
    case 'amount.pennies':
      return { code: 'cents-apart', difference }
    case 'amount.fee':
    case 'amount.round-fee':
      return { code: 'bank-fee', difference }
    case 'amount.net':
      return { code: 'processor-fee', difference }
    case 'amount.flat-penalty':
    case 'amount.interest':
      return { code: 'late-fee', difference }
    case 'amount.over':
    case 'amount.rounded-up':
      return { code: 'paid-more', difference }
    case 'amount.instalment':
      return { code: 'instalment', number: relation.instalment ?? 1 }
    case 'amount.share':
      return relation.rate && { code: 'share-of-total', rate: relation.rate }
    case 'amount.discount':
    case 'amount.usual-discount':
      return relation.rate && { code: 'discount', rate: relation.rate }
    case 'amount.without-vat':
      return relation.rate && { code: 'without-vat', rate: relation.rate }
    case 'date.early':
      return { code: 'paid-before-issue', days }
    case 'date.on-time':
      return { code: 'paid-on-time', days }
    case 'date.very-late':
    case 'date.ancient':
      return { code: 'paid-late', days }
    case 'date.habit':
      return { code: 'usual-delay', days }
    case 'date.off-habit':
      return { code: 'unusual-delay', days }
    default:
      return undefined
  }
}
