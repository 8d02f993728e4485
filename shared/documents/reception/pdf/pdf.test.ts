import { utf8Bytes } from '@tabellion/shared/kernel'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { toCii } from '../../cii/document.ts'
import { situations } from '../../fixtures/index.ts'
import { renderDocument } from '../../pdf/index.ts'
import { attachments } from './attachments.ts'
import { openPdf } from './file.ts'
import { PdfLexer } from './lexer.ts'
import { latin1, type PdfObject } from './objects.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const parsed = (text: string): PdfObject | undefined => new PdfLexer(bytesOf(text)).object()
const name = (text: string): PdfObject => ({ kind: 'name', name: text })
const string = (text: string): PdfObject => ({ kind: 'string', bytes: bytesOf(text) })

test.each<[string, PdfObject]>([
  ['null', null],
  [' % a comment\n true', true],
  ['-.5', -0.5],
  ['12 0 R', { kind: 'reference', number: 12 }],
  ['/text#2Fxml', name('text/xml')],
  ['(a\\(b\\)(c)\\053\\n\\\nd)', string('a(b)(c)+\nd')],
  ['<48 656C6c 6F7>', string('Hellop')],
  ['[1 0 R 2 /N (x)]', [{ kind: 'reference', number: 1 }, 2, name('N'), string('x')]],
  [
    '<</A 1/B<</C[]>>>>',
    {
      kind: 'dictionary',
      entries: new Map<string, PdfObject>([
        ['A', 1],
        ['B', { kind: 'dictionary', entries: new Map([['C', []]]) }],
      ]),
    },
  ],
])('%s is read', (text, object) => {
  expect(parsed(text)).toEqual(object)
})
test.each(['', '[1', '<<', '<</A>>', '(a', '<zz>', ']', '['.repeat(100)])('« %s » is no object', (text) => {
  expect(parsed(text)).toBeUndefined()
})

