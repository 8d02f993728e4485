/** « Aujourd’hui est le… »: the clock of the workbook, which the person moves. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { BookState } from '../protocol.ts'
import type { Bench } from './bench.ts'
import { later, longDay } from './days.ts'
import { words } from './words.ts'

export function Clock({ bench, book }: { readonly bench: Bench; readonly book: BookState }): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="clock">
      <button
        ref={button}
        type="button"
        className="tool"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.clock(longDay(book.today))}
      </button>
      {isOpen && (
        <ClockForm
          bench={bench}
          book={book}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </div>
  )
}

interface ClockFormProps {
  readonly bench: Bench
  readonly book: BookState
  readonly onClose: () => void
}

function ClockForm({ bench, book, onClose }: ClockFormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null)
  const [day, setDay] = useState(book.today)
  const [time, setTime] = useState(book.time)
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
    const away = ({ target }: Event): void => {
      if (target instanceof Element && !target.closest('.clock')) onClose()
    }
    addEventListener('pointerdown', away)
    return () => removeEventListener('pointerdown', away)
  }, [onClose])
  const go = (to: string): void => {
    onClose()
    void bench.setClock(to, time)
  }
  return (
    <div
      role="dialog"
      aria-label={words.clockTitle}
      className="popover"
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          go(day)
        }}
      >
        <h2>{words.clockTitle}</h2>
        <p className="secondary">{words.clockWhy}</p>
        <div className="pair">
          <label>
            {words.day}
            <input
              type="date"
              className="field"
              required
              value={day}
              onChange={({ currentTarget }) => setDay(currentTarget.value)}
            />
          </label>
          <label>
            {words.time}
            <input
              type="time"
              className="field"
              required
              value={time}
              onChange={({ currentTarget }) => setTime(currentTarget.value)}
            />
          </label>
        </div>
        <div className="quick">
          <button type="button" className="button" onClick={() => go(later(book.today, { days: 1 }))}>
            {words.nextDay}
          </button>
          <button type="button" className="button" onClick={() => go(later(book.today, { days: 7 }))}>
            {words.nextWeek}
          </button>
          <button type="button" className="button" onClick={() => go(later(book.today, { months: 1 }))}>
            {words.nextMonth}
          </button>
        </div>
        <button type="submit" className="button is-main">
          {words.clockSet}
        </button>
      </form>
    </div>
  )
}
