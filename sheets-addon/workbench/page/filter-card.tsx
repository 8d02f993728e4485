/** The values of a filtered column, to tick or untick; sorting by it. */
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { lettersOf } from '../places.ts'
import { ask } from './ask.ts'
import type { Table } from './grid/table.ts'
import { words } from './words.ts'

interface FilterCardProps {
  readonly table: Table
  readonly column: number
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

export function FilterCard({ table, column, at, onClose }: FilterCardProps): ReactElement {
  const [values, setValues] = useState<readonly string[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [search, setSearch] = useState('')
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState(at)
  const { id, filter } = table.shape()
  const heading = table.mirror.cell(filter?.box.row ?? 1, column).text ?? lettersOf(column)

  useEffect(() => {
    void ask('choices', { sheet: id, column }).then((choices) => {
      setValues(choices.values)
      setHidden(new Set(choices.hidden))
    })
  }, [id, column])
  useEffect(() => {
    card.current?.querySelector('input')?.focus()
    const away = ({ target }: Event): void => {
      if (target instanceof Element && !target.closest('.filter-card')) onClose()
    }
    addEventListener('pointerdown', away, { capture: true })
    return () => removeEventListener('pointerdown', away, { capture: true })
  }, [onClose])
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again once the values are there
  useLayoutEffect(() => {
    const bounds = card.current?.getBoundingClientRect()
    if (bounds) {
      setPlace({
        x: Math.max(8, Math.min(at.x, innerWidth - bounds.width - 8)),
        y: Math.max(8, Math.min(at.y, innerHeight - bounds.height - 8)),
      })
    }
  }, [at, values])

  const found = values.filter((value) => value.toLowerCase().includes(search.toLowerCase()))
  const flip = (value: string): void => {
    const next = new Set(hidden)
    if (!next.delete(value)) next.add(value)
    setHidden(next)
  }
  const sort = (isAscending: boolean): void => {
    onClose()
    void table.perform({ do: 'sort', column, isAscending })
  }
  return (
    <div
      ref={card}
      role="dialog"
      aria-label={words.filterTitle(heading)}
      className="popover filter-card"
      style={{ left: place.x, top: place.y }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="pair">
        <button type="button" className="button" onClick={() => sort(true)}>
          A → Z
        </button>
        <button type="button" className="button" onClick={() => sort(false)}>
          Z → A
        </button>
      </div>
      <input
        className="field"
        aria-label={words.filterSearch}
        placeholder={words.filterSearch}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <div className="pair">
        <button type="button" className="plain link" onClick={() => setHidden(new Set())}>
          {words.filterAll}
        </button>
        <button type="button" className="plain link" onClick={() => setHidden(new Set(values))}>
          {words.filterNone}
        </button>
      </div>
      <div className="values">
        {found.map((value) => (
          <label key={value} className="check">
            <input type="checkbox" checked={!hidden.has(value)} onChange={() => flip(value)} />
            {value === '' ? words.blanks : value}
          </label>
        ))}
      </div>
      <button
        type="button"
        className="button is-main"
        onClick={() => {
          onClose()
          void table.perform({ do: 'criteria', column, hidden: [...hidden] })
        }}
      >
        {words.filterApply}
      </button>
    </div>
  )
}
