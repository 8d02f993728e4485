/** Our menus, then those of the script: what « Facturation » holds comes from the bundle itself. */
import { type ReactElement, useRef, useState } from 'react'
import { Menu, type MenuItem } from './menu.tsx'
import { words } from './words.ts'

export interface NamedMenu {
  readonly title: string
  readonly items: readonly MenuItem[]
  readonly isOurs?: boolean
}

export function MenuBar({
  menus,
  onLeave,
}: {
  readonly menus: readonly NamedMenu[]
  readonly onLeave: () => void
}): ReactElement {
  const bar = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | undefined>(undefined)
  const [here, setHere] = useState(0)
  const titles = (): HTMLButtonElement[] => [...(bar.current?.querySelectorAll('button') ?? [])]
  const bounds = open === undefined ? undefined : titles()[open]?.getBoundingClientRect()

  function turn(from: number, by: number): void {
    const next = (from + by + menus.length) % menus.length
    setHere(next)
    if (open === undefined) titles()[next]?.focus()
    else setOpen(next)
  }

  return (
    <div ref={bar} role="menubar" tabIndex={-1} aria-label={words.menuBar} className="menu-bar" data-region="menus">
      {menus.map(({ title, isOurs }, index) => (
        <button
          key={title}
          type="button"
          role="menuitem"
          aria-haspopup="menu"
          aria-expanded={open === index}
          tabIndex={index === here ? 0 : -1}
          className={isOurs ? 'is-ours' : ''}
          onClick={() => {
            setHere(index)
            setOpen(open === index ? undefined : index)
          }}
          onPointerEnter={() => {
            if (open !== undefined) setOpen(index)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
              turn(index, event.key === 'ArrowRight' ? 1 : -1)
            else if (event.key === 'ArrowDown') setOpen(index)
            else if (event.key === 'Escape') onLeave()
            else return
            event.preventDefault()
          }}
        >
          {title}
        </button>
      ))}
      {open !== undefined && bounds && (
        <Menu
          key={open}
          label={menus[open]?.title ?? ''}
          items={menus[open]?.items ?? []}
          at={{ x: bounds.left, y: bounds.bottom + 2 }}
          onTurn={(by) => turn(open, by)}
          onClose={() => {
            setOpen(undefined)
            onLeave()
          }}
        />
      )}
    </div>
  )
}
