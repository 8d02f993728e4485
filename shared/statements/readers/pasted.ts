import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { cents } from '@tabellion/shared/money'
import { looksLikeMoney, readCents } from '../amount.ts'
import { readShownDay } from '../date.ts'
import { cleanLabel } from '../label/clean.ts'
import type { RowProblem, StatementProblem } from '../problem.ts'
import type { Reading, StatementLine } from '../statement.ts'
import type { ReadContext, Reader } from './reader.ts'

/**
 * Text copied from a bank's page, one value a line: a day, labels, an amount, sometimes `€` on a line of its own. Rows copied
 * from a table come with tabs, and are read as CSV.
 */
export const pasted: Reader = {
  recognises: (text) => {
    const lines = linesOf(text).slice(0, 400)
    const amounts = lines.filter(({ text: line }) => isAmountLine(line)).length
    return (
      lines.length >= 2 &&
      amounts > 0 &&
      amounts * 6 >= lines.length &&
      lines.some(({ text: line }) => /[A-Za-zÀ-ÿ]{2}/.test(line) && !isAmountLine(line))
    )
  },
  read: readPasted,
}

/** With cents, so that a page number or a year is no amount. */
const isAmountLine = (line: string): boolean =>
  line.length < 30 && /\d[.,]\d{2}(?!\d)/.test(line) && looksLikeMoney(line)
const isCurrency = (line: string): boolean => /^(?:€|EUR|euros?)$/i.test(line)

function linesOf(text: string): { text: string; line: number }[] {
  return text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ text: cleanLabel(line), line: at + 1 }))
    .filter(({ text: line }) => line !== '' && !isCurrency(line))
}

function readPasted(text: string, context: ReadContext): Result<Reading, StatementProblem> {
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  let day = undefined as ReturnType<typeof readShownDay>
  let words: { text: string; line: number }[] = []
  let afterAmount = false
  for (const { text: shown, line } of linesOf(text)) {
    const shownDay = shown.length < 40 ? readShownDay(shown, context.today) : undefined
    if (shownDay !== undefined) {
      day = shownDay
      afterAmount = false
      continue
    }
    if (!isAmountLine(shown)) {
      words.push({ text: shown, line })
      afterAmount = false
      continue
    }
    // A second amount without words of its own is a running balance.
    if (afterAmount && words.length === 0) continue
    const rawLabel = words.map((word) => word.text).join(' | ')
    const amountCents = cents(readCents(shown))
    const from = words[0]?.line ?? line
    if (day === undefined) problems.push({ code: 'missing-date', line: from, label: rawLabel, amountCents })
    else
      lines.push({
        line: from,
        date: day,
        amountCents,
        currency: 'EUR',
        rawLabel,
        pending: /en cours|à venir|en attente|autorisation/i.test(rawLabel),
      })
    words = []
    afterAmount = true
  }
  if (lines.length === 0 && problems.length === 0) return fail({ code: 'foreign-file', what: 'text' })
  return ok({ format: 'text', dialect: 'pasted lines', accounts: [], lines, problems, assumed: [] })
}
