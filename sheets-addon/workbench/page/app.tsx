/** The whole page: menus and tools above, the grid, its tabs below, the script's sidebar at the right. */
import { type ReactElement, useCallback, useEffect, useState } from 'react'
import type { BookState, SheetShape } from '../protocol.ts'
import type { Bench } from './bench.ts'
import { Clock } from './clock.tsx'
import { contextItems, menusOf } from './commands.ts'
import { ConfirmDialog, KeysDialog, QuestionDialog, WarningDialog } from './dialogs.tsx'
import { FilterCard } from './filter-card.tsx'
import { FormulaBar } from './formula-bar.tsx'
import { Grid } from './grid/grid.tsx'
import { Menu } from './menu.tsx'
import { MenuBar } from './menu-bar.tsx'
import { Panels } from './panels.tsx'
import { Preview } from './preview.tsx'
import { ScriptDialog } from './script-dialog.tsx'
import { useStore } from './store.ts'
import { TabBar } from './tab-bar.tsx'
import { Toasts } from './toasts.tsx'
import { words } from './words.ts'

export function App({ bench }: { readonly bench: Bench }): ReactElement {
  const book = useStore(bench.mirror.book)
  const shape = useStore(bench.mirror.shape)
  const isLost = useStore(bench.isLost)
  if (!book || !shape) return <p className="opening">{isLost ? words.lost : words.loading}</p>
  return <Opened bench={bench} book={book} shape={shape} isLost={isLost} />
}

interface OpenedProps {
  readonly bench: Bench
  readonly book: BookState
  readonly shape: SheetShape
  readonly isLost: boolean
}

const toGrid = (): void => document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })

/** F6: from one part of the screen to the next, so that no part holds the keyboard for ever. */
function toRegion(by: 1 | -1): void {
  const regions = ['menus', 'tools', 'formula', 'grid', 'side', 'tabs'].flatMap(
    (name) => document.querySelector<HTMLElement>(`[data-region="${name}"]:not([hidden])`) ?? [],
  )
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(Math.max(here, 0) + by + regions.length) % regions.length]
  next
    ?.querySelector<HTMLElement>(
      '[role="grid"], button[tabindex="0"], button:enabled:not([tabindex="-1"]), input, iframe',
    )
    ?.focus()
}

function Opened({ bench, book, shape, isLost }: OpenedProps): ReactElement {
  const { table } = bench
  useStore(table.selection)
  const asked = useStore(bench.telling.asked)
  const warned = useStore(bench.warned)
  const isRunning = useStore(bench.isRunning)
  const [menu, setMenu] = useState<{ x: number; y: number; on: 'cells' | 'rows' | 'columns' } | undefined>(undefined)
  const [filtered, setFiltered] = useState<{ column: number; x: number; y: number } | undefined>(undefined)
  const [open, setOpen] = useState<'restart' | 'keys' | undefined>(undefined)
  const closeMenu = useCallback(() => {
    setMenu(undefined)
    toGrid()
  }, [])
  const closeFilter = useCallback(() => {
    setFiltered(undefined)
    toGrid()
  }, [])
  const leave = useCallback((isBack: boolean) => (isBack ? toGrid() : toRegion(1)), [])

  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return
      event.preventDefault()
      toRegion(event.shiftKey ? -1 : 1)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab takes the keyboard, unless a text is being typed
  useEffect(() => {
    if (!document.activeElement?.matches('input, dialog *')) toGrid()
  }, [shape.id])

  return (
    <>
      <header className="top">
        <div className="title-row">
          <img src="icon.svg" alt="" width={26} height={26} />
          <h1>{book.name}</h1>
          <MenuBar
            menus={menusOf(bench, { restart: () => setOpen('restart'), keys: () => setOpen('keys') })}
            onLeave={toGrid}
          />
          <span className="running" role="status">
            {isLost ? words.lost : isRunning ? words.running : ''}
          </span>
          <Tools bench={bench} book={book} />
        </div>
        <FormulaBar table={table} onLeave={toGrid} />
      </header>
      <div className="workspace">
        <main className="sheet" data-region="grid" aria-label={words.grid(shape.name)}>
          <Grid
            key={shape.id}
            table={table}
            shape={shape}
            onMenu={(x, y, on) => setMenu({ x, y, on })}
            onFilter={(column, button) => {
              const { left, bottom } = button.getBoundingClientRect()
              setFiltered({ column, x: left, y: bottom + 4 })
            }}
            onFollow={bench.follow}
          />
          <Toasts telling={bench.telling} />
          {menu && <Menu label={words.edit} items={contextItems(bench, menu.on)} at={menu} onClose={closeMenu} />}
        </main>
        <Preview bench={bench} />
        <Panels bench={bench} book={book} onLeave={leave} />
      </div>
      <footer>
        <TabBar bench={bench} book={book} shape={shape} />
      </footer>
      {filtered && <FilterCard table={table} column={filtered.column} at={filtered} onClose={closeFilter} />}
      {book.dialog && <ScriptDialog key={book.dialog.number} bench={bench} frame={book.dialog} onLeave={leave} />}
      {asked && <QuestionDialog asked={asked} />}
      {warned && <WarningDialog warned={warned} />}
      {open === 'keys' && <KeysDialog onClose={() => setOpen(undefined)} />}
      {open === 'restart' && (
        <ConfirmDialog
          title={words.restartTitle}
          text={words.restartText}
          go={words.restartGo}
          onClose={() => setOpen(undefined)}
          onGo={() => {
            setOpen(undefined)
            void bench.restart()
          }}
        />
      )}
    </>
  )
}

function Tools({ bench, book }: { readonly bench: Bench; readonly book: BookState }): ReactElement {
  const { table } = bench
  const panel = useStore(bench.side.panel)
  const { files, mails } = useStore(bench.mirror.papers)
  const counted = (label: string, count: number): string => (count === 0 ? label : `${label} (${count})`)
  const turn = (wanted: 'files' | 'mails'): void =>
    bench.side.panel.set(panel === wanted ? (book.sidebar ? 'sidebar' : undefined) : wanted)
  return (
    <div className="tools" role="toolbar" aria-label={words.toolbar} data-region="tools">
      <button type="button" className="tool" disabled={!book.canUndo} onClick={() => table.obey({ kind: 'undo' })}>
        {words.undo}
      </button>
      <button type="button" className="tool" disabled={!book.canRedo} onClick={() => table.obey({ kind: 'redo' })}>
        {words.redo}
      </button>
      <Clock bench={bench} book={book} />
      <button type="button" className="tool" aria-pressed={panel === 'files'} onClick={() => turn('files')}>
        {counted(words.files, files.length)}
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={panel === 'mails'}
        onClick={() => {
          bench.side.mail.set(undefined)
          turn('mails')
        }}
      >
        {counted(words.mails, mails.length)}
      </button>
    </div>
  )
}
