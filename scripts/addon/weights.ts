import type { Metafile } from 'esbuild'

/** Minified bytes of a bundle by package, by room of shared/ or by folder of the add-on. */
export type Weights = Readonly<Record<string, number>>

function ownerOf(input: string): string {
  const npm = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]
  if (npm !== undefined) return npm
  const [top, ...folders] = input.split('/').slice(0, -1)
  const depth = top === 'sheets-addon' || folders[0] === 'documents' ? 2 : 1
  return [top, ...folders.slice(0, depth)].join('/')
}

/** What each owner adds to the outputs of the bundles. */
export function weightsOf(bundles: readonly Pick<Metafile, 'outputs'>[]): Weights {
  const weights: Record<string, number> = {}
  for (const { inputs } of bundles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const owner = ownerOf(input)
      weights[owner] = (weights[owner] ?? 0) + bytesInOutput
    }
  }
  return weights
}

/** The heaviest first, each with its share; what weighs less than `least` bytes is one line. */
export function weightTable(weights: Weights, least = 500): string {
  const all = Object.entries(weights).sort(([, a], [, b]) => b - a)
  const total = all.reduce((sum, [, bytes]) => sum + bytes, 0)
  const small = all.filter(([, bytes]) => bytes < least)
  const lines = [
    ...all.filter(([, bytes]) => bytes >= least),
    [`${small.length} smaller`, small.reduce((sum, [, bytes]) => sum + bytes, 0)] as const,
  ]
  return lines
    .map(([owner, bytes]) => {
      const share = `${((100 * bytes) / total).toFixed(1)} %`
      return `${(bytes / 1000).toFixed(1).padStart(8)} kB ${share.padStart(7)}  ${owner}`
    })
    .join('\n')
}
