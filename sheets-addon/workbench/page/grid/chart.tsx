/** The charts of a tab, drawn from what they show: bars, lines, areas, a pie. */
import type { ReactElement, ReactNode } from 'react'
import type { Chart } from '../../protocol.ts'
import { themed } from '../colors.ts'
import { figure, scaleOf } from './chart-scale.ts'

/** Told apart in both themes, and by those who see red as green. */
const palette = [
  'var(--accent)',
  'light-dark(#c9772b, #e8a867)',
  'light-dark(#4d8f7a, #84c4b0)',
  'light-dark(#8a6fb0, #bba6dc)',
]
const MARGIN = { top: 44, right: 16, bottom: 36, left: 68 }

const colorOf = (chart: Chart, index: number): string => {
  const color = chart.series[index]?.color
  return color === undefined ? (palette[index % palette.length] ?? 'var(--accent)') : themed(color)
}

export function ChartView({ chart }: { readonly chart: Chart }): ReactElement {
  const { width, height, title, series, labels } = chart
  const isNamed = series.length > 1 && series.some(({ name }) => name !== '')
  return (
    <figure className="chart" style={{ width, height }}>
      <svg width={width} height={height} role="img" aria-label={described(chart)}>
        <text x={16} y={26} className="chart-title">
          {title}
        </text>
        {isNamed && <Legend chart={chart} />}
        {labels.length > 0 && (chart.kind === 'pie' ? <Pie chart={chart} /> : <Axes chart={chart} />)}
      </svg>
    </figure>
  )
}

/** A chart read aloud: its title, then each series with its values. */
function described({ title, labels, series, unit }: Chart): string {
  const lines = series.map(({ name, values }) =>
    [name, ...labels.map((label, index) => `${label} ${figure(values[index] ?? 0, unit)}`)].filter(Boolean).join(', '),
  )
  return [title, ...lines].filter(Boolean).join('. ')
}

function Legend({ chart }: { readonly chart: Chart }): ReactElement {
  const widths = chart.series.map(({ name }) => name.length * 7 + 28)
  const starts = widths.map((_, index) => chart.width - 16 - widths.slice(index).reduce((sum, width) => sum + width, 0))
  return (
    <g>
      {chart.series.map(({ name }, index) => (
        <g key={name} transform={`translate(${starts[index] ?? 0} 16)`}>
          <rect width={10} height={10} rx={2} fill={colorOf(chart, index)} />
          <text x={15} y={9} className="chart-label">
            {name}
          </text>
        </g>
      ))}
    </g>
  )
}

function Axes({ chart }: { readonly chart: Chart }): ReactElement {
  const { width, height, labels, series, kind, unit, isStacked } = chart
  const isLying = kind === 'bar'
  const left = isLying ? MARGIN.left + 40 : MARGIN.left
  const plot = { width: width - left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom }
  const totals = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const all = isStacked ? totals : series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  const { least, most, ticks } = scaleOf(all)
  const along = isLying ? plot.width : plot.height
  const across = (isLying ? plot.height : plot.width) / labels.length
  const reach = (value: number): number => ((value - least) / (most - least)) * along
  /** A place of the plot: `at` across the labels, `value` along the scale. */
  const point = (at: number, value: number): readonly [number, number] =>
    isLying ? [left + reach(value), MARGIN.top + at] : [left + at, MARGIN.top + plot.height - reach(value)]
  const every = Math.ceil(labels.length / Math.max(1, Math.floor(plot.width / 56)))

  const grid = ticks.map((tick) => {
    const [x, y] = point(0, tick)
    const isZero = tick === 0
    return (
      <g key={tick}>
        <line
          className={isZero ? 'chart-zero' : 'chart-line'}
          x1={isLying ? x : left}
          x2={isLying ? x : left + plot.width}
          y1={isLying ? MARGIN.top : y}
          y2={isLying ? MARGIN.top + plot.height : y}
        />
        <text
          className="chart-label"
          x={isLying ? x : left - 8}
          y={isLying ? MARGIN.top + plot.height + 18 : y + 4}
          textAnchor={isLying ? 'middle' : 'end'}
        >
          {figure(tick, unit)}
        </text>
      </g>
    )
  })
  const names = labels.map((label, index) => {
    if (!isLying && index % every !== 0) return null
    const [x, y] = point((index + 0.5) * across, least)
    return (
      <text
        className="chart-label"
        // biome-ignore lint/suspicious/noArrayIndexKey: two labels may be equal, their place is what tells them apart
        key={index}
        x={isLying ? left - 8 : x}
        y={isLying ? y + 4 : MARGIN.top + plot.height + 18}
        textAnchor={isLying ? 'end' : 'middle'}
      >
        {label}
      </text>
    )
  })
  const isBars = kind === 'column' || kind === 'bar'
  return (
    <g>
      {grid}
      {names}
      {isBars
        ? bars(chart, across, point)
        : series.map((_, index) => (
            <Curve key={series[index]?.name ?? index} chart={chart} index={index} across={across} point={point} />
          ))}
    </g>
  )
}

