/** A menu that opens under a button or at a point: arrows, Home, End, Escape, submenus. */
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'

export interface MenuItem {
  readonly label: string
  readonly keys?: string
  readonly isOff?: boolean
  /** Absent for a separator. */
  readonly go?: () => void
  readonly items?: readonly MenuItem[]
}

interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
  /** Left and right, at the top level of a menu bar. */
  readonly onTurn?: (by: 1 | -1) => void
  readonly isSub?: boolean
}

const EDGE = 8
const canChoose = ({ go, items, isOff }: MenuItem): boolean => !isOff && (go !== undefined || items !== undefined)

export function Menu({ label, items, at, onClose, onTurn, isSub }: MenuProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const [sub, setSub] = useState<{ readonly item: MenuItem; readonly x: number; readonly y: number } | undefined>()
  const [place, setPlace] = useState(at)

  useLayoutEffect(() => {
    const bounds = list.current?.getBoundingClientRect()
    if (!bounds) return
    setPlace({
      x: Math.max(EDGE, Math.min(at.x, innerWidth - bounds.width - EDGE)),
      y: Math.max(EDGE, Math.min(at.y, innerHeight - bounds.height - EDGE)),
    })
  }, [at])
  useEffect(() => buttons(list.current)[0]?.focus(), [])
  useEffect(() => {
    if (isSub) return
    const away = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('[role="menu"], [role="menubar"]'))) onClose()
    }
    addEventListener('pointerdown', away, { capture: true })
    addEventListener('blur', onClose)
    return () => {
      removeEventListener('pointerdown', away, { capture: true })
      removeEventListener('blur', onClose)
    }
  }, [isSub, onClose])

  function closedThen(go: (() => void) | undefined): void {
    onClose()
    go?.()
  }

  function choose(item: MenuItem, element: HTMLElement): void {
    if (!canChoose(item)) return
    if (item.items) {
      const bounds = element.getBoundingClientRect()
      setSub({ item, x: bounds.right - 2, y: bounds.top - 5 })
      return
    }
    closedThen(item.go)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const all = buttons(list.current)
    const here = all.indexOf(document.activeElement as HTMLButtonElement)
    const item = items.filter(canChoose)[here]
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (here + 1) % all.length,
      ArrowUp: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const step = steps[event.key]
    event.stopPropagation()
    if (step !== undefined) all[step]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab' || (isSub && event.key === 'ArrowLeft')) onClose()
    else if (event.key === 'ArrowRight' && item?.items && all[here]) choose(item, all[here])
    else if (event.key === 'ArrowRight') onTurn?.(1)
    else if (event.key === 'ArrowLeft') onTurn?.(-1)
    else if ([...event.key].length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase()
      const after = [...all.slice(here + 1), ...all.slice(0, here + 1)]
      after.find(({ textContent }) => textContent?.toLowerCase().startsWith(letter))?.focus()
      return
    } else return
    event.preventDefault()
  }

  return (
    <>
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        style={{ left: place.x, top: place.y }}
        onKeyDown={onKeyDown}
      >
        {items.map((item, index) =>
          item.go === undefined && item.items === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: separators have no name
            // biome-ignore lint/a11y/useSemanticElements: an hr is no child of a menu
            <div key={index} role="separator" className="separator" />
          ) : (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.isOff}
              aria-haspopup={item.items ? 'menu' : undefined}
              aria-expanded={item.items ? sub?.item === item : undefined}
              onPointerEnter={({ currentTarget }) => {
                currentTarget.focus()
                if (item.items) choose(item, currentTarget)
                else setSub(undefined)
              }}
              onClick={({ currentTarget }) => choose(item, currentTarget)}
            >
              <span>{item.label}</span>
              {item.keys !== undefined && <kbd>{item.keys}</kbd>}
              {item.items && <span className="more" aria-hidden="true" />}
            </button>
          ),
        )}
      </div>
      {sub && (
        <Menu
          key={sub.item.label}
          isSub
          label={sub.item.label}
          items={(sub.item.items ?? []).map((item) => ({
            ...item,
            ...(item.go ? { go: () => closedThen(item.go) } : {}),
          }))}
          at={{ x: sub.x, y: sub.y }}
          onClose={() => {
            setSub(undefined)
            buttons(list.current)
              .find((button) => button.textContent?.startsWith(sub.item.label))
              ?.focus()
          }}
        />
      )}
    </>
  )
}

const buttons = (list: HTMLElement | null): HTMLButtonElement[] => [
  ...(list?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]:not([disabled])') ?? []),
]
