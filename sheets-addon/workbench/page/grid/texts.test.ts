import { expect, test } from 'vitest'
import { figure, scaleOf } from './chart-scale.ts'
import { choicesFor } from './choices.ts'
import { sizeOfText } from './clipboard-text.ts'

test.each([
  ['seul', 1, 1],
  ['seul\n', 1, 1],
  ['a\tb\nc\td', 2, 2],
  ['a\tb\r\nc\td\r\n', 2, 2],
  ['"deux\nlignes"\tb', 1, 2],
  ['"un ""mot"" cité"\nb', 2, 1],
  ['5" de haut\tb', 1, 2],
  ['', 1, 1],
])('%j covers %i × %i cells', (text, rows, columns) => {
  expect(sizeOfText(text)).toEqual({ rows, columns })
})

const clients = ['Dupont SARL', 'Martin', 'SAS Dupont', 'Émile Zola']

test('what is typed leaves the values that begin with it, then those that hold it', () => {
  expect(choicesFor(clients, 'dup', false)).toEqual({ options: ['Dupont SARL', 'SAS Dupont'], suggested: 0 })
  expect(choicesFor(clients, 'emi', false)).toEqual({ options: ['Émile Zola'], suggested: 0 })
})

test('a text that only stands inside a value is not taken for it', () => {
  expect(choicesFor(clients, 'zola', false)).toEqual({ options: ['Émile Zola'], suggested: -1 })
  expect(choicesFor(clients, 'Durand', false)).toEqual({ options: [], suggested: -1 })
})

test('an untouched cell offers the whole list, its own value marked', () => {
  expect(choicesFor(clients, 'Martin', true)).toEqual({ options: clients, suggested: 1 })
  expect(choicesFor(clients, '', false)).toEqual({ options: clients, suggested: -1 })
})

test('axes have round figures that hold zero and every value', () => {
  expect(scaleOf([1200, 800, 1500]).ticks).toEqual([0, 500, 1000, 1500])
  expect(scaleOf([-40, 90]).ticks).toEqual([-50, 0, 50, 100])
  expect(scaleOf([0.2, 0.055]).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2])
  expect(scaleOf([]).ticks).toEqual([0, 0.25, 0.5, 0.75, 1])
})

test('figures read as in France', () => {
  expect([figure(1234.5, '€'), figure(0.2, '%'), figure(7, '')]).toEqual(['1\u202f234,5\u00a0€', '20\u00a0%', '7'])
})
