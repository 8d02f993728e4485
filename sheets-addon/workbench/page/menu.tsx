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
  /** Of this menu alone, the one above staying open. */
  readonly onClose: () => void
  /** Of all of them, once something is chosen or left. */
  readonly onDone?: () => void
  /** To the next menu of a bar, or the one before. */
  readonly onTurn?: (by: 1 | -1) => void
  /** Where a submenu stands: it opens under the pointer without taking the keyboard, or from the keyboard. */
  readonly isSub?: boolean
  readonly takesFocus?: boolean
  readonly onEnter?: () => void
}

interface Open {
  readonly item: MenuItem
  readonly from: HTMLElement
  readonly takesFocus: boolean
}

/** Long enough to cross a neighbour on the way to the submenu, too short to be waited for. */
const CROSSING_MS = 150

const EDGE = 8
const canChoose = ({ go, items, isOff }: MenuItem): boolean => !isOff && (go !== undefined || items !== undefined)

export function Menu({
  label,
  items,
  at,
  onClose,
  onDone = onClose,
  onTurn,
  isSub,
  takesFocus = true,
  onEnter,
}: MenuProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const crossing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [sub, setSub] = useState<Open | undefined>()
  const [place, setPlace] = useState(at)

  useLayoutEffect(() => {
    const bounds = list.current?.getBoundingClientRect()
    if (!bounds) return
    setPlace({
      x: Math.max(EDGE, Math.min(at.x, innerWidth - bounds.width - EDGE)),
      y: Math.max(EDGE, Math.min(at.y, innerHeight - bounds.height - EDGE)),
    })
  }, [at.x, at.y])
  useEffect(() => {
    if (takesFocus) buttons(list.current)[0]?.focus()
  }, [takesFocus])
  useEffect(() => () => clearTimeout(crossing.current), [])
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

  function choose(item: MenuItem, from: HTMLElement): void {
    clearTimeout(crossing.current)
    if (!canChoose(item)) return
    if (item.items) {
      setSub({ item, from, takesFocus: true })
      return
    }
    onDone()
    item.go?.()
  }

  /** Another entry under the pointer: at once, unless a submenu is open that the pointer may be going to. */
  function pointTo(item: MenuItem, from: HTMLElement): void {
    clearTimeout(crossing.current)
    const turn = (): void => {
      from.focus()
      setSub(item.items && canChoose(item) ? { item, from, takesFocus: false } : undefined)
    }
    if (!sub || sub.item === item) {
      if (!sub) turn()
    } else crossing.current = setTimeout(turn, CROSSING_MS)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const all = buttons(list.current)
    const here = all.findIndex((button) => button.matches(':focus'))
    const item = items.filter(canChoose)[here]
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (here + 1) % all.length,
      ArrowUp: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const step = steps[event.key]
    event.stopPropagation()
    if (step !== undefined) {
      all[step]?.focus()
      setSub(undefined)
    } else if (event.key === 'Tab') onDone()
    else if (event.key === 'Escape' || (isSub && event.key === 'ArrowLeft')) onClose()
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
        onPointerEnter={onEnter}
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
              onPointerEnter={({ currentTarget }) => pointTo(item, currentTarget)}
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
          takesFocus={sub.takesFocus}
          label={sub.item.label}
          items={sub.item.items ?? []}
          at={beside(sub.from)}
          onEnter={() => clearTimeout(crossing.current)}
          onDone={onDone}
          {...(onTurn ? { onTurn } : {})}
          onClose={() => {
            setSub(undefined)
            sub.from.focus()
          }}
        />
      )}
    </>
  )
}

/** At the right of the entry it belongs to, its first entry level with it. */
function beside(entry: HTMLElement): MenuProps['at'] {
  const { right, top } = entry.getBoundingClientRect()
  return { x: right - 2, y: top - 5 }
}

const buttons = (list: HTMLElement | null): HTMLButtonElement[] => [
  ...(list?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]:not([disabled])') ?? []),
]
