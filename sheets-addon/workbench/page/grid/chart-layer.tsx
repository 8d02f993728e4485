/** The charts of the tab, each where its anchor cell stands. */
import { memo, type ReactElement } from 'react'
import type { SheetShape } from '../../protocol.ts'
import { ChartView } from './chart.tsx'
import type { Geometry } from './geometry.ts'

interface ChartLayerProps {
  readonly shape: SheetShape
  readonly geometry: Geometry
}

export const ChartLayer = memo(function ChartLayer({ shape, geometry }: ChartLayerProps): ReactElement {
  const { body, columns, head, left } = geometry
  return (
    <>
      {shape.charts.map((chart) => (
        <div
          key={chart.id}
          className="chart-place"
          style={{
            left: left + columns.start(chart.column) + chart.x,
            top: head + (chart.row < body.first ? 0 : body.start(chart.row)) + chart.y,
          }}
        >
          <ChartView chart={chart} />
        </div>
      ))}
    </>
  )
})
