import type { ReactElement, ReactNode } from 'react'

export interface Row {
  readonly key: string | number
  readonly cells: readonly ReactNode[]
  /** What may be done with it: the last cell. */
  readonly actions?: ReactNode
}

/** Rows of the same things. Without heads, each row says by itself what it is. */
export function Table({
  heads,
  rows,
}: {
  readonly heads?: readonly string[]
  readonly rows: readonly Row[]
}): ReactElement {
  const hasActions = rows.some(({ actions }) => actions !== undefined)
  return (
    <table>
      {heads && (
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {hasActions && <td />}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ actions, cells, key }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <td key={at}>{cell}</td>
            ))}
            {hasActions && (
              <td>
                <div className="actions">{actions}</div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
