import type { Citation, CitedHow } from './citations.ts'
import type { Say } from './evidence.ts'
import type { Balances, Hypothesis, Part } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { nearNumber } from './near-number.ts'
import type { Reading } from './reading.ts'
import type { Scene } from './scene.ts'

/** Ways of citing that leave no doubt about which invoice is meant. */
export const PLAINLY: ReadonlySet<CitedHow> = new Set(['full', 'unpadded', 'short-year', 'swapped', 'listed', 'misread', 'order'])
const CLEAREST: readonly CitedHow[] = [
  'full', 'unpadded', 'listed', 'short-year', 'swapped', 'misread', 'order', 'odd', 'ranged', 'worded', 'quote', 'zeros', 'long', 'bare', 'elsewhere',
]
/** Too weak to say that the other invoices of a group are missing. */
const FAINT: ReadonlySet<CitedHow> = new Set(['bare', 'elsewhere'])

export function numberEvidence({ parts }: Hypothesis, { reading, payers, balances }: Scene, say: Say): void {
  const { cited: citations } = reading.citations
  const share = 1 / parts.length
  let cited = 0
  let written = 0
  for (const { item } of parts) {
    const how = clearestCitation(item, reading, payers.byClient.has(item.invoice.clientId))
    if (how === undefined) nearlyCited(item, reading, share, say)
    else {
      written += 1
      say(`number.${how}`, share)
      if (!FAINT.has(how)) cited += 1
    }
  }
  if (cited > 0 && cited < parts.length) say('number.part-cited', 1 - cited * share)
  if (citations.length === 0 && written === 0) say('number.none')
  if (citations.length > 0) othersEvidence(parts, citations, balances, say)
  if (cited === 0) say('number.unknown', Math.min(1, reading.citations.unknown.length))
  if (reading.months.size === 0) return
  let inMonth = 0
  for (const { item } of parts) if (reading.months.has(item.month)) inMonth += 1
  if (inMonth > 0) say('number.month', inMonth * share)
  else if (cited === 0) say('number.other-month')
}

function clearestCitation(item: IndexedInvoice, reading: Reading, named: boolean): CitedHow | undefined {
  let clearest: CitedHow | undefined
  for (const citations of [reading.citations.cited, reading.orders])
    for (const citation of citations) {
      if (!citation.invoices.includes(item)) continue
      // « CASE 0012 », from a stranger: a number of theirs.
      const how = citation.afterUnknownWord && !named ? 'elsewhere' : citation.how
      if (clearest === undefined || CLEAREST.indexOf(how) < CLEAREST.indexOf(clearest)) clearest = how
    }
  return clearest
}

/** Invoices the line cites that this reading leaves out. */
function othersEvidence(parts: readonly Part[], citations: readonly Citation[], balances: Balances, say: Say): void {
  let open = 0
  let settled = 0
  let faint = 0
  const mine = (citation: Citation) => parts.some(({ item }) => citation.invoices.includes(item))
  for (const citation of citations) {
    if (mine(citation) || alsoReadAsMine(citation, citations, mine)) continue
    if (!PLAINLY.has(citation.how)) faint += citation.how === 'worded' || citation.how === 'ranged' ? 1 : 0
    else if (citation.invoices.some((item) => balances.open(item) !== 0)) open += 1
    else settled += 1
  }
  say('number.others-open', Math.min(2, open))
  say('number.others-settled', Math.min(2, settled))
  say('number.others-faint', Math.min(2, faint))
}

function nearlyCited(item: IndexedInvoice, reading: Reading, share: number, say: Say): void {
  const near = reading.numberTexts.length > 0 ? nearNumber(reading.numberTexts, item) : undefined
  if (near !== undefined) say(`number.${near}`, share)
  else if (reading.dates.has(item.issuedAt)) say('number.date', share)
  else if (reading.dates.has(item.dueAt)) say('number.due-date', share)
}

/** Another way to read the same characters is not another invoice. */
const alsoReadAsMine = (citation: Citation, all: readonly Citation[], mine: (citation: Citation) => boolean): boolean =>
  all.some((other) => other !== citation && other.from < citation.to && citation.from < other.to && mine(other))
