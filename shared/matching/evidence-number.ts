import { type CitedHow, clearness, isPlain } from './citation.ts'
import type { Say } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { type IndexedInvoice, monthBilled } from './invoice-index.ts'
import { isNearlyWritten } from './near-number.ts'
import type { Scene } from './scene.ts'

/** How the invoices of a reading are cited: each counts for its share. Are all of them cited plainly, and no other? */
export function numberEvidence({ parts }: Hypothesis, scene: Scene, say: Say): boolean {
  const { reading, balances } = scene
  const share = 1 / parts.length
  let cited = false
  let plainly = 0
  for (const { item } of parts) {
    const how = clearestCitation(item, scene)
    if (how !== undefined) {
      cited = true
      if (clearness(how) <= clearness('order')) plainly += 1
      say(`number.${how}`, share)
      continue
    }
    if (isNearlyWritten(reading.numberTexts, item)) say('number.slip', share)
    else if (reading.dates.has(item.issuedAt)) say('number.date', share)
  }
  let others = false
  const mine = reading.citations.filter(({ invoices }) => parts.some(({ item }) => invoices.includes(item)))
  for (const citation of reading.citations) {
    // Another way to read the same characters is not another invoice.
    if (!isPlain(citation) || mine.some(({ from, to }) => from < citation.to && citation.from < to)) continue
    others = true
    say(citation.invoices.some((item) => balances.open(item) !== 0) ? 'number.others-open' : 'number.others-settled')
  }
  const exactly = plainly === parts.length && !others
  if (exactly) say('number.exactly')
  if (reading.months.size === 0) return exactly
  const inMonth = parts.filter(({ item }) => reading.months.has(monthBilled(item))).length
  if (inMonth > 0) say('number.month', inMonth * share)
  else if (!cited) say('number.other-month')
  return exactly
}

type Telling = Exclude<CitedHow, 'elsewhere'>

export function clearestCitation(item: IndexedInvoice, { reading, payers }: Scene): Telling | undefined {
  let clearest: Telling | undefined
  for (const { how, invoices, afterUnknownWord } of reading.citations) {
    if (!invoices.includes(item) || how === 'elsewhere') continue
    // « CASE 0012 », from a stranger: a number of theirs.
    if (afterUnknownWord && !payers.byClient.has(item.clientId)) continue
    if (clearest === undefined || clearness(how) < clearness(clearest)) clearest = how
  }
  return clearest
}
