/** What the page knows of the workbook: the last answer, and the rows it has been shown. */
import type {
  Answer,
  BookState,
  Box,
  Cell,
  CellRule,
  CellStyle,
  Gesture,
  Outcome,
  Papers,
  Seen,
  SheetShape,
  Sight,
} from '../protocol.ts'
import { ask } from './ask.ts'
import { createStore, type Store } from './store.ts'

interface KnownRow {
  readonly json: string
  readonly cells: readonly Cell[]
  readonly revision: number
}

export interface Mirror {
  readonly book: Store<BookState | undefined>
  readonly papers: Store<Papers>
  readonly shape: Store<SheetShape | undefined>
  /** Changes whenever some row may look different. */
  readonly rows: Store<number>
  /** False for a row that has not been read, or not since the last change. */
  isKnown(row: number): boolean
  /** Same cells, same array. */
  row(row: number): readonly Cell[]
  cell(row: number, column: number): Cell
  style(cell: Cell): CellStyle | undefined
  rule(cell: Cell): CellRule | undefined
  /** The rows on the screen: those that are missing or out of date are asked for. */
  view(first: number, last: number): void
  select(box: Box): void
  /** Shows another tab. */
  turnTo(sheet: number): Promise<void>
  act(gesture: Gesture): Promise<Outcome>
  run(name: string, answers: readonly Answer[]): Promise<Outcome>
  call(name: string, args: readonly unknown[], answers: readonly Answer[]): ReturnType<typeof ask<'call'>>
  setClock(today: string, time: string): Promise<Outcome>
  closeFrame(frame: number): Promise<Outcome>
  restart(): Promise<Outcome>
  /** Someone else changed the workbook. */
  refresh(): Promise<void>
  /** Shown at once, until the server says what has become of it. */
  expect(row: number, column: number, text: string): void
}

const NONE: readonly Cell[] = []
const EMPTY: Cell = {}
/** Rows asked for beyond the screen, so that scrolling shows cells and not blanks. */
const MARGIN = 40

export function createMirror(): Mirror {
  const book = createStore<BookState | undefined>(undefined)
  const papers = createStore<Papers>({ files: [], mails: [] })
  const shape = createStore<SheetShape | undefined>(undefined)
  const changes = createStore(0)
  const styles: CellStyle[] = []
  const rules: CellRule[] = []
  let rows = new Map<number, KnownRow>()
  let expected: { readonly row: number; readonly column: number; readonly cells: readonly Cell[] } | undefined
  let sheet = -1
  let digest = ''
  let papersDigest = ''
  let bookJson = ''
  let revision = 0
  let view = { first: 1, last: 60 }
  let selection: Box = { row: 1, column: 1, rows: 1, columns: 1 }
  let isLooking = false
  /** One request at a time: gestures reach the sheet in the order they were made. */
  let queue: Promise<unknown> = Promise.resolve()

  const seen = (): Seen => ({
    sheet,
    first: Math.max(1, view.first - MARGIN),
    last: view.last + MARGIN,
    selection,
    shape: digest,
    papers: papersDigest,
    styles: styles.length,
    rules: rules.length,
  })
  const changed = (): void => changes.set(changes.get() + 1)

  /** An answer in which nothing is new, as to a sidebar that asks every few seconds, draws nothing. */
  function take(sight: Sight, keepsOthers: boolean): void {
    const isSame = sight.sheet === sheet && sight.revision === revision
    if (sight.sheet !== sheet || !(keepsOthers || isSame)) rows = new Map()
    let isNew = !isSame || expected !== undefined
    sheet = sight.sheet
    revision = sight.revision
    digest = sight.shapeDigest
    papersDigest = sight.papersDigest
    styles.push(...sight.styles)
    rules.push(...sight.rules)
    for (const [row, json] of Object.entries(sight.rows)) {
      const known = rows.get(Number(row))
      if (known?.json !== json) isNew = true
      rows.set(Number(row), { json, cells: known?.json === json ? known.cells : JSON.parse(json), revision })
    }
    expected = undefined
    const nextBook = JSON.stringify(sight.book)
    if (nextBook !== bookJson) book.set(sight.book)
    bookJson = nextBook
    if (sight.papers) papers.set(sight.papers)
    if (sight.shape) shape.set(sight.shape)
    if (isNew) changed()
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  const changing = (request: () => Promise<Outcome>, keepsOthers = false): Promise<Outcome> =>
    inTurn(async () => {
      const outcome = await request()
      take(outcome.sight, keepsOthers)
      return outcome
    })

  function look(): Promise<void> {
    if (isLooking) return queue.then(() => undefined)
    isLooking = true
    return inTurn(async () => {
      isLooking = false
      take(await ask('look', { seen: seen() }), true)
    })
  }

  function isCurrent(first: number, last: number): boolean {
    const end = Math.min(last, shape.get()?.rows ?? last)
    for (let row = Math.max(1, first); row <= end; row++) if (rows.get(row)?.revision !== revision) return false
    return true
  }

  const cellsOf = (row: number): readonly Cell[] =>
    expected?.row === row ? expected.cells : (rows.get(row)?.cells ?? NONE)

  return {
    book,
    papers,
    shape,
    rows: changes,
    isKnown: (row) => rows.get(row)?.revision === revision,
    row: cellsOf,
    cell: (row, column) => cellsOf(row)[column - 1] ?? EMPTY,
    style: ({ style }) => (style === undefined ? undefined : styles[style]),
    rule: ({ rule }) => (rule === undefined ? undefined : rules[rule]),
    view(first, last) {
      if (view.first === first && view.last === last && isCurrent(first, last)) return
      view = { first, last }
      if (!isCurrent(first - MARGIN / 4, last + MARGIN / 4)) void look()
    },
    select(box) {
      selection = box
    },
    turnTo(id) {
      return inTurn(async () => {
        digest = ''
        view = { first: 1, last: 60 }
        take(await ask('look', { seen: { ...seen(), sheet: id } }), false)
      })
    },
    // What is typed into one cell leaves the other rows where they are.
    act: (gesture) =>
      changing(() => ask('act', { seen: seen(), gesture }), gesture.do === 'type' || gesture.do === 'tick'),
    run: (name, answers) => changing(() => ask('run', { seen: seen(), function: name, answers })),
    call: (name, args, answers) =>
      inTurn(async () => {
        const answered = await ask('call', { seen: seen(), function: name, args, answers })
        take(answered.sight, false)
        return answered
      }),
    setClock: (today, time) => changing(() => ask('clock', { seen: seen(), today, time })),
    closeFrame: (frame) => changing(() => ask('close', { seen: seen(), frame }), true),
    restart: () => changing(() => ask('restart', { seen: seen() })),
    refresh: look,
    expect(row, column, text) {
      const { text: _, input: __, isInvalid: ___, ...kept } = cellsOf(row)[column - 1] ?? EMPTY
      const cells = [...cellsOf(row)]
      while (cells.length < column) cells.push(EMPTY)
      cells[column - 1] = text === '' ? kept : { ...kept, text }
      expected = { row, column, cells }
      changed()
    },
  }
}
