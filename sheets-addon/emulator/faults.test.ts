import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

const threeWrites = `
  sheet.getRange('A1').setValue('one');
  SpreadsheetApp.flush();
  sheet.getRange('A2').setValue('two');
  sheet.getRange('A3').setValue('three');
  return 'done'`
const column = (emulator: ReturnType<typeof emulate>) => emulator.book.values('Feuille 1').map(([value]) => value)

test('the K-th counted call throws before it has any effect, and nothing more runs', () => {
  const emulator = emulate()
  const { fault, calls, result } = run(emulator, threeWrites, { fault: { call: 4 } })
  expect(fault).toEqual({ call: 4, service: 'SpreadsheetApp', method: 'setValue' })
  expect(calls.total).toBe(4)
  expect(result).toBeUndefined()
  expect(column(emulator)).toEqual(['one', 'two'])
})

test('writes that were not flushed are kept or dropped, as asked', () => {
  const emulator = emulate()
  run(emulator, threeWrites, { fault: { call: 4, unflushed: 'dropped' } })
  expect(column(emulator)).toEqual(['one'])
})

test('a crash runs no catch and no finally that could have an effect', () => {
  const emulator = emulate()
  const body = `
    const lock = LockService.getScriptLock(); lock.tryLock(0);
    try { sheet.getRange('A1').setValue('x') }
    catch (e) { sheet.getRange('A2').setValue('caught') }
    finally { PropertiesService.getScriptProperties().setProperty('k', 'v'); console.log('finally') }
    return 'survived'`
  const crashed = run(emulator, body, { fault: { call: 2 } })
  expect(crashed).toMatchObject({ fault: { call: 2 }, logs: [], calls: { total: 2 } })
  expect(crashed.result).toBeUndefined()
  expect([column(emulator), emulator.properties('script')]).toEqual([[], {}])
  // The lock is freed at the end of the execution (ground truth §3).
  expect(resultOf(emulator, `return LockService.getScriptLock().tryLock(0)`)).toBe(true)
})

test('with `after`, the call had its effect and only the answer is lost', () => {
  const emulator = emulate()
  const { fault } = run(emulator, `MailApp.sendEmail('a@b.fr', 's', 'b'); return 1`, {
    fault: { call: 1, when: 'after' },
  })
  expect(fault).toEqual({ call: 1, service: 'MailApp', method: 'sendEmail' })
  expect(emulator.mails()).toHaveLength(1)
})

test('without a K-th call the run ends by itself', () => {
  expect(run(emulate(), threeWrites, { fault: { call: 5 } })).toMatchObject({ result: 'done', fault: undefined })
})

test('round trips are counted as door.md §2 says', () => {
  const body = `
    const range = ss.getSheetByName('Feuille 1').getRange(1, 1, 2, 2); range.offset(1, 0).getRow(); sheet.getName();
    range.setValues([[1, 2], [3, 4]]); range.getValues(); range.setNumberFormat('0.00'); sheet.getRangeList(['A1', 'B2']).setValue(0);
    SpreadsheetApp.flush(); const lock = LockService.getScriptLock(); lock.tryLock(0); lock.releaseLock();
    PropertiesService.getScriptProperties().getProperty('x'); Utilities.getUuid(); ss.toast('x');
    Drive.Files.generateIds({ count: 1 }); MailApp.getRemainingDailyQuota(); console.log('free')`
  const { calls, trace } = run(emulate(), body)
  expect(calls).toEqual({ total: 12, spreadsheet: 5, drive: 1, mail: 1, properties: 1, lock: 2, other: 2 })
  expect(trace.slice(0, 4)).toEqual([
    'SpreadsheetApp.Range.setValues',
    'SpreadsheetApp.Range.getValues',
    'SpreadsheetApp.Range.setNumberFormat',
    'SpreadsheetApp.RangeList.setValue',
  ])
})

test('a refusal is an error which the script may catch and try again', () => {
  const body = `
    for (let i = 0; i < 3; i++) try { return Drive.Files.create({ name: 'x' }).name + i } catch (e) { if (e.details.code !== 403) throw e }`
  const refusals = [{ service: 'Drive', method: 'create', error: 'drive-rate-limit' as const }]
  expect(run(emulate(), body, { refusals }).result).toBe('x1')
  const lost = emulate()
  const afterwards = [
    { service: 'Drive', method: 'create', error: 'drive-server-error' as const, when: 'after' as const },
  ]
  expect(run(lost, body, { refusals: afterwards }).error?.message).toContain('Internal Error')
  expect(lost.drive.files()).toHaveLength(1)
})

test('every named refusal has its text (ground truth §9)', () => {
  const names = ['burst', 'day-limit', 'computer-time', 'simultaneous', 'server-error', 'consent-withdrawn'] as const
  const messages = names.map(
    (error) =>
      run(emulate(), `sheet.getRange('A1').getValue()`, {
        refusals: [{ service: 'SpreadsheetApp', method: 'getValue', error }],
      }).error?.message,
  )
  expect(messages[0]).toMatch(/too many times in a short time: SpreadsheetApp/)
  expect(new Set(messages).size).toBe(names.length)
})

test('with live latency, six minutes of round trips end the run, its writes kept', () => {
  const emulator = emulate({ switches: { latency: 'live' } })
  const { error, elapsedMs } = run(
    emulator,
    `for (let i = 1; i < 1000; i++) { sheet.getRange('A1').setValue(i); Utilities.sleep(1000) }`,
  )
  expect(error?.message).toBe('Exceeded maximum execution time')
  expect(elapsedMs).toBeGreaterThan(360_000)
  expect(column(emulator)[0]).toBeGreaterThan(300)
})
