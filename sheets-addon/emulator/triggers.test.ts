import { expect, test } from 'vitest'
import { bundleOf, emulate, resultOf } from './tiny-bundle.ts'

const DAY = 86_400_000
const daily = `function daily(e) { const s = SpreadsheetApp.getActive().getSheets()[0]; s.appendRow([new Date().toISOString(), e.timezone, String(e.authMode), e.hour]); return e.triggerUid }
  function once() {} function slow() { Utilities.sleep(300000) }`

function withTriggers(body: string) {
  const emulator = emulate({ bundle: bundleOf(body, daily) })
  const made = emulator.run('f', [], { context: 'menu' })
  if (made.error) throw new Error(made.error.message)
  return emulator
}

test('a daily trigger gets one random minute in its hour, kept from day to day, in its own zone (G)', () => {
  const emulator = withTriggers(
    `ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(7).inTimezone('Europe/Paris').create()`,
  )
  const runs = emulator.clock.advance(3 * DAY)
  expect(runs.map(({ context, function: fn, error }) => [context, fn, error])).toEqual(
    Array.from({ length: 3 }, () => ['time', 'daily', undefined]),
  )
  const times = emulator.book.values('Feuille 1').map(([time]) => String(time))
  expect(new Set(times.map((time) => time.slice(11, 16))).size).toBe(1)
  // 07:xx in Paris is 06:xx UTC in November.
  expect(times[0]).toMatch(/^2026-11-26T06:\d\d:00/)
  expect(emulator.book.values('Feuille 1')[0]?.slice(1)).toEqual(['UTC', 'FULL', 6])
  expect(emulator.triggers()).toHaveLength(1)
})

test('everyMinutes takes 1, 5, 10, 15 or 30 only (G)', () => {
  expect(() => withTriggers(`ScriptApp.newTrigger('once').timeBased().everyMinutes(7).create()`)).toThrow(
    /one of 1, 5, 10, 15 or 30/,
  )
  expect(
    withTriggers(`ScriptApp.newTrigger('once').timeBased().everyMinutes(30).create()`).clock.advance(3_600_000),
  ).toHaveLength(2)
})

test('a one-shot fires once, not before its time, and stays listed (issuetracker 150756612)', () => {
  const emulator = withTriggers(`ScriptApp.newTrigger('once').timeBased().after(60000).create()`)
  expect(emulator.clock.advance(59_000)).toEqual([])
  expect(emulator.clock.advance(DAY)).toHaveLength(1)
  expect(emulator.clock.advance(DAY)).toEqual([])
  expect(emulator.triggers()).toMatchObject([{ handler: 'once', source: 'CLOCK', next: undefined }])
})

test('20 triggers per user and script; each sees only their own (G)', () => {
  const emulator = emulate({ bundle: bundleOf('', daily) })
  emulator.consent(undefined, 'autre@exemple.test')
  const body = `
    const make = () => ScriptApp.newTrigger('once').timeBased().everyDays(1).create();
    for (let i = 0; i < 20; i++) make(); const error = caught(make);
    const mine = ScriptApp.getProjectTriggers(); ScriptApp.deleteTrigger(mine[0]);
    return [error.slice(0, 46), mine.length, ScriptApp.getProjectTriggers().length, mine[1].getHandlerFunction(), String(mine[1].getEventType()), String(mine[1].getTriggerSource())]`
  emulator.push(bundleOf(body, daily))
  const expected = ['Exception: This script has too many triggers. ', 20, 19, 'once', 'CLOCK', 'CLOCK']
  expect(emulator.run('f', [], { context: 'menu' }).result).toEqual(expected)
  expect(emulator.run('f', [], { context: 'menu', user: 'autre@exemple.test' }).result).toEqual(expected)
})

test('90 minutes of triggers a day, then they do not start (GmailScheduler#31)', () => {
  const emulator = withTriggers(`ScriptApp.newTrigger('slow').timeBased().everyMinutes(30).create()`)
  const runs = emulator.clock.advance(11 * 3_600_000)
  const refused = runs.filter((run) => run.error?.message === 'Service using too much computer time for one day')
  // 18 runs of five minutes are 90 minutes.
  expect([runs.length - refused.length, refused.length > 0]).toEqual([18, true])
})

test('triggers run HEAD, whatever is deployed (apps-script-samples#96)', () => {
  const emulator = withTriggers(`ScriptApp.newTrigger('daily').timeBased().everyDays(1).create()`)
  emulator.push(bundleOf('', `function daily() { return 'new code' }`))
  expect(emulator.clock.advance(DAY)[0]?.result).toBe('new code')
})

test('a handler that is gone is an error nobody sees', () => {
  const emulator = withTriggers(`ScriptApp.newTrigger('once').timeBased().everyDays(1).create()`)
  emulator.push(bundleOf(''))
  expect(emulator.clock.advance(DAY)[0]?.error?.message).toBe('Script function not found: once')
  expect(
    resultOf(emulate(), `return caught(() => ScriptApp.newTrigger('absent').timeBased().everyDays(1).create())`),
  ).toMatch(/not found: absent/)
})

test('weekly and monthly triggers', () => {
  const emulator = withTriggers(`
    ScriptApp.newTrigger('once').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).create();
    ScriptApp.newTrigger('once').timeBased().onMonthDay(1).atHour(9).create()`)
  expect(emulator.triggers().map(({ next }) => next?.slice(0, 10))).toEqual(['2026-11-30', '2026-12-01'])
})
