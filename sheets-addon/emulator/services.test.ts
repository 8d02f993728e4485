import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

test('a lock asked again on the same object answers true; a second object in one run is refused (gas-fakes; live check 14)', () => {
  const body = `
    const lock = LockService.getScriptLock(), second = LockService.getScriptLock();
    return [lock.tryLock(0), lock.tryLock(0), second.tryLock(0), second.hasLock(), lock.hasLock(), lock.tryLock(-1), (lock.releaseLock(), second.tryLock(0))]`
  expect(resultOf(emulate(), body)).toEqual([true, true, false, false, true, false, true])
  expect(resultOf(emulate({ switches: { secondLockObject: 'granted' } }), body)).toMatchObject({ 2: true })
})

test('alert and prompt drop every lock (ground truth 2)', () => {
  const body = `
    const lock = LockService.getScriptLock(); lock.waitLock(0); const before = lock.hasLock();
    const answer = SpreadsheetApp.getUi().alert('Titre', 'Continuer ?', SpreadsheetApp.getUi().ButtonSet.YES_NO);
    return [before, lock.hasLock(), answer === SpreadsheetApp.getUi().Button.YES, String(answer)]`
  const { result, dialogs } = run(emulate(), body, { answers: ['YES'] })
  expect(result).toEqual([true, false, true, 'YES'])
  expect(dialogs).toEqual([{ kind: 'alert', title: 'Titre', text: 'Continuer ?', buttons: 'YES_NO' }])
})

test('prompts give a button and a text; without an answer the dialog was closed', () => {
  const body = `const ui = SpreadsheetApp.getUi(); const one = ui.prompt('Nom ?', ui.ButtonSet.OK_CANCEL), two = ui.prompt('Nom ?');
    return [one.getSelectedButton().toString(), one.getResponseText(), two.getSelectedButton().toString()]`
  expect(resultOf(emulate(), body, { answers: [{ button: 'OK', text: 'Léa' }] })).toEqual(['OK', 'Léa', 'CLOSE'])
})

test('properties hold text only, 9 kB a value, 500 kB a store; an empty key throws (ground truth §3)', () => {
  const body = `
    const store = PropertiesService.getScriptProperties(); store.setProperties({ a: '1', b: 2 });
    const errors = [() => store.setProperty('', 'x'), () => store.setProperty('o', {}), () => store.setProperty('v', 'x'.repeat(9217)),
      () => { for (let i = 0; i < 60; i++) store.setProperty('k' + i, 'x'.repeat(9000)) }].map(caught);
    return [store.getProperty('b'), store.getProperty('absent'), store.getKeys().slice(0, 2), errors.map((e) => e.slice(0, 29)), (store.deleteAllProperties(), store.getProperties())]`
  expect(resultOf(emulate(), body)).toEqual([
    '2',
    null,
    ['a', 'b'],
    [
      'Exception: Invalid argument: ',
      'StrictError: strict: Properti',
      'Exception: Argument too large',
      'Exception: You have exceeded ',
    ],
    {},
  ])
})

test('user properties are private, script properties are shared (ground truth 18)', () => {
  const emulator = emulate()
  emulator.consent(undefined, 'autre@exemple.test')
  resultOf(
    emulator,
    `PropertiesService.getUserProperties().setProperty('key', 'secret'); PropertiesService.getScriptProperties().setProperty('key', 'shared')`,
  )
  const read = `return [PropertiesService.getUserProperties().getProperty('key'), PropertiesService.getScriptProperties().getProperty('key')]`
  expect(resultOf(emulator, read, { user: 'autre@exemple.test' })).toEqual([null, 'shared'])
  emulator.deploy()
  expect(resultOf(emulator, read, { context: 'web' })).toEqual(['secret', 'shared'])
})

test('50,000 reads and writes of properties a day, from the first one on (G:quotas)', () => {
  const emulator = emulate()
  const body = `const store = PropertiesService.getScriptProperties(); for (let i = 0; i < 50000; i++) store.getProperty('x'); return caught(() => store.getProperty('x'))`
  expect(resultOf(emulator, body)).toMatch(/too many times for one day: properties/)
  emulator.clock.advance(24 * 3_600_000)
  expect(run(emulator, `PropertiesService.getScriptProperties().getProperty('x')`).error).toBeUndefined()
})

