/** One reading of a line, as evidence. */
export interface Option {
  readonly codes: Int32Array
  readonly amounts: Float64Array
  readonly right: boolean
}

/** A choice between rival readings; the right ones are marked. */
export interface Choice {
  readonly options: readonly Option[]
}

/**
 * Weights that make the right readings likeliest (conditional logit), held near what was expected: each code pays
 * `stiffness` × (weight − prior)² / 2. Convex, so that the same lines always give the same weights.
 */
export function fitWeights(choices: readonly Choice[], priors: Float64Array, stiffness: number): Float64Array {
  return minimise((weights, gradient) => loss(choices, weights, priors, stiffness, gradient), priors)
}

function loss(
  choices: readonly Choice[],
  weights: Float64Array,
  priors: Float64Array,
  stiffness: number,
  gradient: Float64Array,
): number {
  let total = 0
  for (let code = 0; code < weights.length; code += 1) {
    const away = (weights[code] ?? 0) - (priors[code] ?? 0)
    total += (stiffness * away * away) / 2
    gradient[code] = stiffness * away
  }
  for (const { options } of choices) {
    const scores = options.map(({ codes, amounts }) =>
      codes.reduce((sum, code, index) => sum + (weights[code] ?? 0) * (amounts[index] ?? 0), 0),
    )
    const top = Math.max(...scores)
    const odds = scores.map((score) => Math.exp(score - top))
    const all = odds.reduce((sum, odd) => sum + odd, 0)
    const right = odds.reduce((sum, odd, index) => sum + (options[index]?.right ? odd : 0), 0)
    total += Math.log(all) - Math.log(Math.max(right, 1e-300))
    for (const [index, { codes, amounts, right: isRight }] of options.entries()) {
      const pull = (odds[index] ?? 0) / all - (isRight ? (odds[index] ?? 0) / Math.max(right, 1e-300) : 0)
      if (Math.abs(pull) < 1e-9) continue
      for (let at = 0; at < codes.length; at += 1) {
        const code = codes[at] ?? 0
        gradient[code] = (gradient[code] ?? 0) + pull * (amounts[at] ?? 0)
      }
    }
  }
  return total
}

type Objective = (at: Float64Array, gradient: Float64Array) => number

/** L-BFGS (Nocedal 1980) with ten pairs and a backtracking search. */
function minimise(objective: Objective, start: Float64Array): Float64Array {
  const size = start.length
  let at = Float64Array.from(start)
  let gradient = new Float64Array(size)
  let value = objective(at, gradient)
  const pairs: { step: Float64Array; change: Float64Array; scale: number }[] = []
  for (let round = 0; round < 200; round += 1) {
    const direction = Float64Array.from(gradient, (slope) => -slope)
    const factors: number[] = []
    for (const [index, { step, change, scale }] of [...pairs].reverse().entries()) {
      factors[index] = scale * dot(step, direction)
      addTo(direction, change, -(factors[index] ?? 0))
    }
    const last = pairs.at(-1)
    if (last) scaleBy(direction, dot(last.step, last.change) / dot(last.change, last.change))
    for (const [index, { step, change, scale }] of pairs.entries())
      addTo(direction, step, (factors[pairs.length - 1 - index] ?? 0) - scale * dot(change, direction))
    const slope = dot(direction, gradient)
    if (slope > -1e-7) break
    let length = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    const nextGradient = new Float64Array(size)
    let next = at
    let nextValue = value
    for (let attempt = 0; attempt < 40; attempt += 1, length /= 2) {
      next = Float64Array.from(at, (position, index) => position + length * (direction[index] ?? 0))
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (!(nextValue < value)) break
    const step = Float64Array.from(next, (position, index) => position - (at[index] ?? 0))
    const change = Float64Array.from(nextGradient, (slopeAt, index) => slopeAt - (gradient[index] ?? 0))
    const curvature = dot(step, change)
    if (curvature > 1e-12) pairs.push({ step, change, scale: 1 / curvature })
    if (pairs.length > 10) pairs.shift()
    const gained = value - nextValue
    at = next
    gradient = nextGradient
    value = nextValue
    if (gained < 1e-6 * Math.abs(value)) break
  }
  return at
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
const addTo = (target: Float64Array, source: Float64Array, by: number): void => {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + by * (source[at] ?? 0)
}
const scaleBy = (target: Float64Array, by: number): void => {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) * by
}
