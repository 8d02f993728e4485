import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

const folderType = 'application/vnd.google-apps.folder'

test('an id from generateIds makes exactly one file; again is 409, a made-up one 400 (verified live 27 Jul 2026)', () => {
  const emulator = emulate()
  const body = `
    const [id] = Drive.Files.generateIds({ count: 1, space: 'drive', type: 'files' }).ids, pdf = Utilities.newBlob('%PDF', 'application/pdf', 'F1.pdf');
    const make = (id) => { try { return Drive.Files.create({ id, name: 'F1.pdf' }, pdf) } catch (e) { return [e.name, e.details.code, e.details.errors[0].reason] } };
    return [make(id).id === id, make(id), make('1made-up')]`
  expect(resultOf(emulator, body)).toEqual([
    true,
    ['GoogleJsonResponseException', 409, 'fileIdInUse'],
    ['GoogleJsonResponseException', 400, 'invalid'],
  ])
  const [file] = emulator.drive.files()
  expect(Buffer.from(emulator.drive.content(file?.id ?? '') ?? []).toString()).toBe('%PDF')
})

test('only id, name, mimeType and kind come back unless asked (G:advanced)', () => {
  const body = `
    const { id } = Drive.Files.create({ name: 'a' });
    return [Object.keys(Drive.Files.get(id)).sort(), Drive.Files.get(id, { fields: 'trashed,parents' }), caught(() => Drive.Files.get(id, { fields: 'owners' })).slice(0, 11)]`
  expect(resultOf(emulate(), body)).toEqual([
    ['id', 'kind', 'mimeType', 'name'],
    { trashed: false, parents: ['root'] },
    'StrictError',
  ])
})

test('bytes cannot be read back: alt=media throws (issuetracker 149104685)', () => {
  expect(
    resultOf(emulate(), `return caught(() => Drive.Files.get(Drive.Files.create({ name: 'a' }).id, { alt: 'media' }))`),
  ).toMatch(/^Exception/)
})

test('files in folders of ours; the user’s own folder is 403, an unknown one 404 (tanaikech 2020-06-29)', () => {
  const emulator = emulate()
  const theirs = emulator.drive.addForeign('Mes factures', { folder: true })
  const body = `
    const folder = Drive.Files.create({ name: '2026', mimeType: b, parents: [Drive.Files.create({ name: 'Facturation', mimeType: b }).id] });
    Drive.Files.create({ name: 'F1.pdf', parents: [folder.id] }, Utilities.newBlob('x'));
    const code = (parent) => { try { Drive.Files.create({ name: 'x', parents: [parent] }) } catch (e) { return e.details.code } };
    return [code(a), code('1unknown'), caught(() => Drive.Files.get(a)), Drive.Files.list({ q: "trashed = false" }).files.length]`
  expect(resultOf(emulator, body, { args: [theirs, folderType] })).toEqual([
    403,
    404,
    expect.stringMatching(/File not found/),
    3,
  ])
  expect(emulator.drive.files().map(({ path }) => path)).toEqual([
    'Facturation',
    'Facturation/2026',
    'Facturation/2026/F1.pdf',
  ])
})

test('files of another user’s run are invisible (ground truth 6, 16)', () => {
  const emulator = emulate()
  const made = resultOf(emulator, `return Drive.Files.create({ name: 'a' }).id`)
  emulator.consent(undefined, 'autre@exemple.test')
  expect(
    resultOf(emulator, `return caught(() => Drive.Files.get(a))`, { args: [made ?? ''], user: 'autre@exemple.test' }),
  ).toMatch(/File not found/)
})

test('search by appProperties lags inside the run that made the file; names and parents are found (K)', () => {
  const emulator = emulate()
  const body = `
    Drive.Files.create({ name: "F'1.pdf", appProperties: { number: 'F1' } });
    const found = (q) => Drive.Files.list({ q }).files.length;
    return [found("appProperties has { key='number' and value='F1' }"), found("name = 'F\\\\'1.pdf' and trashed = false and 'root' in parents"), found("not name = 'x'")]`
  expect(resultOf(emulator, body)).toEqual([0, 1, 1])
  expect(
    resultOf(
      emulator,
      `return Drive.Files.list({ q: "appProperties has { key='number' and value='F1' }" }).files.length`,
    ),
  ).toBe(1)
})

test('appProperties: 124 bytes for key and value, 30 at most (Drive API guide)', () => {
  const body = `
    const make = (appProperties) => caught(() => Drive.Files.create({ name: 'x', appProperties }));
    return [make({ k: 'x'.repeat(123) }), make({ k: 'x'.repeat(124) }).slice(0, 27), make(Object.fromEntries(Array.from({ length: 31 }, (_, i) => ['k' + i, '1']))).slice(0, 27)]`
  expect(resultOf(emulate(), body)).toEqual(['no error', 'GoogleJsonResponseException', 'GoogleJsonResponseException'])
})

test('a trashed file still answers get; update renames and moves; remove is for ever', () => {
  const emulator = emulate()
  const body = `
    const { id } = Drive.Files.create({ name: 'a' }), folder = Drive.Files.create({ name: 'd', mimeType: a }).id;
    Drive.Files.update({ trashed: true, name: 'b' }, id, null, { addParents: folder, removeParents: 'root' });
    const after = Drive.Files.get(id, { fields: 'name,trashed,parents' }); Drive.Files.remove(id);
    return [after.name, after.trashed, after.parents[0] === folder, caught(() => Drive.Files.get(id)).slice(0, 27)]`
  expect(resultOf(emulator, body, { args: [folderType] })).toEqual(['b', true, true, 'GoogleJsonResponseException'])
})

test('lists come in pages, with a token for the next (rule 17, corrected)', () => {
  const body = `
    for (let i = 0; i < 5; i++) Drive.Files.create({ name: 'f' + i });
    const names = []; let pageToken;
    do { const page = Drive.Files.list({ pageSize: 2, pageToken, fields: 'nextPageToken, files(name)' }); names.push(...page.files.map((f) => f.name)); pageToken = page.nextPageToken } while (pageToken);
    return names`
  expect(resultOf(emulate(), body)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4'])
})

test('Drive is there only when the manifest enables it', () => {
  const emulator = emulate()
  emulator.push({ code: `function f() { return typeof Drive }`, manifest: { timeZone: 'Europe/Paris' } })
  expect(emulator.run('f', [], { context: 'menu' }).result).toBe('undefined')
})

test('an upload whose answer was lost: the file is there, the same id says so', () => {
  const emulator = emulate()
  const ids = resultOf(emulator, `return Drive.Files.generateIds({ count: 1 }).ids`) as string[]
  run(emulator, `Drive.Files.create({ id: a, name: 'x' })`, { args: [ids[0] ?? ''], fault: { call: 1, when: 'after' } })
  expect(
    resultOf(emulator, `try { Drive.Files.create({ id: a, name: 'x' }) } catch (e) { return e.details.code }`, {
      args: [ids[0] ?? ''],
    }),
  ).toBe(409)
})