test('the cache keeps text up to 100 kB, 1,000 items, 6 hours; oldest first out (jpoehnelt cacheservice)', () => {
  const emulator = emulate()
  const body = `
    const cache = CacheService.getScriptCache(); cache.put('o', {}); cache.put('n', null, 60);
    const errors = [() => cache.put('k'.repeat(251), ''), () => cache.put('k', 'x'.repeat(102401)), () => cache.put('k', 'x', 21601)].map(caught);
    return [cache.getAll(['o', 'n', 'absent']), errors]`
  expect(resultOf(emulator, body)).toEqual([
    { o: '[object Object]', n: 'null' },
    [
      'Exception: Argument too large: key',
      'Exception: Argument too large: value',
      'Exception: Argument out of range: expirationInSeconds',
    ],
  ])
  emulator.clock.advance(61_000)
  expect(resultOf(emulator, `return Object.keys(CacheService.getScriptCache().getAll(['o', 'n']))`)).toEqual(['o'])
  expect(
    resultOf(
      emulator,
      `const cache = CacheService.getScriptCache(); for (let i = 0; i < 1001; i++) cache.put('k' + i, 'x'); return [cache.get('k0'), cache.get('k1000')]`,
    ),
  ).toEqual([null, 'x'])
})

test('a blob of text is UTF-8 text/plain without a name (gas-fakes); bytes are signed (rule 11)', () => {
  const body = `
    const blob = Utilities.newBlob('é€');
    return [blob.getBytes(), blob.getContentType(), blob.getName(), blob.getDataAsString(), Utilities.newBlob([-61, -87], 'text/plain', 'a.txt').getDataAsString(),
      caught(() => Utilities.newBlob([200])), caught(() => Utilities.newBlob(new Uint8Array(1))).slice(0, 25)]`
  expect(resultOf(emulate(), body)).toEqual([
    [-61, -87, -30, -126, -84],
    'text/plain',
    null,
    'é€',
    'é',
    'StrictError: strict: Utilities.newBlob: 200 is no signed byte',
    'Exception: The parameters',
  ])
})

test('a hash of text takes US-ASCII: accents become ? (ground truth 23)', () => {
  const body = `
    const hex = (bytes) => bytes.map((b) => ('0' + (b & 255).toString(16)).slice(-2)).join('');
    const { SHA_256 } = Utilities.DigestAlgorithm, { UTF_8 } = Utilities.Charset;
    return [hex(Utilities.computeDigest(SHA_256, 'abc')).slice(0, 8), hex(Utilities.computeDigest(SHA_256, 'é')) === hex(Utilities.computeDigest(SHA_256, '?')),
      hex(Utilities.computeDigest(SHA_256, 'é', UTF_8)) === hex(Utilities.computeDigest(SHA_256, Utilities.newBlob('é').getBytes())),
      hex(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')).slice(0, 8), caught(() => Utilities.computeHmacSha256Signature([1], 'key')).slice(0, 43)]`
  expect(resultOf(emulate(), body)).toEqual([
    'ba7816bf',
    true,
    true,
    '5bdcc146',
    'Exception: The parameters (Array,string) do',
  ])
})

test('base64 of text is UTF-8, web-safe keeps = (gas-fakes)', () => {
  const body = `return [Utilities.base64Encode('é€'), Utilities.base64EncodeWebSafe([-1, -2]), Utilities.base64Decode('w6k='), Utilities.base64DecodeWebSafe('__4=')]`
  expect(resultOf(emulate(), body)).toEqual(['w6nigqw=', '__4=', [-61, -87], [-1, -2]])
})

