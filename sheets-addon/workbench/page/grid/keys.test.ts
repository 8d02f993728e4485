import { expect, test } from 'vitest'
import { commandOf, type Key } from './keys.ts'

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  isCtrl: false,
  isShift: false,
  isAlt: false,
  isAltGraph: false,
  ...held,
})

test.each([
  ['a letter', key('a'), 'type'],
  ['a capital', key('É', { isShift: true }), 'type'],
  ['@ by AltGr, which Windows says is Ctrl+Alt', key('@', { isCtrl: true, isAlt: true, isAltGraph: true }), 'type'],
  ['a dead key', key('Dead'), 'type'],
  ['an input method', key('Process'), 'type'],
  ['Ctrl+C, the browser’s own', key('c', { isCtrl: true }), undefined],
  ['Ctrl+Shift+R, the browser’s own', key('R', { isCtrl: true, isShift: true }), undefined],
  ['Alt+F, a menu of the browser', key('f', { isAlt: true }), undefined],
  ['a function key', key('F5'), undefined],
  ['Shift alone', key('Shift', { isShift: true }), undefined],
  ['Ctrl+Shift+Z', key('Z', { isCtrl: true, isShift: true }), 'redo'],
  ['Ctrl+Y', key('y', { isCtrl: true }), 'redo'],
  ['Shift+Enter', key('Enter', { isShift: true }), 'up'],
  ['Backspace', key('Backspace'), 'clear'],
  ['Alt+Down', key('ArrowDown', { isAlt: true }), 'tab'],
  ['Ctrl+Shift+PageUp', key('PageUp', { isCtrl: true, isShift: true }), 'tab'],
  ['Shift+F10', key('F10', { isShift: true }), 'menu'],
] as const)('%s', (_, pressed, kind) => {
  expect(commandOf(pressed)?.kind).toBe(kind)
})
