import { expect, test } from 'vitest'
import { runSteps, type Step } from './steps.ts'

const step = (name: string, program: string, more: Partial<Step> = {}): Step => ({
  name,
  command: ['-e', program],
  minutes: 1,
  ...more,
})
const sleeping = (milliseconds: number): string => `setTimeout(() => console.log("done"), ${milliseconds})`

test('every step is reported in its place; a red one stops only those that need it', async () => {
  const said: string[] = []
  const ended = await runSteps(
    [
      step('slow', sleeping(300)),
      step('red', 'console.log("first\\nsecond"); process.exit(3)'),
      step('needs red', '', { needs: ['red'] }),
      step('green', 'console.log("third")'),
      step('needs that', '', { needs: ['needs red'] }),
    ],
    (text) => said.push(text),
  )
  expect(ended.map(({ step: { name }, red, why }) => [name, red, why])).toEqual([
    ['slow', false, undefined],
    ['red', true, 'exit code 3'],
    ['needs red', true, 'not run: red is red'],
    ['green', false, undefined],
    ['needs that', true, 'not run: needs red is red'],
  ])
  // Whole, in the order of their ends.
  expect(said.map((text) => text.replace(/, [\d.]+ s/, ''))).toEqual([
    '\n── red\nfirst\nsecond\n',
    '\n── green\nthird\n',
    '\n── slow\ndone\n',
  ])
})

test('one that wants the machine alone waits for the others, and they for it', async () => {
  const order: string[] = []
  const names = ['a', 'b', 'alone', 'c']
  await runSteps(
    names.map((name) => step(name, name === 'alone' ? '' : sleeping(50), name === 'alone' ? { alone: true } : {})),
    (text) => order.push(/── (\w+)/.exec(text)?.[1] ?? ''),
  )
  expect(order.at(-1)).toBe('alone')
  expect([...order].sort()).toEqual([...names].sort())
})

test('a step that hangs is stopped', async () => {
  const [ended] = await runSteps([step('hangs', 'setInterval(() => 0, 1000)', { minutes: 0.005 })], () => undefined)
  expect(ended).toMatchObject({ red: true, why: 'stopped after 0.005 minutes' })
})

test('where nothing is left to run, it ends', async () => {
  const ended = await runSteps([step('red', 'process.exit(1)'), step('last', '', { needs: ['red'] })], () => undefined)
  expect(ended.map(({ red }) => red)).toEqual([true, true])
})
