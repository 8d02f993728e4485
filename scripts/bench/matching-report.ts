import type { Dataset, Summary } from './benchmark.ts'
import type { BenchPrediction } from './benchmark-adapter.ts'

export const HEAD = [
  '| matcher | automatic: precision | wrong | recall | of auto-able | top-1 | top-3 | noise: false automatic | false suggestion | copies flagged | wrongly | ECE | promised twice |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
].join('\n')

function percent(value: number | null): string {
  return value === null ? '–' : (100 * value).toFixed(1)
}

export function row(name: string, { auto, suggestions, noise, duplicates, calibration }: Summary): string {
  const cells = [
    name,
    percent(auto.precision),
    `${auto.wrongOnReal + auto.onNoise} of ${auto.n}`,
    percent(auto.recall),
    percent(auto.recallOfAutoable),
    percent(suggestions.top1),
    percent(suggestions.top3),
    percent(noise.falseAuto),
    percent(noise.falseSuggest),
    `${duplicates.claimedRight} of ${duplicates.copies}`,
    String(duplicates.claimedWrong),
    calibration.ece?.toFixed(3) ?? '–',
    String(auto.invoicesOverPromised),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Wilson (1927), one-sided 97.5 %: what the precision is at least. */
export function lower({ auto: { n, correct } }: Summary): string {
  const z = 1.96
  const share = correct / n
  const bound =
    (share + (z * z) / (2 * n) - z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return `Ours: automatic precision at least ${(100 * bound).toFixed(2)} % (lower 95 % bound).`
}

export function curve({ oneThreshold, calibration }: Summary): string {
  const at = `recall with one threshold: ${percent(oneThreshold.recallAtP99_5.recall)} % at 99.5 % precision, ${percent(oneThreshold.recallAtP99.recall)} % at 99 %, ${percent(oneThreshold.recallAtP95.recall)} % at 95 %`
  const bins = calibration.bins
    .filter(({ n }) => n > 0)
    .map(({ bin, n, meanConf, accuracy }) => `${bin}: said ${percent(meanConf)}, was ${percent(accuracy)} (${n})`)
  return `Curve: ${at}.\nCalibration: ${bins.join('; ')}.`
}

export function wrong(
  { transactions, invoices, truth, meta }: Dataset,
  seed: number,
  id: string,
  prediction: BenchPrediction | undefined,
): string {
  const line = transactions.find((candidate) => candidate.id === id)
  const names = (allocations: readonly { invoiceId: string; amountCents: number }[]) =>
    allocations
      .map(
        ({ invoiceId, amountCents }) =>
          `${invoices.find((invoice) => invoice.id === invoiceId)?.number} for ${(amountCents / 100).toFixed(2)}`,
      )
      .join(' + ') || 'nothing'
  return (
    `WRONG seed ${seed} ${id} (${meta[id]?.situation}) ${line?.date} ${((line?.amountCents ?? 0) / 100).toFixed(2)} « ${line?.label} » ${line?.counterparty ?? ''} ${line?.reference ?? ''}: ` +
    `ours ${names(prediction?.proposals[0]?.allocations ?? [])}, truth ${names(truth[id] ?? [])}`
  )
}