type Point = (at: number, value: number) => readonly [number, number]

function bars(chart: Chart, across: number, point: Point): ReactNode {
  const { labels, series, isStacked, kind } = chart
  const room = Math.min(across * 0.72, 56 * (isStacked ? 1 : series.length))
  const thick = isStacked ? room : room / series.length
  return labels.flatMap((label, at) => {
    let below = 0
    return series.map(({ name, values }, index) => {
      const value = values[at] ?? 0
      const start = at * across + (across - room) / 2 + (isStacked ? 0 : index * thick)
      const [x1, y1] = point(start, isStacked ? below : 0)
      const [x2, y2] = point(start + thick - (isStacked ? 0 : 2), isStacked ? below + value : value)
      below += value
      return (
        <rect
          key={`${start} ${label} ${name}`}
          x={Math.min(x1, x2)}
          y={Math.min(y1, y2)}
          width={Math.abs(x2 - x1)}
          height={Math.abs(y2 - y1)}
          rx={kind === 'column' || kind === 'bar' ? 2 : 0}
          fill={colorOf(chart, index)}
        />
      )
    })
  })
}

interface CurveProps {
  readonly chart: Chart
  readonly index: number
  readonly across: number
  readonly point: Point
}

/** A month without a value leaves a hole, it is not a zero. */
function Curve({ chart, index, across, point }: CurveProps): ReactElement {
  const values = chart.series[index]?.values ?? []
  const known = values.flatMap((value, at) =>
    value === null ? [] : [{ at, value, place: point((at + 0.5) * across, value) }],
  )
  const path = known
    .map(
      ({ at, place: [x, y] }, step) =>
        `${step > 0 && known[step - 1]?.at === at - 1 ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`,
    )
    .join('')
  const color = colorOf(chart, index)
  const [first, last] = [known[0], known.at(-1)]
  return (
    <g>
      {chart.kind === 'area' && first && last && (
        <path
          d={`${path}L${point((last.at + 0.5) * across, 0).join(' ')}L${point((first.at + 0.5) * across, 0).join(' ')}Z`}
          fill={color}
          opacity={0.18}
        />
      )}
      <path d={path} fill="none" stroke={color} strokeWidth={2} strokeLinejoin="round" />
      {known.map(({ at, place: [x, y] }) => (
        <circle key={at} cx={x} cy={y} r={2.5} fill={color} />
      ))}
    </g>
  )
}

function Pie({ chart }: { readonly chart: Chart }): ReactElement {
  const values = (chart.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  const radius = Math.min(chart.width / 2, chart.height - 80) / 2
  const [x, y] = [radius + 24, chart.height / 2 + 14]
  let turned = 0
  const place = (part: number): string => {
    const angle = 2 * Math.PI * part - Math.PI / 2
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  }
  return (
    <g>
      {values.map((value, index) => {
        const start = turned
        turned += value / total
        const color = palette[index % palette.length]
        const slice = `M${x} ${y}L${place(start)}A${radius} ${radius} 0 ${turned - start > 0.5 ? 1 : 0} 1 ${place(turned)}Z`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two labels may be equal, their place is what tells them apart
          <g key={index}>
            {value === total ? (
              <circle cx={x} cy={y} r={radius} fill={color} />
            ) : (
              <path d={slice} fill={color} stroke="var(--paper)" />
            )}
            <rect x={x + radius + 24} y={56 + index * 22} width={10} height={10} rx={2} fill={color} />
            <text x={x + radius + 40} y={65 + index * 22} className="chart-label">
              {`${chart.labels[index] ?? ''} · ${figure(value / total, '%')}`}
            </text>
          </g>
        )
      })}
    </g>
  )
}
