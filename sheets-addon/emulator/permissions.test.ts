import { expect, test } from 'vitest'
import type { Context } from './index.ts'
import { emulate, manifest, resultOf, run } from './tiny-bundle.ts'

const allowed = (context: Context, body: string): unknown => {
  const emulator = emulate()
  // The web app runs what is deployed.
  run(emulator, body, { context: 'simple' })
  emulator.deploy()
  const { error, result } = run(emulator, body, { context })
  return error ? error.message.slice(0, 24) : result
}

test('the context matrix (ground truth §8): Ui, document lock, active spreadsheet', () => {
  const matrix = (['menu', 'rpc', 'simple', 'inst', 'time', 'web'] as const).map((context) => [
    context,
    allowed(context, `return caught(() => SpreadsheetApp.getUi()).slice(0, 8)`),
    allowed(context, `return LockService.getDocumentLock() !== null`),
    allowed(context, `return ss !== null`),
  ])
  expect(matrix).toEqual([
    ['menu', 'no error', true, true],
    ['rpc', 'no error', true, true],
    ['simple', 'no error', true, true],
    ['inst', 'Exceptio', true, true],
    ['time', 'Exceptio', true, true],
    ['web', 'Exceptio', false, true],
  ])
})

test('the active spreadsheet may be null in a web app (G:bound; gas-github#125)', () => {
  const emulator = emulate({ switches: { webActiveSpreadsheet: 'null', webDocumentProperties: 'null' } })
  run(emulator, `return [SpreadsheetApp.getActive(), PropertiesService.getDocumentProperties()]`)
  emulator.deploy()
  expect(emulator.run('f', [], { context: 'web' }).result).toEqual([null, null])
})

test('no tab is active in a web app (enuchi#55); toast has no effect without a screen (K)', () => {
  expect(allowed('web', `return caught(() => ss.getActiveSheet())`)).toBe(
    'Exception: Please select an active sheet first.',
  )
  const { toasts, error } = run(emulate(), `ss.toast('x'); ss.setActiveSheet(sheet)`, { context: 'time' })
  expect([toasts, error]).toEqual([[], undefined])
})

test('a simple trigger may touch this file, properties, cache, locks; not mail, Drive, triggers, sidebars (G:auth-lifecycle)', () => {
  const body = `return [() => sheet.getRange('A1').setValue(1), () => PropertiesService.getScriptProperties().getKeys(), () => CacheService.getUserCache().get('x'), () => LockService.getScriptLock().tryLock(0), () => Utilities.getUuid(),
      () => SpreadsheetApp.getUi().createMenu('x').addItem('a', 'b').addToUi(), () => MailApp.sendEmail('a@b.fr', '', ''), () => Drive.Files.list(), () => ScriptApp.getProjectTriggers(), () => SpreadsheetApp.getUi().alert('x')].map((call) => caught(call).slice(0, 47))`
  expect(resultOf(emulate(), body, { context: 'simple' })).toEqual([
    ...Array.from({ length: 6 }, () => 'no error'),
    'Exception: You do not have permission to call M',
    'Exception: You do not have permission to call D',
    'Exception: You do not have permission to call S',
    'Exception: You do not have permission to call U',
  ])
})

test('other spreadsheets are out of reach under currentonly, even the file’s own id (ground truth 4)', () => {
  const body = `return ['create', 'open', 'openById', 'openByUrl'].map((method) => caught(() => SpreadsheetApp[method](ss.getId())).slice(0, 66))`
  expect(resultOf(emulate(), body)).toEqual(
    ['create', 'open', 'openById', 'openByUrl'].map((method) =>
      `Exception: You do not have permission to call SpreadsheetApp.${method}. Required permissions: `.slice(0, 66),
    ),
  )
})

