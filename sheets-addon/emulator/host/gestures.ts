/** What a person does in the sheet, and the events that follow (ground truth §2): exactly the documented keys. */
import type { GestureOptions, Gestures, PasteSource, Run } from '../types.ts'
import { boxText } from './a1.ts'
import { type Area, type Book, type Sheet, withSheet } from './book.ts'
import { boxNamed, grown, sheetNamed } from './book-access.ts'
import { renameSheet } from './book-calls.ts'
import { readTsv } from './clipboard.ts'
import { copyArea, fillArea } from './copying.ts'
import { exception } from './errors.ts'
import { formulaOf } from './evaluator.ts'
import { contentAt, type EditEvent, eventText, isInside, setContents } from './gesture-cells.ts'
import { cellAt, mapBox } from './grid.ts'
import { createHistory, type History } from './history.ts'
import { editLanes } from './lanes.ts'
import { sortRows } from './ordering.ts'
import { blocked } from './protection.ts'
import { type EventFacts, runFunction } from './runner.ts'
import type { Edit } from './shift.ts'
import { createTypist } from './typing.ts'
import { satisfies } from './validation.ts'
import { folded, hidden, resized, withChoice, withFilter } from './view-changes.ts'
import type { TriggerRecord, World } from './world.ts'
import { serialOfInstant } from './zone.ts'