test('zip keeps names and guesses types, refuses duplicates and nameless blobs (gas-fakes; K)', () => {
  const body = `
    const blob = (name) => Utilities.newBlob('x', 'text/plain', name);
    const zip = Utilities.zip([blob('a.txt'), blob('é.pdf')]), files = Utilities.unzip(zip);
    return [zip.getName(), zip.getContentType(), files.map((f) => f.getName() + f.getContentType() + f.getDataAsString()), caught(() => Utilities.zip([blob('a'), blob('a')])), caught(() => Utilities.zip([Utilities.newBlob('x')])),
      Utilities.ungzip(Utilities.gzip(Utilities.newBlob('gz'))).getDataAsString()]`
  expect(resultOf(emulate(), body)).toEqual([
    'archive.zip',
    'application/zip',
    ['a.txttext/plainx', 'é.pdfapplication/pdfx'],
    'Exception: Duplicate entry: a',
    'Exception: Blob object must have non-null name for this operation.',
    'gz',
  ])
})

test('formatDate is Java’s: y M d H m s, quotes; other letters throw here (ground truth §3)', () => {
  const body = `
    const at = new Date('2026-11-05T23:04:09Z');
    return [Utilities.formatDate(at, 'Europe/Paris', "yyyy-MM-dd'T'HH:mm:ss"), Utilities.formatDate(at, 'UTC', 'd MMMM yy'), caught(() => Utilities.formatDate(at, 'UTC', 'YYYY')), caught(() => Utilities.formatDate(at, 'Paris', 'yyyy')).slice(0, 9),
      Utilities.parseDate('05/11/2026', 'Europe/Paris', 'dd/MM/yyyy').toISOString(), caught(() => Utilities.parseDate('x', 'UTC', 'yyyy'))]`
  expect(resultOf(emulate(), body)).toEqual([
    '2026-11-06T00:04:09',
    '5 November 26',
    'StrictError: strict: Utilities.formatDate pattern letter Y in YYYY',
    'Exception',
    '2026-11-04T23:00:00.000Z',
    'Exception: Unparseable date: "x"',
  ])
})

test('uuids are version 4 and follow the seed; sleeping moves the clock and costs no time', () => {
  const body = `return [Utilities.getUuid(), (Utilities.sleep(60000), Date.now())]`
  const [first, second] = [resultOf(emulate(), body), resultOf(emulate(), body)]
  expect(first).toEqual([
    expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    1_795_593_660_000,
  ])
  expect(second).toEqual(first)
})

test('the user’s e-mail throws without its scope, which we never ask for (ground truth 17)', () => {
  const body = `return [caught(() => Session.getActiveUser()), Session.getScriptTimeZone(), Session.getActiveUserLocale()]`
  expect(resultOf(emulate(), body)).toEqual([
    'Exception: You do not have permission to call Session.getActiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    'Europe/Paris',
    'fr',
  ])
})

test('menus, sidebar and toast are shown to whoever looks; a missing page throws', () => {
  const emulator = emulate()
  const body = `
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Facturation').addItem('Émettre', 'issue').addSeparator().addSubMenu(ui.createMenu('Réglages').addItem('Logo', 'logo')).addToUi();
    ui.showSidebar(HtmlService.createHtmlOutputFromFile('panneau').setTitle('Facturation').setWidth(500));
    ss.toast('Fait', 'Tabellion'); return caught(() => HtmlService.createHtmlOutputFromFile('absent'))`
  const { result, toasts, dialogs } = run(emulator, body)
  expect(result).toBe('Exception: No HTML file named absent was found.')
  expect(toasts).toEqual([{ message: 'Fait', title: 'Tabellion' }])
  expect(dialogs).toEqual([{ kind: 'sidebar', title: 'Facturation', text: '', width: 300 }])
  expect(emulator.shown()).toEqual({ kind: 'sidebar', title: 'Facturation', html: '<p>Panneau</p>' })
  expect(emulator.menus()).toEqual([
    {
      title: 'Facturation',
      items: [
        { label: 'Émettre', function: 'issue' },
        { label: '—' },
        { label: 'Réglages', items: [{ label: 'Logo', function: 'logo' }] },
      ],
    },
  ])
})
