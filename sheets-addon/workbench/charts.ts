/** From a chart's description to what a drawing needs: labels and series of numbers. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import type { Chart } from './protocol.ts'

/** What Google gives a chart without a size. */
const WIDTH = 600
const HEIGHT = 371

const kinds: Readonly<Record<string, Chart['kind']>> = {
  COLUMN: 'column',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'area',
  PIE: 'pie',
  COMBO: 'column',
  STEPPED_AREA: 'area',
}

/** A kind that we do not draw is left out. */
export const chartsOf = (screen: ScreenAccess, sheet: stored.Sheet): Chart[] =>
  sheet.charts.flatMap((chart) => {
    const kind = kinds[chart.type ?? '']
    return kind ? [drawn(screen, chart, kind)] : []
  })

interface Read {
  readonly text: string
  readonly value: number | null
}

function drawn(screen: ScreenAccess, chart: stored.Chart, kind: Chart['kind']): Chart {
  const { options } = chart
  const columns = chart.areas.flatMap((area) => columnsOf(screen, area))
  const lines = chart.transposed ? transposed(columns) : columns
  const isHeaded = chart.headers > 0 || lines.slice(1).some((line) => line[0]?.value === null && line[0].text !== '')
  const bodies = lines.map((line) => (isHeaded ? line.slice(1) : line))
  const [labels = [], ...values] = bodies
  const colors = Array.isArray(options['colors']) ? options['colors'].map(String) : []
  const { row = 1, column = 1, x = 0, y = 0 } = chart.position ?? {}
  return {
    id: chart.id,
    kind,
    title: typeof options['title'] === 'string' ? options['title'] : '',
    row,
    column,
    x,
    y,
    width: Number(options['width'] ?? WIDTH),
    height: Number(options['height'] ?? HEIGHT),
    isStacked: options['isStacked'] !== undefined && options['isStacked'] !== false,
    labels: labels.map(({ text }) => text),
    series: values.map((cells, index) => ({
      name: isHeaded ? (lines[index + 1]?.[0]?.text ?? '') : '',
      ...(colors[index] === undefined ? {} : { color: colors[index] }),
      values: cells.map(({ value }) => value),
    })),
    unit: /[€%]/.exec(values.flat().find(({ text }) => text !== '')?.text ?? '')?.[0] ?? '',
  }
}

function columnsOf(screen: ScreenAccess, { sheet: id, row, column, rows, columns }: stored.Area): Read[][] {
  const sheet = screen.book().sheets.find((candidate) => candidate.id === id)
  if (!sheet) return []
  const last = Math.min(row + rows - 1, Math.max(row, screen.extent(sheet).rows))
  return Array.from({ length: columns }, (_, j) =>
    Array.from({ length: last - row + 1 }, (_, i) => {
      const value = screen.value(sheet, row + i, column + j)
      return { text: screen.display(sheet, row + i, column + j), value: typeof value === 'number' ? value : null }
    }),
  )
}

const transposed = <Item>(columns: readonly (readonly Item[])[]): Item[][] =>
  Array.from({ length: Math.max(0, ...columns.map(({ length }) => length)) }, (_, i) =>
    columns.flatMap((column) => column[i] ?? []),
  )
