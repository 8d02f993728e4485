import { type KeyboardEvent, type ReactElement, type ReactNode, useRef, useState } from 'react'

export interface Tab {
  readonly id: string
  readonly name: string
  readonly longName?: string
  readonly count?: number
  readonly panel: () => ReactNode
}

/** One stop of Tab for all, arrows between them: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }): ReactElement {
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const current = tabs[at]
  const go = (next: number): void => {
    const index = (next + tabs.length) % tabs.length
    setAt(index)
    list.current?.querySelectorAll('button')[index]?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    go(next)
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ id, name, longName, count }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={index === at}
            aria-controls={`panel-${id}`}
            aria-label={count ? `${longName ?? name}, ${count}` : (longName ?? name)}
            tabIndex={index === at ? 0 : -1}
            onClick={() => setAt(index)}
            onKeyDown={onKey}
          >
            {name}
            {count !== undefined && count > 0 && <span className="count">{count}</span>}
          </button>
        ))}
      </div>
      {current && (
        <section role="tabpanel" id={`panel-${current.id}`} aria-labelledby={`tab-${current.id}`}>
          {current.panel()}
        </section>
      )}
    </>
  )
}
