/** What is drawn over the cells: the selection, the active cell, the fill handle, what was copied. */
import type { ReactElement } from 'react'
import type { Box } from '../../protocol.ts'
import { type Geometry, type Rectangle, rectangleIn } from './geometry.ts'
import { boxOf, type Selection } from './selection.ts'

interface OverlayProps {
  readonly geometry: Geometry
  readonly part: 'head' | 'body'
  readonly selection: Selection
  readonly active: Box
  readonly filling: Box | undefined
  readonly copied: Box | undefined
}

const Frame = ({ at, name }: { readonly at: Rectangle | undefined; readonly name: string }): ReactElement | null =>
  at ? <div className={name} style={at} /> : null

export function Overlays({ geometry, part, selection, active, filling, copied }: OverlayProps): ReactElement {
  const box = boxOf(selection)
  const area = rectangleIn(geometry, part, box)
  const isOne = box.rows === active.rows && box.columns === active.columns
  const isEndHere = geometry.rows(box.row + box.rows - 1) === (part === 'head' ? geometry.frozen : geometry.body)
  return (
    <div aria-hidden="true">
      {!isOne && <Frame at={area} name="selected" />}
      <Frame at={rectangleIn(geometry, part, active)} name="active" />
      {filling && <Frame at={rectangleIn(geometry, part, filling)} name="filling" />}
      {copied && <Frame at={rectangleIn(geometry, part, copied)} name="copied" />}
      {area && isEndHere && (
        <div
          className="handle"
          data-fill="true"
          style={{ left: area.left + area.width - 5, top: area.top + area.height - 5 }}
        />
      )}
    </div>
  )
}
