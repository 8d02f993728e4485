import type { Citation } from './citation.ts'
import { narrow } from './introduction.ts'
import { type NumberIndex, withSequence } from './number-index.ts'
import type { Run } from './text.ts'
import { classesOf } from './vocabulary.ts'

/** A list after a number: « F2026-002/005/007 », « FACT 12, 13 et 15 », « 12 à 15 ». */
export function followList(
  runs: readonly Run[],
  index: NumberIndex,
  dates: ReadonlySet<number>,
  first: Citation,
  used: Set<number>,
  cited: Citation[],
): void {
  const { head } = first
  const lookUp = (sequence: number) => {
    const found = withSequence(index, head, sequence)
    return head ? found : narrow(found, undefined)
  }
  let previous = first.invoices[0]?.parts?.readings.find((reading) => !head || reading.head === head)?.sequence ?? 0
  let ranged = false
  for (let at = first.to; at < runs.length; at += 1) {
    const run = runs[at]
    if (!run || run.field !== runs[first.from]?.field || used.has(at) || dates.has(at)) return
    if (!run.digits) {
      const classes = classesOf(run.text)
      if (!classes.has('link') && !classes.has('invoice') && !index.letters.has(run.text)) return
      ranged = classes.has('until')
      continue
    }
    const sequence = Number(run.text)
    const invoices = lookUp(sequence)
    if (run.text.length > 6 || run.gap.length > 4 || invoices.length === 0) return
    const place = { from: at, to: at + 1, head }
    if (ranged && sequence - previous <= 15)
      for (let inside = previous + 1; inside < sequence; inside += 1)
        cited.push({ ...place, how: 'ranged', invoices: lookUp(inside) })
    cited.push({ ...place, how: first.how === 'worded' ? 'worded' : 'listed', invoices })
    used.add(at)
    previous = sequence
    ranged = false
  }
}