export function createGestures(world: World): Gestures {
  const history = createHistory()
  const book = (): Book => world.store.committed
  const areaIn = (sheet: string, text: string): Area => {
    const found = sheetNamed(book(), sheet)
    return { sheet: found.id, ...boxNamed(found, text) }
  }

  function commitCells(area: Area, next: Book): void {
    const before = book()
    world.store.committed = next
    history.remember({ area, before, after: next })
  }

  function mayEdit(area: Area, user: string): void {
    const sheet = book().sheets.find(({ id }) => id === area.sheet)
    if (sheet && user !== world.owner && blocked(sheet, area, user))
      throw exception('You are trying to edit a protected cell or object.')
  }

  /** One typed or pasted cell; a strict rule refuses it, as the sheet's own dialog does. */
  function typeInto(area: Area, texts: readonly (readonly string[])[]): void {
    const typist = createTypist(book(), Math.floor(serialOfInstant(book().timeZone, world.now())))
    const next = withSheet(book(), area.sheet, (sheet) => {
      const filled = texts.map((line, i) =>
        line.map((text, j) => typist.fill(text, cellAt(sheet.dresses, area.row + i, area.column + j))),
      )
      return {
        ...grown(sheet, area),
        contents: mapBox(sheet.contents, area, (old, i, j) => (filled[i]?.[j] ? filled[i][j].content : old)),
        dresses: mapBox(sheet.dresses, area, (old, i, j) => (filled[i]?.[j] ? filled[i][j].dress : old)),
      }
    })
    refuseInvalid(next, area)
    commitCells(area, next)
  }

  function refuseInvalid(next: Book, area: Area): void {
    const sheet = next.sheets.find(({ id }) => id === area.sheet)
    if (!sheet) return
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const rule = cellAt(sheet.dresses, row, column)?.rule
        if (!rule || rule.allowInvalid) continue
        if (
          satisfies({ book: next, evaluator: world.evaluator }, rule, world.evaluator.value(next, sheet, row, column))
        )
          continue
        throw exception(
          `The data you entered in cell ${boxText({ row, column, rows: 1, columns: 1 })} violates the data validation rules set on this cell.`,
        )
      }
    }
  }

  /** The event of a single typed cell: texts, absent when there was or is nothing, no `value` for a formula (K). */
  function typedEvent(area: Area, before: Book): EditEvent {
    const oldValue = eventText(world, before, area)
    const value = eventText(world, book(), area)
    const formula = formulaOf(contentAt(book(), area)) !== ''
    return {
      area,
      ...(value === undefined || formula ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    }
  }

  function edited(event: EditEvent, { user = world.owner, dropEvent = false }: GestureOptions): Run[] {
    if (dropEvent) return []
    const { area, ...plain } = event
    // Anonymous to a simple trigger unless it is the owner's own (tanaikech 2024-01-12).
    const runs = simple(
      'onEdit',
      'edit',
      { area, user: user === world.owner ? user : '', auth: 'LIMITED', plain },
      user,
    )
    return [...runs, ...installed('ON_EDIT', 'edit', { area, user, plain }), ...changed('EDIT', user)]
  }

  function simple(fn: string, event: 'open' | 'edit', facts: EventFacts, user: string): Run[] {
    if (!world.head.declares(fn)) return []
    return [runFunction(world, fn, { event, facts }, { context: 'simple', user }).run]
  }

  /** As their creators; the handler's own name may not be a reserved one. */
  function installed(kind: TriggerRecord['kind'], event: 'open' | 'edit' | 'change', facts: EventFacts): Run[] {
    return world.kept.triggers
      .filter((trigger) => trigger.kind === kind && !trigger.disabled)
      .map((trigger) => {
        const plain = { ...facts.plain, triggerUid: trigger.id }
        return runFunction(
          world,
          trigger.handler,
          { event, facts: { ...facts, auth: 'FULL', plain } },
          { context: 'inst', user: trigger.user },
        ).run
      })
  }
  const changed = (changeType: string, user: string): Run[] =>
    installed('ON_CHANGE', 'change', { user, plain: { changeType } })

  function structural(change: (before: Book) => Book, changeType: string): readonly Run[] {
    const before = book()
    world.store.committed = change(before)
    history.remember({ area: undefined, before, after: book() })
    return changed(changeType, world.owner)
  }
  const lanes = (sheet: string, edit: Edit, changeType: string): readonly Run[] =>
    structural((before) => editLanes(before, sheetNamed(before, sheet).id, edit), changeType)

  const look = (sheet: string, change: (sheet: Sheet, book: Book) => Sheet): readonly Run[] =>
    structural((before) => withSheet(before, sheetNamed(before, sheet).id, (found) => change(found, before)), 'OTHER')
  function turn(turned: ReturnType<History['undo']>): readonly Run[] {
    if (!turned) return []
    world.store.committed = turned.book
    return turned.area ? edited({ area: turned.area }, {}) : changed('OTHER', world.owner)
  }

  function edit(sheet: string, cell: string, text: string, options: GestureOptions): () => Run[] {
    const area = areaIn(sheet, cell)
    mayEdit(area, options.user ?? world.owner)
    const before = book()
    typeInto(area, [[text]])
    const event = typedEvent(area, before)
    return () => edited(event, options)
  }

  return {
    open({ user = world.owner } = {}) {
      const facts: EventFacts = { user: user === world.owner ? user : '', auth: 'LIMITED' }
      return [...simple('onOpen', 'open', facts, user), ...installed('ON_OPEN', 'open', { user })]
    },
    edit: (sheet, cell, text, options = {}) => edit(sheet, cell, text, options)(),
    /** All cells change before the first handler runs; two events at most are kept (tanaikech 2020-05-27). */
    editFast: (edits, options = {}) =>
      edits
        .map(({ sheet, cell, text }) => edit(sheet, cell, text, options))
        .slice(0, 2)
        .flatMap((fire) => fire()),
    tick(sheet, cell, on, options = {}) {
      const area = areaIn(sheet, cell)
      mayEdit(area, options.user ?? world.owner)
      const before = book()
      commitCells(
        area,
        setContents(before, area, () => on),
      )
      return edited(typedEvent(area, before), options)
    },
    clear(sheet, text, options = {}) {
      const area = areaIn(sheet, text)
      mayEdit(area, options.user ?? world.owner)
      const before = book()
      commitCells(
        area,
        setContents(before, area, () => undefined),
      )
      return edited(area.rows * area.columns === 1 ? typedEvent(area, before) : { area }, options)
    },
    paste: (sheet, cell, source, options = {}) => paste(sheet, cell, source, options),
    fill(sheet, source, target, options = {}) {
      const area = areaIn(sheet, target)
      mayEdit(area, options.user ?? world.owner)
      commitCells(area, fillArea(book(), areaIn(sheet, source), area, 'everything', world.evaluator))
      return edited({ area }, options)
    },
    sort: (sheet, text, column, ascending = true) =>
      structural((before) => sortRows(before, areaIn(sheet, text), [{ column, ascending }], world.evaluator), 'OTHER'),
    insertRows: (sheet, at, count = 1) =>
      lanes(sheet, { kind: 'insert', axis: 'rows', at, count, inherit: 'after' }, 'INSERT_ROW'),
    deleteRows: (sheet, at, count = 1) => lanes(sheet, { kind: 'delete', axis: 'rows', at, count }, 'REMOVE_ROW'),
    moveRows: (sheet, at, count, before) => lanes(sheet, { kind: 'move', axis: 'rows', at, count, before }, 'OTHER'),
    insertColumns: (sheet, at, count = 1) =>
      lanes(sheet, { kind: 'insert', axis: 'columns', at, count, inherit: 'after' }, 'INSERT_COLUMN'),
    deleteColumns: (sheet, at, count = 1) =>
      lanes(sheet, { kind: 'delete', axis: 'columns', at, count }, 'REMOVE_COLUMN'),
    moveColumns: (sheet, at, count, before) =>
      lanes(sheet, { kind: 'move', axis: 'columns', at, count, before }, 'OTHER'),
    renameSheet: (from, to) => structural((before) => renameSheet(before, sheetNamed(before, from).id, to), 'OTHER'),
    resize: (sheet, axis, first, count, size) => look(sheet, (found) => resized(found, axis, first, count, size)),
    hide: (sheet, axis, first, count) => look(sheet, (found) => hidden(found, axis, first, count, true)),
    show: (sheet, axis, first, count) => look(sheet, (found) => hidden(found, axis, first, count, false)),
    fold: (sheet, axis, at, depth, isFolded) => look(sheet, (found) => folded(found, axis, at, depth, isFolded)),
    filter: (sheet, area) => look(sheet, (found) => withFilter(found, area ? boxNamed(found, area) : undefined)),
    choose: (sheet, choice) => look(sheet, (found, before) => withChoice(before, found, world.evaluator, choice)),
    undo: () => turn(history.undo(book())),
    redo: () => turn(history.redo(book())),
    canUndo: () => history.canUndo,
    canRedo: () => history.canRedo,
    select(sheet, text) {
      const { sheet: id, ...box } = areaIn(sheet, text)
      world.selection = { sheet: id, box }
    },
  }

  function paste(sheet: string, cell: string, source: PasteSource, options: GestureOptions): readonly Run[] {
    const corner = areaIn(sheet, cell)
    const before = book()
    if ('text' in source) {
      const rows = readTsv(source.text)
      const area = { ...corner, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) }
      mayEdit(area, options.user ?? world.owner)
      typeInto(area, rows)
      // Plain text in one cell is like typing (GetEditType).
      return edited(area.rows * area.columns === 1 ? typedEvent(area, before) : { area }, options)
    }
    const from = areaIn(source.sheet, source.area)
    const area = { ...corner, rows: Math.max(corner.rows, from.rows), columns: Math.max(corner.columns, from.columns) }
    mayEdit(area, options.user ?? world.owner)
    const wide = withSheet(before, area.sheet, (target) => grown(target, area))
    const copied = copyArea(wide, from, area, source.valuesOnly ? 'values' : 'everything', world.evaluator)
    commitCells(
      area,
      source.cut
        ? setContents(copied, from, (old, row, column) => (isInside(area, row, column) ? old : undefined))
        : copied,
    )
    return edited({ area }, options)
  }
}
