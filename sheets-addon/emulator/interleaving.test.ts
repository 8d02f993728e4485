import { expect, test } from 'vitest'
import type { Run } from './index.ts'
import { bundleOf, emulate, run } from './tiny-bundle.ts'

const other = `function other() {
  const s = SpreadsheetApp.getActive().getSheets()[0];
  const seen = s.getRange('A1:A3').getValues().map((row) => row[0]);
  s.getRange('A3').setValue('other'); s.getRange('B1').setValue('other');
  return seen }`

/** Runs `other` whole just before call `call` of the body. */
function interleave(body: string, call: number, before = '') {
  const emulator = emulate({ bundle: bundleOf(before || body, other) })
  let inner: Run | undefined
  emulator.push(bundleOf(body, other))
  const outer = emulator.run('f', [], {
    context: 'menu',
    at: { call, meanwhile: () => (inner = emulator.run('other', [], { context: 'rpc' })) },
  })
  return { emulator, outer, inner }
}

const body = `
  sheet.getRange('A1').setValue('flushed'); SpreadsheetApp.flush();
  sheet.getRange('A2').setValue('waiting');
  return sheet.getRange('A1:B3').getValues().flat()`

test('another execution sees what was flushed and not what waits (ground truth §1, flush)', () => {
  expect(interleave(body, 4).inner?.result).toEqual(['flushed', '', ''])
})

test('the first execution then sees the other’s writes under its own', () => {
  const { outer, emulator } = interleave(body, 4)
  expect(outer.result).toEqual(['flushed', 'other', 'waiting', '', 'other', ''])
  expect(emulator.book.values('Feuille 1')).toEqual([
    ['flushed', 'other'],
    ['waiting', null],
    ['other', null],
  ])
})

test('waiting writes are played again on top: the last to flush wins its own cells only', () => {
  const { emulator } = interleave(
    `sheet.getRange('A3').setValue('mine'); sheet.getRange('C1').setValue(1); SpreadsheetApp.flush()`,
    3,
  )
  expect(emulator.book.values('Feuille 1').map((row) => row[0])).toEqual([null, null, 'mine'])
  expect(emulator.book.values('Feuille 1')[0]).toEqual([null, 'other', 1])
})

test('counters, logs and faults belong to each execution', () => {
  const { outer, inner } = interleave(body, 1)
  expect([outer.calls.total, inner?.calls.total]).toEqual([4, 3])
})

test('a lock excludes the other execution, which can only wait in vain (ground truth §3)', () => {
  const emulator = emulate()
  const locking = `function other() { const start = Date.now(), lock = LockService.getScriptLock();
    return [lock.tryLock(1000), Date.now() - start, (() => { try { lock.waitLock(10) } catch (e) { return e.message } })()] }`
  emulator.push(
    bundleOf(
      `const lock = LockService.getScriptLock(); lock.waitLock(0); sheet.getRange('A1').getValue(); lock.releaseLock()`,
      locking,
    ),
  )
  const results: unknown[] = []
  for (const call of [2, 3]) {
    emulator.run('f', [], {
      context: 'menu',
      at: { call, meanwhile: () => results.push(emulator.run('other', [], { context: 'rpc' }).result) },
    })
  }
  const refused = [false, 1000, 'Lock timeout: another process was holding the lock for too long.']
  expect(results).toEqual([refused, refused])
})

test('31 executions of one user at once are one too many (ground truth §9)', () => {
  const emulator = emulate()
  emulator.push(bundleOf(`return sheet.getRange('A1').getValue()`))
  const errors: (string | undefined)[] = []
  const nest = (depth: number): void => {
    const { error } = emulator.run('f', [], {
      context: 'rpc',
      at: { call: 1, meanwhile: () => depth < 31 && nest(depth + 1) },
    })
    errors.push(error?.message)
  }
  nest(1)
  expect(errors[0]).toMatch(/too many scripts running simultaneously/)
  expect(errors.slice(1).every((message) => message === undefined)).toBe(true)
})

test('locks held by someone all along', () => {
  expect(run(emulate(), `return LockService.getScriptLock().tryLock(5)`, { locksHeld: ['script'] }).result).toBe(false)
})