const content = utf8Bytes('<facture>é</facture>')
/** Objects as a classic file: a table of offsets. */
function classic(objects: readonly string[], trailer = '/Root 1 0 R'): string {
  let pdf = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = pdf.length
  return `${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
}
const stream = (dictionary: string, data: Uint8Array): string =>
  `<<${dictionary}/Length ${data.length}>>\nstream\n${latin1(data)}\nendstream`
const catalog = '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Kids[3 0 R]>>>>/AF[4 0 R]>>'
const pages = '<</Type/Pages/Kids[]/Count 0>>'
const kid = '<</Names[(factur-x.xml)4 0 R]>>'
const specification = '<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Alternative/EF<</F 5 0 R>>>>'
const withFile = (file: string, trailer?: string): string =>
  classic([catalog, pages, kid, specification, file], trailer)

const read = (pdf: string): unknown => {
  const file = openPdf(bytesOf(pdf))
  return file.ok
    ? attachments(file.value).map(({ bytes, name, relationship }) => [name, relationship, bytes && latin1(bytes)])
    : file.problem
}
const expected = [['factur-x.xml', 'Alternative', latin1(content)]]

test.each([
  ['as it is', stream('', content)],
  ['deflated', stream('/Filter/FlateDecode', zlibSync(content))],
  [
    'in hexadecimal',
    stream(
      '/Filter[/ASCIIHexDecode]',
      bytesOf(`${[...content].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`),
    ),
  ],
  ['deflated in base 85', stream('/Filter[/A85 /Fl]', bytesOf(base85(zlibSync(content))))],
  ['of a wrong length', stream('', content).replace(`/Length ${content.length}`, '/Length 9999')],
  [
    'of a length that is an object',
    `${stream('', content).replace(`/Length ${content.length}`, '/Length 6 0 R')}\nendobj\n6 0 obj ${content.length}`,
  ],
])('an attachment %s is extracted once', (_, file) => {
  expect(read(withFile(file))).toEqual(expected)
})
test('an unknown filter or broken data leave the name, without bytes', () => {
  expect(read(withFile(stream('/Filter/LZWDecode', content)))).toEqual([['factur-x.xml', 'Alternative', undefined]])
  expect(read(withFile(stream('/Filter/FlateDecode', bytesOf('not deflated at all'))))).toEqual([
    ['factur-x.xml', 'Alternative', undefined],
  ])
})
test('a small stream that unfolds into gigabytes is not unfolded', () => {
  const bomb = zlibSync(new Uint8Array(40_000_000))
  expect(read(withFile(stream('/Filter/FlateDecode', bomb)))).toEqual([['factur-x.xml', 'Alternative', undefined]])
})
test('an enciphered file says so', () => {
  expect(read(withFile(stream('', content), '/Root 1 0 R/Encrypt 5 0 R'))).toEqual({ code: 'encrypted-pdf' })
})
test.each([
  ['a wrong startxref', (pdf: string) => pdf.replace(/startxref\n\d+/, 'startxref\n7')],
  ['no table', (pdf: string) => pdf.replace(/xref\n0 6[\s\S]*trailer/, 'trailer')],
  ['no startxref', (pdf: string) => pdf.replace(/startxref[\s\S]*$/, '')],
  ['bytes before the header', (pdf: string) => `HTTP/1.1 200 OK\n\n${pdf}`],
])('a file with %s is read by its objects', (_, damage) => {
  expect(read(damage(withFile(stream('/Filter/FlateDecode', zlibSync(content)))))).toEqual(expected)
})
test('half a file, or a file without catalog, is broken', () => {
  expect(read(withFile(stream('', content)).slice(0, 40))).toEqual({ code: 'broken-pdf' })
  expect(read('%PDF-1.7\nnothing')).toEqual({ code: 'broken-pdf' })
})
test('a name tree that contains itself ends', () => {
  expect(read(classic([catalog, pages, '<</Kids[3 0 R 3 0 R]>>', '4 0 R', '5 0 R']))).toEqual([])
})

test('objects in a stream, found by a cross-reference stream with a predictor, are read', () => {
  const packed = [catalog, pages, kid, specification]
  const header = packed
    .map((_object, index) => `${index + 1} ${packed.slice(0, index).join(' ').length + (index === 0 ? 0 : 1)}`)
    .join(' ')
  const body = `${header} ${packed.join(' ')}`
  let pdf = '%PDF-1.7\n'
  const place = new Map<number, number>()
  const add = (number: number, object: string): void => {
    place.set(number, pdf.length)
    pdf += `${number} 0 obj\n${object}\nendobj\n`
  }
  add(5, stream('/Filter/FlateDecode', zlibSync(content)))
  add(6, stream(`/Type/ObjStm/N 4/First ${header.length + 1}/Filter/FlateDecode`, zlibSync(bytesOf(body))))
  const start = pdf.length
  const rows = [
    [0, 0, 0],
    ...[0, 1, 2, 3].map((index) => [2, 6, index]),
    [1, place.get(5) ?? 0, 0],
    [1, place.get(6) ?? 0, 0],
    [1, start, 0],
  ].map(([kind = 0, at = 0, index = 0]) => [kind, at >> 8, at & 255, index])
  // PNG « up »: each row as its difference from the one above.
  const table = rows.flatMap((row, line) => [
    2,
    ...row.map((byte, column) => (byte - (rows[line - 1]?.[column] ?? 0)) & 255),
  ])
  const dictionary = '/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>'
  pdf += `7 0 obj\n${stream(dictionary, zlibSync(Uint8Array.from(table)))}\nendobj\nstartxref\n${start}\n%%EOF\n`
  expect(read(pdf)).toEqual(expected)
  expect(read(pdf.replace(/startxref\n\d+/, 'startxref\n3'))).toEqual(expected)
})

const document = situations['vat-three-rates']
const ours = document && renderDocument(document, { attachment: { xml: toCii(document), description: 'Factur-X' } })

test('the XML inside our own Factur-X comes back byte for byte', () => {
  const file = ours && openPdf(ours)
  expect(file?.ok && attachments(file.value).map(({ bytes, name }) => [name, bytes])).toEqual([
    ['factur-x.xml', document && utf8Bytes(toCii(document))],
  ])
})
test('whatever bytes are damaged, reading ends with a value', () => {
  const source = ours ?? new Uint8Array()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: source.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 40 }),
      fc.nat({ max: source.length }),
      (changes, cut) => {
        const damaged = source.slice(0, Math.max(20, cut))
        for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
        const file = openPdf(damaged)
        expect(file.ok ? Array.isArray(attachments(file.value)) : file.problem.code).toBeTruthy()
      },
    ),
    { numRuns: 60 },
  )
})

function base85(data: Uint8Array): string {
  let text = ''
  for (let at = 0; at < data.length; at += 4) {
    const block = data.subarray(at, at + 4)
    let value = 0
    for (let index = 0; index < 4; index++) value = value * 256 + (block[index] ?? 0)
    let digits = ''
    for (let index = 0; index < 5; index++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits
      value = Math.floor(value / 85)
    }
    text += block.length === 4 && digits === '!!!!!' ? 'z' : digits.slice(0, block.length + 1)
  }
  return `${text}~>`
}