test('getActiveRangeList fails on SpreadsheetApp under currentonly, not on the spreadsheet (qiita ttsukagoshi b5fd5746)', () => {
  const emulator = emulate()
  emulator.user.select('Feuille 1', 'B2:B4')
  expect(
    resultOf(emulator, `return ss.getActiveRangeList().getRanges().map((range) => range.getA1Notation())`),
  ).toEqual(['B2:B4'])
  expect(resultOf(emulate(), `return caught(() => SpreadsheetApp.getActiveRangeList())`)).toMatch(/not faked/)
})

test('a call outside the manifest’s scopes throws and names the scope (G)', () => {
  const emulator = emulate()
  emulator.push({
    code: `function f() { MailApp.sendEmail('a@b.fr', 's', 'b') }`,
    manifest: { ...manifest, oauthScopes: manifest.oauthScopes?.slice(0, 1) ?? [] },
  })
  expect(emulator.run('f', [], { context: 'menu' }).error?.message).toBe(
    'You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail',
  )
})

const mail = 'https://www.googleapis.com/auth/script.send_mail'

test('a scope left unticked: the call throws, requireScopes ends the run and prompts (G:scopes)', () => {
  const granted = manifest.oauthScopes?.filter((scope) => scope !== mail) ?? []
  const emulator = emulate({ granted })
  expect(run(emulator, `return caught(() => MailApp.getRemainingDailyQuota())`).result).toMatch(/Required permissions/)
  const asked = run(
    emulator,
    `try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${mail}']) } finally { sheet.getRange('A1').setValue('x') } return 'on'`,
  )
  expect(asked).toMatchObject({
    prompts: [[mail]],
    error: { message: 'Authorization is required to perform that action.' },
  })
  expect(emulator.book.values('Feuille 1')).toEqual([])
  emulator.consent()
  expect(run(emulator, `ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${mail}']); return 'on'`).result).toBe('on')
  expect(
    run(emulator, `ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://x/unknown'])`).error?.message,
  ).toMatch(/not in the script's manifest/)
})

test('getAuthorizationInfo tells without prompting', () => {
  const body = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['${mail}']); return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length]`
  expect(resultOf(emulate({ granted: manifest.oauthScopes?.slice(0, 1) ?? [] }), body)).toEqual(['REQUIRED', 1])
  expect(resultOf(emulate(), body)).toEqual(['NOT_REQUIRED', 5])
})

test('a scope added later: a click asks for it, triggers and the web app fail until then (apps-script-oauth2#535)', () => {
  const emulator = emulate()
  const wider = {
    code: `function f() { return 1 } function doGet() { return ContentService.createTextOutput('x') }`,
    manifest: { ...manifest, oauthScopes: [...(manifest.oauthScopes ?? []), 'https://x/new'] },
  }
  emulator.push(wider)
  emulator.deploy()
  expect(emulator.run('f', [], { context: 'time' }).error?.message).toMatch(/^Authorization is required/)
  expect(emulator.web({ method: 'GET' }).answer).toMatchObject({ kind: 'page', title: 'Authorization needed' })
  expect(emulator.run('f', [], { context: 'menu' })).toMatchObject({ result: 1, prompts: [['https://x/new']] })
  expect(emulator.run('f', [], { context: 'time' }).result).toBe(1)
})

test('a menu runs as the person who clicks, with their own consent (ground truth 16)', () => {
  const emulator = emulate({ owner: 'moi@exemple.test' })
  const { prompts } = run(emulator, `MailApp.sendEmail('a@b.fr', 's', 'b')`, { user: 'autre@exemple.test' })
  expect([prompts, emulator.mails()[0]?.from]).toEqual([[manifest.oauthScopes], 'autre@exemple.test'])
})

test('a simple trigger has 30 seconds, the rest six minutes', () => {
  const body = `Utilities.sleep(31000); sheet.getRange('A1').getValue(); return 'done'`
  expect(run(emulate(), body, { context: 'simple' }).error?.message).toBe('Exceeded maximum execution time')
  expect(run(emulate(), body).result).toBe('done')
})
