/** Where a mark stands, in the coordinates of the window; undefined where the row is not to be seen. */
export interface Place {
  readonly left: number
  readonly top: number
}

export const MARK_PX = 18
const GAP_PX = 4

/** Boxes that cut what stands in them, looked up once for rows of one parent. */
export type Clips = Map<Element | null, DOMRect[]>

/** Beside the row where there is room in the window: before it, behind it, else on its edge. Never moves anything. */
export function placeOf(row: Element, clips: Clips): Place | undefined {
  const box = boxOf(row)
  if (box === undefined || box.height === 0) return undefined
  const { innerHeight, innerWidth } = window
  const middle = box.top + box.height / 2
  if (middle < 0 || middle > innerHeight) return undefined
  if (clipsOf(row, clips).some((clip) => middle < clip.top || middle > clip.bottom)) return undefined
  if (isCovered(row, Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), middle)) return undefined
  const room = MARK_PX + GAP_PX
  const left =
    box.left >= room
      ? box.left - room
      : innerWidth - box.right >= room
        ? box.right + GAP_PX
        : Math.max(0, Math.min(box.left, innerWidth - room))
  return { left, top: middle - MARK_PX / 2 }
}

/** A box of its own, or that of its first child that has one (`display: contents`). */
function boxOf(row: Element): DOMRect | undefined {
  const own = row.getBoundingClientRect()
  if (own.width > 0) return own
  return [...row.children].map((child) => child.getBoundingClientRect()).find(({ width }) => width > 0)
}

function clipsOf(row: Element, known: Clips): DOMRect[] {
  const parent = row.assignedSlot ?? row.parentElement ?? hostOf(row)
  const found = known.get(parent)
  if (found) return found
  const clips: DOMRect[] = []
  for (let at = parent; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at)) {
    if (at === document.body || at === document.documentElement) break
    if (getComputedStyle(at).overflowY !== 'visible') clips.push(at.getBoundingClientRect())
  }
  known.set(parent, clips)
  return clips
}

/** Whether something else of the page lies over the middle of the row: a dialog, a head that stays while the list scrolls. */
function isCovered(row: Element, x: number, y: number): boolean {
  const root = row.getRootNode()
  if (!(root instanceof Document || root instanceof ShadowRoot)) return true
  const hit = root.elementFromPoint(x, y)
  if (hit === null) return false
  if (hit.contains(row)) return false
  for (let at: Element | null = hit; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at))
    if (at === row || (at.parentElement === row.parentElement && at.shadowRoot === null && isInLine(at, row)))
      return false
  return true
}

/** The cells of a row that has no box of its own stand beside one another. */
const isInLine = (one: Element, row: Element): boolean => {
  const a = one.getBoundingClientRect()
  const b = row.getBoundingClientRect()
  return Math.abs(a.top - b.top) < 2 && a.left > b.left
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
