/** What each key means in the grid while no cell is being edited: those of Google Sheets. */

export interface Key {
  readonly key: string
  readonly isCtrl: boolean
  readonly isShift: boolean
  readonly isAlt: boolean
  /** AltGr makes letters: `@`, `€`. */
  readonly isAltGraph: boolean
}

export type Command =
  | {
      readonly kind: 'move'
      readonly rows: number
      readonly columns: number
      readonly isJump: boolean
      readonly isExtending: boolean
    }
  | { readonly kind: 'page'; readonly by: 1 | -1; readonly isExtending: boolean }
  | {
      readonly kind: 'end'
      readonly of: 'row' | 'sheet'
      readonly to: 'start' | 'end'
      readonly isExtending: boolean
    }
  | { readonly kind: 'next'; readonly by: 1 | -1 }
  | { readonly kind: 'up' | 'open' | 'clear' | 'undo' | 'redo' | 'today' | 'menu' | 'tick' }
  | { readonly kind: 'select'; readonly what: 'row' | 'column' | 'all' }
  | { readonly kind: 'fill'; readonly way: 'down' | 'right' }
  | { readonly kind: 'tab'; readonly by: 1 | -1 }
  /** The key starts a new text: it lands in the editor, dead keys and input methods too. */
  | { readonly kind: 'type' }

const arrows: Readonly<Record<string, { readonly rows: number; readonly columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}

/** Undefined: the browser's own, or nobody's. */
export function commandOf(pressed: Key): Command | undefined {
  const { key, isCtrl, isShift, isAlt, isAltGraph } = pressed
  const arrow = arrows[key]
  if (arrow && isAlt) return arrow.rows === 0 ? undefined : { kind: 'tab', by: arrow.rows > 0 ? 1 : -1 }
  if (arrow) return { kind: 'move', ...arrow, isJump: isCtrl, isExtending: isShift }
  if (isCtrl && !isAltGraph) return withCtrl(pressed)
  switch (key) {
    case 'Home':
    case 'End':
      return { kind: 'end', of: 'row', to: key === 'Home' ? 'start' : 'end', isExtending: isShift }
    case 'PageDown':
    case 'PageUp':
      return { kind: 'page', by: key === 'PageDown' ? 1 : -1, isExtending: isShift }
    case 'Tab':
      return { kind: 'next', by: isShift ? -1 : 1 }
    case 'Enter':
      return { kind: isShift ? 'up' : 'open' }
    case 'F2':
      return { kind: 'open' }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case 'ContextMenu':
      return { kind: 'menu' }
    case 'F10':
      return isShift ? { kind: 'menu' } : undefined
    case ' ':
      return isShift ? { kind: 'select', what: 'row' } : { kind: 'tick' }
    case 'Dead':
    case 'Process':
    case 'Unidentified':
      return { kind: 'type' }
  }
  return [...key].length === 1 && (!isAlt || isAltGraph) ? { kind: 'type' } : undefined
}

function withCtrl({ key, isShift }: Key): Command | undefined {
  switch (key.toLowerCase()) {
    case 'home':
    case 'end':
      return { kind: 'end', of: 'sheet', to: key === 'Home' ? 'start' : 'end', isExtending: isShift }
    case 'pagedown':
    case 'pageup':
      return isShift ? { kind: 'tab', by: key === 'PageDown' ? 1 : -1 } : undefined
    case 'z':
      return { kind: isShift ? 'redo' : 'undo' }
    case 'y':
      return { kind: 'redo' }
    case 'a':
      return { kind: 'select', what: 'all' }
    case 'd':
      return { kind: 'fill', way: 'down' }
    case 'r':
      return isShift ? undefined : { kind: 'fill', way: 'right' }
    case ' ':
      return { kind: 'select', what: isShift ? 'all' : 'column' }
    case ';':
      return { kind: 'today' }
  }
  return undefined
}
