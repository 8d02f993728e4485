import { afterAll, expect, test } from 'vitest'
import { serveWebApp } from './index.ts'
import { emulate, manifest } from './tiny-bundle.ts'

const code = `
  function doGet(e) { if (e.parameter.boom) throw new Error('boom'); if (e.parameter.page) return HtmlService.createHtmlOutput('<p>page</p>').setTitle('Page');
    if (e.parameter.nothing) return; return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON) }
  function doPost(e) { SpreadsheetApp.getActive().getSheets()[0].appendRow(["'" + e.postData.contents]); return ContentService.createTextOutput(JSON.stringify(e)) }`
const deployed = () => emulate({ bundle: { code, manifest } })
const emulator = deployed()
const server = await serveWebApp(emulator)
afterAll(() => server.close())

test('the event has exactly the documented shape (tanaikech web apps)', () => {
  const get = deployed().web({ method: 'GET', query: 'f=1&f=2' })
  expect(JSON.parse(get.answer.kind === 'content' ? get.answer.text : '')).toEqual({
    parameter: { f: '1' },
    parameters: { f: ['1', '2'] },
    queryString: 'f=1&f=2',
    contextPath: '',
    contentLength: -1,
  })
  const post = deployed().web({ method: 'POST', body: '{"a":"\\u00e9"}' })
  expect(JSON.parse(post.answer.kind === 'content' ? post.answer.text : '')).toMatchObject({
    contentLength: 14,
    postData: { contents: '{"a":"\\u00e9"}', length: 14, type: 'text/plain', name: 'postData' },
  })
})

test('a port that is taken is refused to the caller, who may take another', async () => {
  const port = Number(new URL(server.url).port)
  await expect(serveWebApp(emulator, { port })).rejects.toThrow('EADDRINUSE')
})

test('the web app runs the deployed version, menus run HEAD (ground truth 8)', () => {
  const both = deployed()
  both.push({ code: `function doGet() { return ContentService.createTextOutput('new') }`, manifest })
  expect(both.web({ method: 'GET' }).answer).toMatchObject({ mimeType: 'application/json' })
  both.deploy()
  expect(both.web({ method: 'GET' }).answer).toMatchObject({ text: 'new' })
  expect(both.web({ method: 'POST' }).answer).toEqual({
    kind: 'page',
    title: 'Error',
    message: 'Script function not found: doPost',
  })
})

test('a POST is answered by a redirect to a one-time GET, readable from any origin (tanaikech 2023-07-25)', async () => {
  const first = await fetch(server.url, { method: 'POST', body: 'hello', redirect: 'manual' })
  expect([first.status, first.headers.get('access-control-allow-origin')]).toEqual([302, '*'])
  const echo = new URL(first.headers.get('location') ?? '', server.url)
  expect((await fetch(echo, { method: 'POST' })).status).toBe(405)
  const answer = await fetch(echo)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toMatchObject({ postData: { contents: 'hello' } })
  expect((await fetch(echo)).status).toBe(404)
})

test('a client that follows gets the answer in one go', async () => {
  const answer = await fetch(`${server.url}?f=secret`, { redirect: 'follow' })
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await answer.json()).toMatchObject({ parameter: { f: 'secret' } })
})

test('a crash, an HTML page and no answer at all carry no CORS header (ground truth 9)', async () => {
  for (const query of ['boom=1', 'page=1', 'nothing=1']) {
    const answer = await fetch(`${server.url}?${query}`)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null])
    expect(answer.headers.get('content-type')).toMatch(/text\/html/)
  }
})

test('preflight is 405, HEAD 403, a path asks for a login, c and sid are reserved (ground truth 24)', async () => {
  expect((await fetch(server.url, { method: 'OPTIONS' })).status).toBe(405)
  expect((await fetch(server.url, { method: 'HEAD' })).status).toBe(403)
  expect(await (await fetch(`${server.url}/feed.ics`)).text()).toContain('Sign in')
  expect((await fetch(`${server.url}?c=1`)).status).toBe(405)
})

test('each of Google’s own pages (§6)', async () => {
  const seen: (readonly [string, number, string])[] = []
  for (const mode of ['sign-in', 'quota', 'unauthorized', 'denied', 'not-found'] as const) {
    server.mode = mode
    const answer = await fetch(server.url, { method: 'POST', body: 'x' })
    seen.push([mode, answer.status, /<title>(.*)<\/title>/.exec(await answer.text())?.[1] ?? ''])
  }
  server.mode = 'normal'
  expect(seen).toEqual([
    ['sign-in', 200, 'Sign in - Google Accounts'],
    ['quota', 200, 'Error'],
    ['unauthorized', 401, 'Unauthorized'],
    ['denied', 403, 'Access Denied'],
    ['not-found', 404, 'Page Not Found'],
  ])
})

test('a lost answer: the effect happened, the reply is gone (G)', async () => {
  const before = emulator.book.values('Feuille 1').length
  server.mode = 'lost-answer'
  const answer = await fetch(server.url, { method: 'POST', body: 'effect' })
  server.mode = 'normal'
  expect(answer.status).toBe(404)
  expect(emulator.book.values('Feuille 1').slice(before)).toEqual([['effect']])
})

test('accents arrive whole', async () => {
  const answer = await fetch(server.url, { method: 'POST', body: '{"a":"é€😀"}' })
  expect(await answer.json()).toMatchObject({ postData: { contents: '{"a":"é€😀"}', length: 17 } })
})

test('getService().getUrl() cannot be trusted (issuetracker 235862472)', () => {
  const { answer } = emulate({
    bundle: {
      code: `function doGet() { return ContentService.createTextOutput(ScriptApp.getService().getUrl()) }`,
      manifest,
    },
  }).web({ method: 'GET' })
  expect(answer).toMatchObject({ text: 'https://script.google.com/macros/s/dead/dev' })
})
